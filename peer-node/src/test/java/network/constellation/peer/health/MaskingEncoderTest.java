package network.constellation.peer.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingEncoderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "login with password=canary7 failed",
                "{\"message\":\"x\",\"token\":\"canary7\"}",
                "{\"message\":\"said {\\\"newPassword\\\": \\\"canary7\\\"}\"}",
                "Authorization: Bearer canary7",
                "Cookie: canary7",
                "/land.php?token=canary7&idp=https://a.example",
                "-----BEGIN PRIVATE KEY-----\nMIIcanary7\nxx\n-----END PRIVATE KEY----- and more",
                "-----BEGIN RSA PRIVATE KEY-----\\nMIIcanary7",
            })
    void secretsBecomeStars(String line) {
        assertThat(MaskingEncoder.mask(line)).doesNotContain("canary7").contains("***");
    }

    @Test
    void everythingElseStays() {
        String line = "The token was spent; password and secret are words. -----BEGIN CERTIFICATE-----\nMIIB\n";
        assertThat(MaskingEncoder.mask(line)).isEqualTo(line);
    }
}
