package network.constellation.protocol.directory;

import java.util.Arrays;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.protocol.limits.DirectoryLimits;

/**
 * One entry of a directory in the bytes that are hashed, stored and sent. Kinds that this version does not know are
 * carried along, so that a newer hub may say more.
 */
public final class Entry {
    private static final String FORM = "constellation:directory-entry:1";

    private final String kind;
    private final String key;
    private final byte[] body;
    private final byte[] bytes;
    private final byte[] hash;

    private Entry(String kind, String key, byte[] body, byte[] bytes) {
        this.kind = kind;
        this.key = key;
        this.body = body;
        this.bytes = bytes;
        this.hash = Digests.sha256(bytes);
    }

    static Entry of(String kind, String key, byte[] body) {
        return new Entry(
                kind,
                key,
                body,
                new FieldWriter(FORM).add(kind).add(key).add(body).bytes());
    }

    /**
     * @throws DirectoryRefusedException when it is no entry; what is in a known kind is looked at by {@link Directory}
     */
    public static Entry decode(byte[] bytes) throws DirectoryRefusedException {
        if (bytes.length > DirectoryLimits.ENTRY_BYTES) {
            throw new DirectoryRefusedException(
                    Refusal.OVERSIZE,
                    "An entry has " + bytes.length + " bytes; the most is " + DirectoryLimits.ENTRY_BYTES + ".");
        }
        try {
            FieldReader in = new FieldReader(bytes, FORM);
            Entry entry = new Entry(in.text(), in.text(), in.bytes(), bytes.clone());
            in.end();
            if (!entry.kind.matches("[a-z-]{1,30}") || entry.key.length() > DirectoryLimits.KEY_LENGTH) {
                throw DirectoryRefusedException.malformed("An entry has no proper name.");
            }
            return entry;
        } catch (IllegalArgumentException malformed) {
            throw DirectoryRefusedException.malformed("An entry", malformed);
        }
    }

    /** Such as {@code member}. */
    public String kind() {
        return kind;
    }

    /** Names it within its kind. */
    public String key() {
        return key;
    }

    /** Names it in the directory: at most one entry bears it. */
    public String id() {
        return kind + " " + key;
    }

    /** The whole entry, as it is hashed. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256 of {@link #bytes}. */
    public byte[] hash() {
        return hash.clone();
    }

    byte[] hashShared() {
        return hash;
    }

    byte[] bytesShared() {
        return bytes;
    }

    byte[] body() {
        return body;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "Entry[" + id() + "]";
    }
}
