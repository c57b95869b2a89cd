package network.constellation.keys.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DigestsTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void areThePublishedOnes() {
        assertThat(hex(Digests.sha256(ABC)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(hex(Digests.newSha256().digest(ABC))).isEqualTo(hex(Digests.sha256(ABC)));
        assertThat(hex(Digests.sha1(ABC))).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        // RFC 4231, test case 2.
        assertThat(hex(Digests.hmacSha256(
                        "Jefe".getBytes(StandardCharsets.US_ASCII),
                        "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void equalMeansEqual() {
        assertThat(Digests.equal(ABC, ABC.clone())).isTrue();
        assertThat(Digests.equal(ABC, "abd".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(Digests.equal(ABC, new byte[0])).isFalse();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
