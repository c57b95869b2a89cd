package network.constellation.keys.provider;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ed25519 public key: 32 bytes, canonical, of full order (protocol-security.md 1, rule 7). A weak key cannot exist
 * as a value of this type, so nothing downstream needs to check again.
 */
public final class Ed25519PublicKey {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] raw;
    private final Prepared<PublicKey> prepared = new Prepared<>();

    private Ed25519PublicKey(byte[] raw) {
        this.raw = raw;
    }

    /** @throws MalformedKeyException when it is not 32 bytes, not canonical, or of small or mixed order */
    public static Ed25519PublicKey of(byte[] raw) {
        if (raw.length != LENGTH) {
            throw new MalformedKeyException("The Ed25519 key has " + raw.length + " bytes, it must have 32.");
        }
        if (!org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(raw, 0)) {
            throw new MalformedKeyException("The Ed25519 key is weak or not canonical.");
        }
        return new Ed25519PublicKey(raw.clone());
    }

    public byte[] raw() {
        return raw.clone();
    }

    byte[] rawShared() {
        return raw;
    }

    Prepared<PublicKey> prepared() {
        return prepared;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ed25519PublicKey that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return "Ed25519PublicKey[" + HexFormat.of().formatHex(raw) + "]";
    }
}
