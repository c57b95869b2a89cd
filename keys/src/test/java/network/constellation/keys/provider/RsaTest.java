package network.constellation.keys.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RsaTest {
    private static final byte[] DATA = "what is signed".getBytes(StandardCharsets.UTF_8);

    private final CryptoEngine nativeOrNot = CryptoEngine.detect();
    private final CryptoEngine pure = CryptoEngine.pureJava();

    @ParameterizedTest
    @EnumSource
    void whatOneEngineSignsTheOtherVerifies(Rsa.Scheme scheme) {
        RsaPrivateKey key = new TestingKeys(pure).rsa();
        byte[] byNative = nativeOrNot.rsa().sign(scheme, key, DATA);
        byte[] byPure = pure.rsa().sign(scheme, key, DATA);
        assertThat(pure.rsa().verify(scheme, key.publicKey(), DATA, byNative)).isTrue();
        assertThat(nativeOrNot.rsa().verify(scheme, key.publicKey(), DATA, byPure))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureIsOfOneSchemeOnly(Rsa.Scheme scheme) {
        RsaPrivateKey key = new TestingKeys(pure).rsa();
        byte[] signature = pure.rsa().sign(scheme, key, DATA);
        for (Rsa.Scheme other : Rsa.Scheme.values()) {
            assertThat(nativeOrNot.rsa().verify(other, key.publicKey(), DATA, signature))
                    .isEqualTo(other == scheme);
            assertThat(pure.rsa().verify(other, key.publicKey(), DATA, signature))
                    .isEqualTo(other == scheme);
        }
    }

    @WithEachEngine
    void makesPairsAsPeersExpectThem(CryptoEngine engine) {
        RsaPrivateKey key = engine.rsa().generate();
        assertThat(key.publicKey().modulus().bitLength()).isEqualTo(2048);
        assertThat(key.publicKey().key().getPublicExponent()).isEqualTo(65537);
        assertThat(key.length()).isEqualTo(256);
        assertThat(RsaPrivateKey.ofPkcs8(key.pkcs8()).publicKey()).isEqualTo(key.publicKey());
    }

    @WithEachEngine
    void theBarePrivateOperationLeavesThePaddingInPlace(CryptoEngine engine) {
        RsaPrivateKey key = new TestingKeys(engine).rsa();
        byte[] block =
                engine.rsa().privateOperation(key, engine.rsa().encryptPkcs1(key.publicKey(), new byte[] {1, 2, 3}));
        assertThat(block).hasSize(256).startsWith(0, 2).endsWith(0, 1, 2, 3);
    }

    @WithEachEngine
    void theBarePrivateOperationKeepsLeadingZeros(CryptoEngine engine) {
        RsaPrivateKey key = new TestingKeys(engine).rsa();
        byte[] one = new byte[256];
        one[255] = 1;
        assertThat(engine.rsa().privateOperation(key, one)).isEqualTo(one);
    }

    @Test
    void smallKeysAreRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        var small = generator.generateKeyPair();
        assertThatThrownBy(() -> RsaPublicKey.of(small.getPublic()))
                .isInstanceOf(MalformedKeyException.class)
                .hasMessage("The RSA key has 1024 bits, it must have 2048 to 8192.");
        assertThatThrownBy(() -> RsaPrivateKey.ofPkcs8(small.getPrivate().getEncoded()))
                .isInstanceOf(MalformedKeyException.class);
    }

    @Test
    void keysOfOtherKindsAreRefused() throws Exception {
        PublicKey other =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        assertThatThrownBy(() -> RsaPublicKey.of(other))
                .isInstanceOf(MalformedKeyException.class)
                .hasMessageContaining("must be RSA");
    }

    @Test
    void unusableExponentsAreRefused() throws Exception {
        BigInteger modulus = new TestingKeys(pure).rsa().publicKey().modulus();
        for (BigInteger exponent : new BigInteger[] {
            BigInteger.valueOf(65536), BigInteger.ONE.shiftLeft(60).add(BigInteger.ONE)
        }) {
            PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
            assertThatThrownBy(() -> RsaPublicKey.of(key))
                    .isInstanceOf(MalformedKeyException.class)
                    .hasMessageContaining("exponent");
        }
    }

    @Test
    void whatIsNoPrivateKeyIsRefused() {
        assertThatThrownBy(() -> RsaPrivateKey.ofPkcs8(new byte[] {1, 2, 3}))
                .isInstanceOf(MalformedKeyException.class)
                .hasMessage("The RSA private key cannot be read: it must be PKCS#8.");
        assertThatThrownBy(() -> RsaPrivateKey.ofPkcs8(pure.ed25519().generate().pkcs8()))
                .isInstanceOf(MalformedKeyException.class);
    }

    @Test
    void textsNeverShowSecrets() {
        assertThat(new TestingKeys(pure).rsa()).hasToString("RsaPrivateKey[secret]");
        assertThat(pure.ed25519().generate()).hasToString("Ed25519PrivateKey[secret]");
        assertThat(pure.x25519().generate()).hasToString("X25519PrivateKey[secret]");
    }

    @Test
    void equalKeysAreEqual() {
        RsaPrivateKey key = new TestingKeys(pure).rsa();
        RsaPublicKey again = RsaPublicKey.of(key.publicKey().key());
        assertThat(again).isEqualTo(key.publicKey()).hasSameHashCodeAs(key.publicKey());
        assertThat(again.sha256()).isEqualTo(Digests.sha256(again.encoded()));
    }
}
