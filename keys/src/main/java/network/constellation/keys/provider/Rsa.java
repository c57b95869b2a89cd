package network.constellation.keys.provider;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Cipher;

/** The RSA operations; private ones cost about 250 microseconds natively and 1000 in pure Java. */
public final class Rsa {
    private static final PSSParameterSpec PSS_SHA256 =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);
    private static final int BITS = 2048;

    private final CryptoEngine engine;
    private final InstancePool<Signature> sha1;
    private final InstancePool<Signature> sha256;
    private final InstancePool<Signature> pss;
    private final InstancePool<Cipher> raw;
    private final InstancePool<Cipher> pkcs1;

    Rsa(CryptoEngine engine) {
        this.engine = engine;
        this.sha1 = new InstancePool<>(() -> engine.signature("SHA1withRSA"));
        this.sha256 = new InstancePool<>(() -> engine.signature("SHA256withRSA"));
        this.pss = new InstancePool<>(() -> {
            Signature signature = engine.signature("RSASSA-PSS");
            signature.setParameter(PSS_SHA256);
            return signature;
        });
        this.raw = new InstancePool<>(() -> engine.cipher("RSA/ECB/NoPadding"));
        this.pkcs1 = new InstancePool<>(() -> engine.cipher("RSA/ECB/PKCS1Padding"));
    }

    /** How a signature is made. */
    public enum Scheme {
        /** PKCS#1 v1.5 with SHA-1: the legacy wire. */
        SHA1,
        /** PKCS#1 v1.5 with SHA-256: our certificates. */
        SHA256,
        /** PSS with SHA-256 and a salt of 32 bytes: key statements. */
        PSS_SHA256
    }

    /** A new pair of 2048 bits with exponent 65537, as every peer expects. */
    public RsaPrivateKey generate() {
        KeyPairGenerator generator = engine.keyPairGenerator("RSA");
        generator.initialize(BITS, engine.random());
        return RsaPrivateKey.ofPkcs8(generator.generateKeyPair().getPrivate().getEncoded());
    }

    public byte[] sign(Scheme scheme, RsaPrivateKey key, byte[] data) {
        try {
            return pool(scheme).with(signature -> {
                signature.initSign(key.preparedFor(engine), engine.random());
                signature.update(data);
                return signature.sign();
            });
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("signing with RSA", broken);
        }
    }

    /** Whether the signature is good; anything that is no signature at all is simply not good. */
    public boolean verify(Scheme scheme, RsaPublicKey key, byte[] data, byte[] signed) {
        if (signed.length != key.length()) {
            return false;
        }
        try {
            return pool(scheme).with(signature -> {
                signature.initVerify(key.preparedFor(engine));
                signature.update(data);
                return signature.verify(signed);
            });
        } catch (SignatureException | InvalidKeyException notASignature) {
            return false;
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("verifying with RSA", broken);
        }
    }

    /** PKCS#1 v1.5 encryption, which is all that the legacy wire has for key transport. */
    public byte[] encryptPkcs1(RsaPublicKey key, byte[] secret) {
        try {
            return pkcs1.with(cipher -> {
                cipher.init(Cipher.ENCRYPT_MODE, key.preparedFor(engine), engine.random());
                return cipher.doFinal(secret);
            });
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("encrypting with RSA", broken);
        }
    }

    /**
     * The bare private operation: {@code block} must have the modulus' length and be less than the modulus. The
     * padding is left in place, so that whoever looks at it can do so in constant time.
     */
    public byte[] privateOperation(RsaPrivateKey key, byte[] block) {
        try {
            return raw.with(cipher -> {
                cipher.init(Cipher.DECRYPT_MODE, key.preparedFor(engine), engine.random());
                return cipher.doFinal(block);
            });
        } catch (GeneralSecurityException broken) {
            throw new CryptoFailureException("decrypting with RSA", broken);
        }
    }

    private InstancePool<Signature> pool(Scheme scheme) {
        return switch (scheme) {
            case SHA1 -> sha1;
            case SHA256 -> sha256;
            case PSS_SHA256 -> pss;
        };
    }
}
