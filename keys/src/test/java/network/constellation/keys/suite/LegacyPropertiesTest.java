package network.constellation.keys.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.testing.TestingKeys;

/** The legacy primitives beside those of the JDK, which share no code with ours. */
class LegacyPropertiesTest {
    private static final CryptoEngine ENGINE = CryptoEngine.detect();
    private static final LegacyCrypto LEGACY = new LegacyCrypto(ENGINE);
    private static final RsaPrivateKey KEY = new TestingKeys(ENGINE).rsa();

    @Property(tries = 300)
    void rc4IsThatOfTheJdk(@ForAll @Size(min = 5, max = 128) byte[] key, @ForAll @Size(max = 5000) byte[] data)
            throws Exception {
        Cipher jdk = Cipher.getInstance("ARCFOUR", "SunJCE");
        jdk.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ARCFOUR"));
        byte[] sealed = LEGACY.rc4(key, data);
        assertThat(sealed).isEqualTo(jdk.doFinal(data));
        assertThat(LEGACY.rc4(key, sealed)).isEqualTo(data);
    }

    @Property(tries = 60)
    void theJdkUnwrapsWhatWeWrap(@ForAll("sessionKeys") byte[] sessionKey) throws Exception {
        Cipher jdk = Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
        jdk.init(Cipher.DECRYPT_MODE, jdkKey());
        assertThat(jdk.doFinal(LEGACY.wrap(KEY.publicKey(), sessionKey))).isEqualTo(sessionKey);
    }

    @Property(tries = 60)
    void weUnwrapWhatTheJdkWraps(@ForAll("sessionKeys") byte[] sessionKey) throws Exception {
        Cipher jdk = Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
        jdk.init(Cipher.ENCRYPT_MODE, KEY.publicKey().key());
        assertThat(LEGACY.unwrap(KEY, jdk.doFinal(sessionKey))).isEqualTo(sessionKey);
    }

    @Property(tries = 60)
    void theJdkVerifiesWhatWeSign(@ForAll byte[] payload) throws Exception {
        Signature jdk = Signature.getInstance("SHA1withRSA", "SunRsaSign");
        jdk.initVerify(KEY.publicKey().key());
        jdk.update(payload);
        assertThat(jdk.verify(LEGACY.sign(KEY, payload))).isTrue();
    }

    @Property(tries = 60)
    void weVerifyWhatTheJdkSigns(@ForAll byte[] payload) throws Exception {
        Signature jdk = Signature.getInstance("SHA1withRSA", "SunRsaSign");
        jdk.initSign(jdkKey());
        jdk.update(payload);
        byte[] signature = jdk.sign();
        assertThat(LEGACY.verify(KEY.publicKey(), payload, signature)).isTrue();
        assertThat(LEGACY.sign(KEY, payload)).as("the scheme leaves no choice").isEqualTo(signature);
    }

    @Property(tries = 200)
    void anyBytesUnwrapToSomething(@ForAll @Size(max = 600) byte[] wrapped) {
        byte[] got = LEGACY.unwrap(KEY, wrapped);
        assertThat(got).hasSize(16).isEqualTo(Arrays.copyOf(KEY.substituteFor(wrapped), 16));
    }

    @Property(tries = 100)
    void aBlockOfRandomBytesGivesItsSubstitute(@ForAll("blocks") byte[] wrapped) {
        assertThat(LEGACY.unwrap(KEY, wrapped)).isEqualTo(Arrays.copyOf(KEY.substituteFor(wrapped), 16));
    }

    @Property(tries = 100)
    void oneChangedBitGivesASubstitute(
            @ForAll("sessionKeys") byte[] sessionKey, @ForAll @IntRange(max = 2047) int bit) {
        byte[] wrapped = LEGACY.wrap(KEY.publicKey(), sessionKey);
        wrapped[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(LEGACY.unwrap(KEY, wrapped))
                .isNotEqualTo(sessionKey)
                .isEqualTo(Arrays.copyOf(KEY.substituteFor(wrapped), 16));
    }

    @Property(tries = 100)
    void anyBytesAreNoSignature(@ForAll @Size(max = 600) byte[] signature, @ForAll byte[] payload) {
        assertThat(LEGACY.verify(KEY.publicKey(), payload, signature)).isFalse();
    }

    @Provide
    Arbitrary<byte[]> sessionKeys() {
        return Arbitraries.bytes().array(byte[].class).ofSize(16);
    }

    @Provide
    Arbitrary<byte[]> blocks() {
        return Arbitraries.bytes().array(byte[].class).ofSize(256);
    }

    private static PrivateKey jdkKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA", "SunRsaSign").generatePrivate(new PKCS8EncodedKeySpec(KEY.pkcs8()));
    }
}
