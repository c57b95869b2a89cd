package network.constellation.keys.provider;

import java.util.HexFormat;

/** An X25519 private key with its public half; its text never shows the secret. */
public final class X25519PrivateKey {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    // The fixed beginning of an RFC 8410 private key; the raw key follows.
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("302e020100300506032b656e04220420");

    private final byte[] raw;
    private final X25519PublicKey publicKey;

    private X25519PrivateKey(byte[] raw, X25519PublicKey publicKey) {
        this.raw = raw;
        this.publicKey = publicKey;
    }

    /** @throws MalformedKeyException when it is not 32 bytes long */
    public static X25519PrivateKey of(byte[] raw) {
        if (raw.length != LENGTH) {
            throw new MalformedKeyException("The X25519 private key has " + raw.length + " bytes, it must have 32.");
        }
        byte[] half = new byte[X25519PublicKey.LENGTH];
        org.bouncycastle.math.ec.rfc7748.X25519.generatePublicKey(raw, 0, half, 0);
        return new X25519PrivateKey(raw.clone(), X25519PublicKey.of(half));
    }

    public X25519PublicKey publicKey() {
        return publicKey;
    }

    /** The scalar before clamping: secret. */
    public byte[] raw() {
        return raw.clone();
    }

    byte[] rawShared() {
        return raw;
    }

    /** The unencrypted PKCS#8 form: secret. */
    public byte[] pkcs8() {
        return Encodings.joined(PKCS8_HEAD, raw);
    }

    @Override
    public String toString() {
        return "X25519PrivateKey[secret]";
    }
}
