package network.constellation.keys.provider;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 signatures (RFC 8032): native where that loads, otherwise Bouncy Castle, never the JDK's slow ones. */
public final class Ed25519 {
    /** Length of a signature in bytes. */
    public static final int SIGNATURE_LENGTH = 64;

    // The fixed beginning of an RFC 8410 public key; the raw key follows.
    private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final CryptoEngine engine;
    private final InstancePool<Signature> signatures;

    Ed25519(CryptoEngine engine) {
        this.engine = engine;
        this.signatures = new InstancePool<>(() -> engine.signature("Ed25519"));
    }

    public Ed25519PrivateKey generate() {
        return Ed25519PrivateKey.ofSeed(engine.randomBytes(Ed25519PrivateKey.LENGTH));
    }

    public byte[] sign(Ed25519PrivateKey key, byte[] data) {
        if (!engine.isNative()) {
            byte[] signature = new byte[SIGNATURE_LENGTH];
            org.bouncycastle.math.ec.rfc8032.Ed25519.sign(
                    key.seedShared(), 0, key.publicKey().rawShared(), 0, data, 0, data.length, signature, 0);
            return signature;
        }
        try {
            return signatures.with(signature -> {
                signature.initSign(nativeKey(key));
                signature.update(data);
                return signature.sign();
            });
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("signing with Ed25519", broken);
        }
    }

    /** Whether the signature is good; anything that is no signature at all is simply not good. */
    public boolean verify(Ed25519PublicKey key, byte[] data, byte[] signed) {
        if (signed.length != SIGNATURE_LENGTH) {
            return false;
        }
        if (!engine.isNative()) {
            return org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signed, 0, key.rawShared(), 0, data, 0, data.length);
        }
        try {
            return signatures.with(signature -> {
                signature.initVerify(nativeKey(key));
                signature.update(data);
                return signature.verify(signed);
            });
        } catch (SignatureException notASignature) {
            return false;
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("verifying with Ed25519", broken);
        }
    }

    private PrivateKey nativeKey(Ed25519PrivateKey key) {
        return key.prepared()
                .get(engine, () -> engine.keyFactory("EdDSA").generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8())));
    }

    private PublicKey nativeKey(Ed25519PublicKey key) {
        return key.prepared()
                .get(
                        engine,
                        () -> engine.keyFactory("EdDSA")
                                .generatePublic(new X509EncodedKeySpec(Encodings.joined(SPKI_HEAD, key.rawShared()))));
    }
}
