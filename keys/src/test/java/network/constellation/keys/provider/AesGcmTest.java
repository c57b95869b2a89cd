package network.constellation.keys.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import network.constellation.keys.provider.Engines.WithEachEngine;

class AesGcmTest {
    private static final byte[] KEY =
            HexFormat.of().parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    private static final byte[] NONCE = HexFormat.of().parseHex("cafebabefacedbaddecaf888");
    private static final byte[] ASSOCIATED = HexFormat.of().parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");

    @WithEachEngine
    void sealsAsThePublishedCases(CryptoEngine engine) {
        // Case 16 of the GCM submission to NIST.
        byte[] plain = HexFormat.of()
                .parseHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        byte[] sealed = engine.aesGcm().seal(KEY, NONCE, ASSOCIATED, plain);
        assertThat(HexFormat.of().formatHex(sealed))
                .isEqualTo("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b");
        assertThat(engine.aesGcm().open(KEY, NONCE, ASSOCIATED, sealed)).hasValue(plain);
    }

    @WithEachEngine
    void whatWasChangedDoesNotOpen(CryptoEngine engine) {
        byte[] sealed = engine.aesGcm().seal(KEY, NONCE, ASSOCIATED, new byte[] {1, 2, 3});
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(engine.aesGcm().open(KEY, NONCE, ASSOCIATED, changed)).isEmpty();
        }
        assertThat(engine.aesGcm().open(KEY, NONCE, new byte[0], sealed)).isEmpty();
        assertThat(engine.aesGcm().open(KEY, new byte[12], ASSOCIATED, sealed)).isEmpty();
        assertThat(engine.aesGcm().open(new byte[32], NONCE, ASSOCIATED, sealed))
                .isEmpty();
        assertThat(engine.aesGcm().open(KEY, NONCE, ASSOCIATED, new byte[15])).isEmpty();
        assertThat(engine.aesGcm().open(KEY, NONCE, ASSOCIATED, sealed))
                .as("afterwards still")
                .isPresent();
    }

    @WithEachEngine
    void behindAHeadItSealsTheSame(CryptoEngine engine) {
        byte[] head = {9, 8, 7};
        byte[] secret = Encodings.joined(KEY, NONCE);
        byte[] plain = {1, 2, 3, 4};
        byte[] data = engine.aesGcm().sealAfter(head, secret, plain);
        assertThat(data).startsWith(head);
        assertThat(engine.aesGcm().open(KEY, NONCE, new byte[0], Arrays.copyOfRange(data, head.length, data.length)))
                .hasValue(plain);
        assertThat(engine.aesGcm().openAfter(head.length, secret, data)).hasValue(plain);
        for (int i = head.length; i < data.length; i++) {
            byte[] changed = data.clone();
            changed[i] ^= 1;
            assertThat(engine.aesGcm().openAfter(head.length, secret, changed)).isEmpty();
        }
        assertThat(engine.aesGcm().openAfter(head.length, secret, new byte[head.length + 15]))
                .isEmpty();
        assertThat(engine.aesGcm().openAfter(head.length, secret, new byte[1])).isEmpty();
        assertThatThrownBy(() -> engine.aesGcm().sealAfter(head, KEY, plain))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @WithEachEngine
    void keysAndNoncesHaveTheirLength(CryptoEngine engine) {
        assertThatThrownBy(() -> engine.aesGcm().seal(new byte[16], NONCE, ASSOCIATED, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.aesGcm().open(KEY, new byte[16], ASSOCIATED, new byte[20]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
