package network.constellation.keys.provider;

import java.security.MessageDigest;
import java.util.HexFormat;

/** A digest of what arrives in pieces, said in small hexadecimal digits. Not thread-safe; ends with {@link #hex}. */
public final class RunningDigest {
    private final MessageDigest digest;

    private RunningDigest(MessageDigest digest) {
        this.digest = digest;
    }

    public static RunningDigest sha256() {
        return new RunningDigest(Digests.newSha256());
    }

    /** Only to compare with names that others gave by it, never to identify anything of our own. */
    public static RunningDigest sha1() {
        return new RunningDigest(Digests.newSha1());
    }

    public void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    public String hex() {
        byte[] value = digest.digest();
        return HexFormat.of().formatHex(value);
    }
}
