package network.constellation.keys.provider;

import java.security.PrivateKey;
import java.util.HexFormat;

/** An Ed25519 private key (its 32-byte seed) with its public half; its text never shows the secret. */
public final class Ed25519PrivateKey {
    /** Length of the seed in bytes. */
    public static final int LENGTH = 32;

    // The fixed beginning of an RFC 8410 private key; the raw key follows.
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final byte[] seed;
    private final Ed25519PublicKey publicKey;
    private final Prepared<PrivateKey> prepared = new Prepared<>();

    private Ed25519PrivateKey(byte[] seed, Ed25519PublicKey publicKey) {
        this.seed = seed;
        this.publicKey = publicKey;
    }

    /** @throws MalformedKeyException when the seed is not 32 bytes long */
    public static Ed25519PrivateKey ofSeed(byte[] seed) {
        if (seed.length != LENGTH) {
            throw new MalformedKeyException("The Ed25519 private key has " + seed.length + " bytes, it must have 32.");
        }
        byte[] half = new byte[Ed25519PublicKey.LENGTH];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, half, 0);
        return new Ed25519PrivateKey(seed.clone(), Ed25519PublicKey.of(half));
    }

    public Ed25519PublicKey publicKey() {
        return publicKey;
    }

    /** The seed: secret. */
    public byte[] seed() {
        return seed.clone();
    }

    byte[] seedShared() {
        return seed;
    }

    Prepared<PrivateKey> prepared() {
        return prepared;
    }

    /** The unencrypted PKCS#8 form: secret. */
    public byte[] pkcs8() {
        return Encodings.joined(PKCS8_HEAD, seed);
    }

    @Override
    public String toString() {
        return "Ed25519PrivateKey[secret]";
    }
}
