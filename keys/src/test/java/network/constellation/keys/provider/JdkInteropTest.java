package network.constellation.keys.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.testing.TestingKeys;

/** Our keys and signatures as any other program would read them; here the JDK's own, which no engine of ours uses. */
class JdkInteropTest {
    private static final byte[] DATA = {1, 2, 3, 4, 5};
    private static final String ED25519_HEAD = "302a300506032b6570032100";
    private static final String X25519_HEAD = "302a300506032b656e032100";

    @WithEachEngine
    void theJdkVerifiesOurEd25519(CryptoEngine engine) throws Exception {
        Ed25519PrivateKey key = engine.ed25519().generate();
        Signature jdk = Signature.getInstance("Ed25519", "SunEC");
        jdk.initVerify(publicKey("Ed25519", ED25519_HEAD, key.publicKey().raw()));
        jdk.update(DATA);
        assertThat(jdk.verify(engine.ed25519().sign(key, DATA))).isTrue();
    }

    @WithEachEngine
    void weVerifyTheJdksEd25519(CryptoEngine engine) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519", "SunEC").generateKeyPair();
        Signature jdk = Signature.getInstance("Ed25519", "SunEC");
        jdk.initSign(pair.getPrivate());
        jdk.update(DATA);
        byte[] signature = jdk.sign();
        Ed25519PublicKey key = Ed25519PublicKey.of(last32(pair.getPublic().getEncoded()));
        assertThat(engine.ed25519().verify(key, DATA, signature)).isTrue();
    }

    @WithEachEngine
    void theJdkReadsOurPrivateKeys(CryptoEngine engine) throws Exception {
        Ed25519PrivateKey signing = engine.ed25519().generate();
        Signature jdk = Signature.getInstance("Ed25519", "SunEC");
        jdk.initSign(privateKey("Ed25519", "SunEC", signing.pkcs8()));
        jdk.update(DATA);
        assertThat(jdk.sign()).isEqualTo(engine.ed25519().sign(signing, DATA));
        RsaPrivateKey rsa = engine.rsa().generate();
        Signature pkcs1 = Signature.getInstance("SHA256withRSA", "SunRsaSign");
        pkcs1.initSign(privateKey("RSA", "SunRsaSign", rsa.pkcs8()));
        pkcs1.update(DATA);
        assertThat(pkcs1.sign()).isEqualTo(engine.rsa().sign(Rsa.Scheme.SHA256, rsa, DATA));
    }

    @WithEachEngine
    void theJdkAgreesOnX25519(CryptoEngine engine) throws Exception {
        X25519PrivateKey ours = engine.x25519().generate();
        KeyPair theirs = KeyPairGenerator.getInstance("X25519", "SunEC").generateKeyPair();
        KeyAgreement jdk = KeyAgreement.getInstance("X25519", "SunEC");
        jdk.init(theirs.getPrivate());
        jdk.doPhase(publicKey("X25519", X25519_HEAD, ours.publicKey().raw()), true);
        X25519PublicKey half = X25519PublicKey.of(last32(theirs.getPublic().getEncoded()));
        assertThat(engine.x25519().agree(ours, half)).isEqualTo(jdk.generateSecret());
        KeyAgreement withOurs = KeyAgreement.getInstance("X25519", "SunEC");
        withOurs.init(privateKey("X25519", "SunEC", ours.pkcs8()));
        withOurs.doPhase(theirs.getPublic(), true);
        assertThat(withOurs.generateSecret()).isEqualTo(engine.x25519().agree(ours, half));
    }

    @WithEachEngine
    void theJdkVerifiesOurPss(CryptoEngine engine) throws Exception {
        RsaPrivateKey key = new TestingKeys(engine).rsa();
        Signature jdk = Signature.getInstance("RSASSA-PSS", "SunRsaSign");
        jdk.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        jdk.initVerify(key.publicKey().key());
        jdk.update(DATA);
        assertThat(jdk.verify(engine.rsa().sign(Rsa.Scheme.PSS_SHA256, key, DATA)))
                .isTrue();
    }

    @WithEachEngine
    void pssSaltsOfAnotherLengthAreRefused(CryptoEngine engine) throws Exception {
        RsaPrivateKey key = new TestingKeys(engine).rsa();
        Signature jdk = Signature.getInstance("RSASSA-PSS", "SunRsaSign");
        jdk.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 20, 1));
        jdk.initSign(privateKey("RSA", "SunRsaSign", key.pkcs8()));
        jdk.update(DATA);
        assertThat(engine.rsa().verify(Rsa.Scheme.PSS_SHA256, key.publicKey(), DATA, jdk.sign()))
                .isFalse();
    }

    @WithEachEngine
    void theJdkOpensOurGcm(CryptoEngine engine) throws Exception {
        byte[] key = engine.randomBytes(AesGcm.KEY_LENGTH);
        byte[] nonce = engine.randomBytes(AesGcm.NONCE_LENGTH);
        Cipher jdk = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
        jdk.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        jdk.updateAAD(DATA);
        byte[] large = engine.randomBytes(70_000);
        assertThat(jdk.doFinal(engine.aesGcm().seal(key, nonce, DATA, large))).isEqualTo(large);
    }

    @WithEachEngine
    void anEngineUsesKeysThatTheOtherHasUsed(CryptoEngine engine) {
        // Keys remember the form that one engine wants; with another engine they must not mix it up.
        RsaPrivateKey rsa = new TestingKeys(engine).rsa();
        Ed25519PrivateKey ed25519 = engine.ed25519().generate();
        for (int round = 0; round < 3; round++) {
            for (CryptoEngine each : Engines.both().toList()) {
                assertThat(engine.rsa()
                                .verify(
                                        Rsa.Scheme.SHA256,
                                        rsa.publicKey(),
                                        DATA,
                                        each.rsa().sign(Rsa.Scheme.SHA256, rsa, DATA)))
                        .isTrue();
                assertThat(each.ed25519()
                                .verify(
                                        ed25519.publicKey(),
                                        DATA,
                                        engine.ed25519().sign(ed25519, DATA)))
                        .isTrue();
            }
        }
    }

    private static PublicKey publicKey(String algorithm, String head, byte[] raw) throws Exception {
        byte[] encoded = HexFormat.of().parseHex(head + HexFormat.of().formatHex(raw));
        return KeyFactory.getInstance(algorithm, "SunEC").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PrivateKey privateKey(String algorithm, String provider, byte[] pkcs8) throws Exception {
        return KeyFactory.getInstance(algorithm, provider).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] last32(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }
}
