package network.constellation.keys.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Engines.WithEachEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.testing.TestingKeys;
import org.junit.jupiter.api.Test;

class LegacyCryptoTest {
    private static final byte[] SESSION_KEY = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e00");

    @WithEachEngine
    void signaturesVerifyAndNothingElseDoes(CryptoEngine engine) {
        LegacyCrypto legacy = new LegacyCrypto(engine);
        TestingKeys keys = new TestingKeys(engine);
        RsaPrivateKey key = keys.rsa();
        RsaPrivateKey other = keys.rsa();
        byte[] payload = "<methodCall/>".getBytes(StandardCharsets.UTF_8);
        byte[] signature = legacy.sign(key, payload);

        assertThat(signature).hasSize(256);
        assertThat(legacy.verify(key.publicKey(), payload, signature)).isTrue();
        assertThat(legacy.verify(other.publicKey(), payload, signature)).isFalse();
        assertThat(legacy.verify(key.publicKey(), new byte[0], signature)).isFalse();
        assertThat(legacy.verify(key.publicKey(), payload, new byte[256])).isFalse();
        assertThat(legacy.verify(key.publicKey(), payload, new byte[0])).isFalse();
        assertThat(legacy.verify(key.publicKey(), payload, new byte[300])).isFalse();
        byte[] ones = new byte[256];
        Arrays.fill(ones, (byte) 0xff);
        assertThat(legacy.verify(key.publicKey(), payload, ones)).isFalse();
        signature[200] ^= 1;
        assertThat(legacy.verify(key.publicKey(), payload, signature)).isFalse();
    }

    @WithEachEngine
    void whatIsWrappedIsUnwrapped(CryptoEngine engine) {
        LegacyCrypto legacy = new LegacyCrypto(engine);
        RsaPrivateKey key = new TestingKeys(engine).rsa();

        byte[] wrapped = legacy.wrap(key.publicKey(), SESSION_KEY);

        assertThat(wrapped).hasSize(256);
        assertThat(legacy.unwrap(key, wrapped)).isEqualTo(SESSION_KEY);
        assertThat(legacy.wrap(key.publicKey(), SESSION_KEY)).isNotEqualTo(wrapped);
    }

    @WithEachEngine
    void badPaddingGivesTheSameSubstituteEachTime(CryptoEngine engine) {
        LegacyCrypto legacy = new LegacyCrypto(engine);
        TestingKeys keys = new TestingKeys(engine);
        RsaPrivateKey key = keys.rsa();
        RsaPrivateKey other = keys.rsa();
        byte[] forAnother = legacy.wrap(other.publicKey(), SESSION_KEY);

        byte[] substitute = legacy.unwrap(key, forAnother);

        assertThat(substitute).hasSize(16).isNotEqualTo(SESSION_KEY);
        assertThat(legacy.unwrap(key, forAnother)).isEqualTo(substitute);
        assertThat(new LegacyCrypto(CryptoEngine.pureJava()).unwrap(key, forAnother))
                .as("replicas agree")
                .isEqualTo(substitute);
        byte[] changed = forAnother.clone();
        changed[255] ^= 1;
        assertThat(legacy.unwrap(key, changed)).isNotEqualTo(substitute);
    }

    @WithEachEngine
    void aWrappedKeyOfWrongLengthOrRangeIsRejectedWithoutSayingSo(CryptoEngine engine) {
        LegacyCrypto legacy = new LegacyCrypto(engine);
        RsaPrivateKey key = new TestingKeys(engine).rsa();
        byte[] wrapped = legacy.wrap(key.publicKey(), SESSION_KEY);
        byte[] beyond = key.publicKey().modulus().toByteArray();
        byte[] ones = new byte[256];
        Arrays.fill(ones, (byte) 0xff);
        // One byte more in front leaves the number as it is: only the length differs.
        byte[] longer = new byte[257];
        System.arraycopy(wrapped, 0, longer, 1, 256);

        for (byte[] bad : new byte[][] {
            {},
            {1},
            Arrays.copyOf(wrapped, 255),
            Arrays.copyOf(wrapped, 257),
            longer,
            new byte[256],
            ones,
            new byte[100_000],
            Arrays.copyOfRange(beyond, beyond.length - 256, beyond.length)
        }) {
            byte[] substitute = legacy.unwrap(key, bad);
            assertThat(substitute).hasSize(16).isNotEqualTo(SESSION_KEY);
            assertThat(legacy.unwrap(key, bad)).isEqualTo(substitute);
        }
    }

    @WithEachEngine
    void aSecretOfAnotherLengthIsRejected(CryptoEngine engine) {
        LegacyCrypto legacy = new LegacyCrypto(engine);
        RsaPrivateKey key = new TestingKeys(engine).rsa();
        for (int length : new int[] {0, 1, 15, 17, 32, 245}) {
            byte[] secret = new byte[length];
            Arrays.fill(secret, (byte) 7);
            byte[] wrapped = engine.rsa().encryptPkcs1(key.publicKey(), secret);
            byte[] got = legacy.unwrap(key, wrapped);
            assertThat(got).hasSize(16).isEqualTo(Arrays.copyOf(key.substituteFor(wrapped), 16));
        }
    }

    @WithEachEngine
    void eachRuleOfThePaddingCounts(CryptoEngine engine) {
        LegacyCrypto legacy = new LegacyCrypto(engine);
        RsaPrivateKey key = new TestingKeys(engine).rsa();
        byte[] good = new byte[256];
        Arrays.fill(good, (byte) 0x55);
        good[0] = 0;
        good[1] = 2;
        good[239] = 0;
        System.arraycopy(SESSION_KEY, 0, good, 240, 16);
        assertThat(legacy.unwrap(key, rawEncrypt(key, good))).isEqualTo(SESSION_KEY);

        int[][] faults = {{0, 1}, {1, 1}, {1, 0}, {2, 0}, {9, 0}, {120, 0}, {238, 0}, {239, 1}};
        for (int[] fault : faults) {
            byte[] bad = good.clone();
            bad[fault[0]] = (byte) fault[1];
            byte[] wrapped = rawEncrypt(key, bad);
            assertThat(legacy.unwrap(key, wrapped))
                    .as("byte %d set to %d", fault[0], fault[1])
                    .isEqualTo(Arrays.copyOf(key.substituteFor(wrapped), 16));
        }
    }

    @Test
    void rc4GivesThePublishedStreams() {
        LegacyCrypto legacy = new LegacyCrypto(CryptoEngine.pureJava());
        assertThat(legacy.rc4(ascii("Key"), ascii("Plaintext")))
                .isEqualTo(HexFormat.of().parseHex("bbf316e8d940af0ad3"));
        assertThat(legacy.rc4(ascii("Wiki"), ascii("pedia")))
                .isEqualTo(HexFormat.of().parseHex("1021bf0420"));
        // RFC 6229, 128-bit key 0x0102..10, offset 0.
        assertThat(legacy.rc4(HexFormat.of().parseHex("0102030405060708090a0b0c0d0e0f10"), new byte[16]))
                .isEqualTo(HexFormat.of().parseHex("9ac7cc9a609d1ef7b2932899cde41b97"));
        assertThatThrownBy(() -> legacy.rc4(new byte[0], new byte[1])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sessionKeysHaveSixteenBytesAndDiffer() {
        LegacyCrypto legacy = new LegacyCrypto(CryptoEngine.detect());
        assertThat(legacy.newSessionKey()).hasSize(16).isNotEqualTo(legacy.newSessionKey());
        RsaPrivateKey key = new TestingKeys(CryptoEngine.detect()).rsa();
        assertThatThrownBy(() -> legacy.wrap(key.publicKey(), new byte[15]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 bytes");
    }

    private static byte[] rawEncrypt(RsaPrivateKey key, byte[] block) {
        byte[] number = new BigInteger(1, block)
                .modPow(
                        key.publicKey().key().getPublicExponent(),
                        key.publicKey().modulus())
                .toByteArray();
        byte[] whole = new byte[256];
        int length = Math.min(256, number.length);
        System.arraycopy(number, number.length - length, whole, 256 - length, length);
        return whole;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
