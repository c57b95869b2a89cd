package network.constellation.peer.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import network.constellation.keys.address.Wwwroot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a landing may lead: pages of the one site, or its home page. */
@Tag("P-30")
class WantsUrlTest {
    private static final List<Wwwroot> SITES = List.of(
            Wwwroot.of("https://site.example"),
            Wwwroot.of("http://site.example:8080"),
            Wwwroot.of("https://site.example/learn"));

    static Stream<Arguments> kept() {
        List<Arguments> cases = new ArrayList<>();
        vectors()
                .get("kept")
                .forEach(pair -> SITES.forEach(site -> cases.add(
                        Arguments.of(site, pair.get(0).asText(), pair.get(1).asText()))));
        return cases.stream();
    }

    static Stream<Arguments> refused() {
        List<Arguments> cases = new ArrayList<>();
        vectors().get("refused").forEach(value -> SITES.forEach(site -> cases.add(Arguments.of(site, value.asText()))));
        return cases.stream();
    }

    static Stream<Arguments> ofTheSite() {
        List<Arguments> cases = new ArrayList<>();
        vectors()
                .get("of-the-site")
                .forEach(rest -> SITES.forEach(site -> cases.add(Arguments.of(site, site.value() + rest.asText()))));
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aPageOfTheSiteIsKept(Wwwroot site, String wanted, String expected) {
        assertThat(WantsUrl.absolute(site, wanted)).isEqualTo(site.value() + expected);
        assertStaysOn(site, wanted);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anythingElseLeadsHome(Wwwroot site, String wanted) {
        assertThat(WantsUrl.absolute(site, wanted)).isEqualTo(site.value() + "/");
        assertStaysOn(site, wanted);
    }

    /** Also what {@code remoteurl=1} sends back to the identity provider: the same rule with its address. */
    @ParameterizedTest
    @MethodSource("ofTheSite")
    void aSuffixCannotTurnTheSiteIntoAnother(Wwwroot site, String wanted) {
        assertStaysOn(site, wanted);
    }

    @Test
    void theListIsAsLongAsPromised() {
        assertThat(vectors().get("refused").size()).isGreaterThanOrEqualTo(80);
    }

    @Test
    void aPageOfTheSiteMayBeNamedInFull() {
        Wwwroot site = Wwwroot.of("https://site.example/learn");
        assertThat(WantsUrl.absolute(site, "https://site.example/learn/course/view.php?id=2"))
                .isEqualTo("https://site.example/learn/course/view.php?id=2");
        assertThat(WantsUrl.absolute(site, "https://site.example/other"))
                .as("the same host, another site")
                .isEqualTo("https://site.example/learn/");
        assertThat(WantsUrl.absolute(site, "https://site.example/learning")).isEqualTo("https://site.example/learn/");
    }

    @Property
    void noTextLeavesTheSite(@ForAll String wanted) {
        SITES.forEach(site -> {
            assertStaysOn(site, wanted);
            assertStaysOn(site, "/" + wanted);
            assertStaysOn(site, site.value() + wanted);
        });
    }

    /** As a browser would read the address: tabs and line ends dropped, backslashes as slashes, then the authority. */
    private static void assertStaysOn(Wwwroot site, String wanted) {
        String there = WantsUrl.absolute(site, wanted);
        String read = there.strip().replaceAll("[\\t\\r\\n]", "").replace('\\', '/');
        assertThat(read).isEqualTo(there).startsWith(site.value() + "/");
        URI uri = URI.create(there);
        assertThat(uri.getRawAuthority()).isEqualTo(site.uri().getRawAuthority());
        assertThat(uri.getScheme()).isEqualTo(site.uri().getScheme());
        assertThat(uri.normalize().getRawPath()).startsWith(site.path() + "/");
    }

    private static JsonNode vectors() {
        try (InputStream in =
                WantsUrlTest.class.getResourceAsStream("/attacks/wantsurl-leaves-the-site/vectors.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
