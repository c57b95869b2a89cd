package network.constellation.protocol.freshness;

import java.util.Arrays;
import java.util.HexFormat;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.FieldWriter;

/**
 * By what a message is recognised: 16 bytes. Legacy: the start of SHA-256 of the decoded wrapped key, the one part of
 * an envelope that nobody can alter or repeat by accident (protocol-security.md 2). Modern: of sender and message id.
 */
public final class ReplayKey {
    /** Length in bytes. */
    public static final int LENGTH = 16;

    private static final String MODERN_PREFIX = "constellation:replay:1";

    private final byte[] value;

    private ReplayKey(byte[] value) {
        this.value = value;
    }

    public static ReplayKey ofWrappedKey(byte[] wrappedKey) {
        return new ReplayKey(Arrays.copyOf(Digests.sha256(wrappedKey), LENGTH));
    }

    public static ReplayKey ofMessage(Wwwroot sender, byte[] messageId) {
        byte[] document = new FieldWriter(MODERN_PREFIX)
                .add(sender.value())
                .add(messageId)
                .bytes();
        return new ReplayKey(Arrays.copyOf(Digests.sha256(document), LENGTH));
    }

    /** A key as a store kept it. */
    public static ReplayKey restored(byte[] value) {
        if (value.length != LENGTH) {
            throw new IllegalArgumentException("A replay key has " + LENGTH + " bytes.");
        }
        return new ReplayKey(value.clone());
    }

    public byte[] value() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReplayKey that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        // Already the output of a hash: four of its bytes do.
        return value[0] << 24 | (value[1] & 0xFF) << 16 | (value[2] & 0xFF) << 8 | (value[3] & 0xFF);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
