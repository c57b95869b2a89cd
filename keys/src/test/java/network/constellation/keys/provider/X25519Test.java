package network.constellation.keys.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X25519Test {
    private final CryptoEngine engine = CryptoEngine.detect();

    @Test
    void agreesAsRfc7748Says() {
        // Section 6.1.
        X25519PrivateKey alice =
                X25519PrivateKey.of(hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
        X25519PrivateKey bob =
                X25519PrivateKey.of(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
        assertThat(alice.publicKey().raw())
                .isEqualTo(hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
        assertThat(bob.publicKey().raw())
                .isEqualTo(hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
        byte[] shared = hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        assertThat(engine.x25519().agree(alice, bob.publicKey())).isEqualTo(shared);
        assertThat(engine.x25519().agree(bob, alice.publicKey())).isEqualTo(shared);
    }

    @RepeatedTest(40)
    void bothSidesAgree() {
        X25519PrivateKey one = engine.x25519().generate();
        X25519PrivateKey other = engine.x25519().generate();
        assertThat(engine.x25519().agree(one, other.publicKey()))
                .isEqualTo(engine.x25519().agree(other, one.publicKey()))
                .isNotEqualTo(new byte[32]);
        assertThat(X25519PublicKey.of(one.publicKey().raw())).isEqualTo(one.publicKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void keysOfSmallOrderAreRefused(String weak) {
        assertThatThrownBy(() -> X25519PublicKey.of(hex(weak)))
                .isInstanceOf(MalformedKeyException.class)
                .hasMessage("The X25519 key is weak: it has small order.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0900000000000000000000000000000000000000000000000000000000000080",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void keysInASecondSpellingAreRefused(String uncanonical) {
        assertThatThrownBy(() -> X25519PublicKey.of(hex(uncanonical)))
                .isInstanceOf(MalformedKeyException.class)
                .hasMessage("The X25519 key is not canonical.");
    }

    @Test
    void theLargestCanonicalNumbersAreOnlyRefusedForTheirOrder() {
        X25519PublicKey.of(hex("ebffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"));
        byte[] topByteLower = new byte[32];
        Arrays.fill(topByteLower, (byte) 0xff);
        topByteLower[31] = 0x7e;
        assertThat(X25519PublicKey.of(topByteLower).raw()).isEqualTo(topByteLower);
        byte[] middleLower = topByteLower.clone();
        middleLower[31] = 0x7f;
        middleLower[15] = 0x7f;
        assertThat(X25519PublicKey.of(middleLower).raw()).isEqualTo(middleLower);
    }

    @Test
    void keysOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> X25519PublicKey.of(new byte[33])).hasMessageContaining("33 bytes");
        assertThatThrownBy(() -> X25519PrivateKey.of(new byte[0])).hasMessageContaining("0 bytes");
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
