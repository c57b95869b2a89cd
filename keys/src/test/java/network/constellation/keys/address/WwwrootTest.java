package network.constellation.keys.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WwwrootTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.example.org, a.example.org, 443, ''",
        "http://a.example.org, a.example.org, 80, ''",
        "https://A.Example.org:8443/learn, a.example.org, 8443, /learn",
        "http://moodle-b.example.net/learn/more, moodle-b.example.net, 80, /learn/more",
        "http://127.0.0.1:8080, 127.0.0.1, 8080, ''",
        "http://[::1]:8080/x, [::1], 8080, /x"
    })
    void hasHostPortAndPath(String value, String host, int port, String path) {
        Wwwroot root = Wwwroot.of(value);
        assertThat(root.value()).isEqualTo(value);
        assertThat(root.host()).isEqualTo(host);
        assertThat(root.port()).isEqualTo(port);
        assertThat(root.path()).isEqualTo(path);
        assertThat(root.isTls()).isEqualTo(value.startsWith("https"));
        assertThat(root.with("/mnet/publickey.php")).isEqualTo(value + "/mnet/publickey.php");
        assertThat(root).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.example.org",
                "ftp://a.example.org",
                "HTTPS://a.example.org",
                "https://",
                "https:///learn",
                "https://a.example.org/",
                "https://a.example.org/learn/",
                "https://a.example.org/../x",
                "https://a.example.org/%2e%2e/x",
                "https://a.example.org/a//b",
                "https://a.example.org?x=1",
                "https://a.example.org/#x",
                "https://user@a.example.org",
                "https://a.example.org:99999",
                "https://a.example.org:0",
                "https://a example.org",
                "https://a.example.org/\u0000",
                "https://a.example.org\n",
                " https://a.example.org",
                "https://a.example.org/é"
            })
    void whatIsNoBaseAddressIsRefusedInOneSentence(String value) {
        assertThatThrownBy(() -> Wwwroot.of(value))
                .isInstanceOf(InvalidAddressException.class)
                .hasMessageStartingWith("The address \"" + value + "\" ")
                .hasMessageEndingWith(".");
    }

    @Test
    void tooLongIsRefused() {
        String most = "https://a.example.org/" + "x".repeat(255 - 22);
        assertThat(Wwwroot.of(most).value()).hasSize(255);
        assertThatThrownBy(() -> Wwwroot.of(most + "x")).hasMessageContaining("longer than 255");
    }

    @Test
    void anAdministratorMayTypeLess() {
        assertThat(Wwwroot.normalized(" a.example.org/learn/ ")).isEqualTo(Wwwroot.of("https://a.example.org/learn"));
        assertThat(Wwwroot.normalized("http://a.example.org/")).isEqualTo(Wwwroot.of("http://a.example.org"));
        assertThatThrownBy(() -> Wwwroot.normalized("  ")).isInstanceOf(InvalidAddressException.class);
        assertThatThrownBy(() -> Wwwroot.normalized("a.example.org//")).isInstanceOf(InvalidAddressException.class);
    }

    @Test
    void addressesAreComparedAsTexts() {
        assertThat(Wwwroot.of("https://A.example.org")).isNotEqualTo(Wwwroot.of("https://a.example.org"));
        assertThat(Wwwroot.of("https://a.example.org:443")).isNotEqualTo(Wwwroot.of("https://a.example.org"));
        assertThat(Wwwroot.of("https://a.example.org")).isLessThan(Wwwroot.of("https://b.example.org"));
    }

    @Property(tries = 500)
    void anyTextIsAnAddressOrRefused(@ForAll String text) {
        for (String value : new String[] {text, "https://" + text, "https://a.example.org/" + text}) {
            try {
                Wwwroot root = Wwwroot.of(value);
                assertThat(root.value()).isEqualTo(value);
                assertThat(root.host()).isNotEmpty();
                assertThat(root.port()).isBetween(1, 65535);
            } catch (InvalidAddressException refused) {
                assertThat(refused).hasMessageEndingWith(".");
            }
        }
    }
}
