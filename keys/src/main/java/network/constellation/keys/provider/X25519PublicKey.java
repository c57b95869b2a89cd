package network.constellation.keys.provider;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An X25519 public key: 32 bytes, canonical, not of small order (protocol-security.md 1, rule 7). A weak key cannot
 * exist as a value of this type.
 */
public final class X25519PublicKey {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] raw;

    private X25519PublicKey(byte[] raw) {
        this.raw = raw;
    }

    /** @throws MalformedKeyException when it is not 32 bytes, not canonical, or of small order */
    public static X25519PublicKey of(byte[] raw) {
        if (raw.length != LENGTH) {
            throw new MalformedKeyException("The X25519 key has " + raw.length + " bytes, it must have 32.");
        }
        if (!isCanonical(raw)) {
            throw new MalformedKeyException("The X25519 key is not canonical.");
        }
        byte[] scalar = new byte[LENGTH];
        scalar[0] = 8;
        scalar[LENGTH - 1] = 64;
        // Every scalar is a multiple of the cofactor, so any one of them sends each point of small order to zero.
        if (!org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(scalar, 0, raw, 0, new byte[LENGTH], 0)) {
            throw new MalformedKeyException("The X25519 key is weak: it has small order.");
        }
        return new X25519PublicKey(raw.clone());
    }

    public byte[] raw() {
        return raw.clone();
    }

    byte[] rawShared() {
        return raw;
    }

    /** Less than 2^255 - 19, little-endian, hence also the unused top bit clear. */
    private static boolean isCanonical(byte[] raw) {
        if (raw[LENGTH - 1] < 0) {
            return false;
        }
        if (raw[LENGTH - 1] != 0x7f) {
            return true;
        }
        for (int i = LENGTH - 2; i > 0; i--) {
            if (raw[i] != (byte) 0xff) {
                return true;
            }
        }
        return (raw[0] & 0xff) < 0xed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof X25519PublicKey that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return "X25519PublicKey[" + HexFormat.of().formatHex(raw) + "]";
    }
}
