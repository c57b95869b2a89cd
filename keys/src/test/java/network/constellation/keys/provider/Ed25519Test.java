package network.constellation.keys.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import network.constellation.keys.provider.Engines.WithEachEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519Test {
    private static final CryptoEngine NATIVE_OR_NOT = CryptoEngine.detect();
    private static final CryptoEngine PURE = CryptoEngine.pureJava();

    @WithEachEngine
    void signsAsRfc8032Says(CryptoEngine engine) {
        // Section 7.1, test 3.
        Ed25519PrivateKey key =
                Ed25519PrivateKey.ofSeed(hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"));
        assertThat(key.publicKey().raw())
                .isEqualTo(hex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));
        byte[] signature = engine.ed25519().sign(key, hex("af82"));
        assertThat(signature)
                .isEqualTo(hex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
        assertThat(engine.ed25519().verify(key.publicKey(), hex("af82"), signature))
                .isTrue();
    }

    @Property(tries = 60)
    void bothEnginesSignAlike(@ForAll byte[] data) {
        Ed25519PrivateKey key = PURE.ed25519().generate();
        byte[] signature = NATIVE_OR_NOT.ed25519().sign(key, data);
        assertThat(PURE.ed25519().sign(key, data)).isEqualTo(signature);
        assertThat(PURE.ed25519().verify(key.publicKey(), data, signature)).isTrue();
        byte[] other = Arrays.copyOf(data, data.length + 1);
        assertThat(NATIVE_OR_NOT.ed25519().verify(key.publicKey(), other, signature))
                .isFalse();
    }

    @WithEachEngine
    void whatIsNoSignatureIsNotGood(CryptoEngine engine) {
        Ed25519PrivateKey key = engine.ed25519().generate();
        byte[] data = {1};
        byte[] signature = engine.ed25519().sign(key, data);
        for (byte[] bad : new byte[][] {{}, new byte[63], new byte[64], new byte[65], Arrays.copyOf(signature, 63)}) {
            assertThat(engine.ed25519().verify(key.publicKey(), data, bad)).isFalse();
        }
        for (int at : new int[] {0, 31, 32, 63}) {
            byte[] changed = signature.clone();
            changed[at] ^= 4;
            assertThat(engine.ed25519().verify(key.publicKey(), data, changed)).isFalse();
        }
    }

    @WithEachEngine
    void aSecondSignatureCannotBeMadeFromTheFirst(CryptoEngine engine) {
        Ed25519PrivateKey key = engine.ed25519().generate();
        byte[] data = {1};
        byte[] malleated = plusOrder(engine.ed25519().sign(key, data));
        assertThat(engine.ed25519().verify(key.publicKey(), data, malleated)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The eight points of small order, identity first, and what else encodes them.
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                // Not on the curve.
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void weakAndUncanonicalKeysAreRefused(String weak) {
        assertThatThrownBy(() -> Ed25519PublicKey.of(hex(weak)))
                .isInstanceOf(MalformedKeyException.class)
                .hasMessage("The Ed25519 key is weak or not canonical.");
    }

    @Test
    void keysOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> Ed25519PublicKey.of(new byte[31])).hasMessageContaining("31 bytes");
        assertThatThrownBy(() -> Ed25519PrivateKey.ofSeed(new byte[64])).hasMessageContaining("64 bytes");
    }

    @Test
    void keysCannotBeChangedFromOutside() {
        byte[] seed = PURE.randomBytes(32);
        Ed25519PrivateKey key = Ed25519PrivateKey.ofSeed(seed);
        byte[] before = key.seed();
        seed[0] ^= 1;
        key.seed()[1] ^= 1;
        key.publicKey().raw()[0] ^= 1;
        assertThat(key.seed()).isEqualTo(before);
        assertThat(Ed25519PrivateKey.ofSeed(before).publicKey()).isEqualTo(key.publicKey());
    }

    /** Adds the order of the group to S, which a careless verifier accepts. */
    private static byte[] plusOrder(byte[] signature) {
        byte[] order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        byte[] changed = signature.clone();
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            int sum = (changed[32 + i] & 0xff) + (order[i] & 0xff) + carry;
            changed[32 + i] = (byte) sum;
            carry = sum >> 8;
        }
        return changed;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
