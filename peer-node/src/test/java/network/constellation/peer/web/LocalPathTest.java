package network.constellation.peer.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/users?q=a%20b&page=2", "/course/view.php?id=3#top", "/a..b/c", "/.well-known/x"})
    void aPageOfThisSiteIsTaken(String path) {
        assertThat(LocalPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "users",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x=y",
                "/\tx",
                "/../admin",
                "/a/..",
                "/%2e%2e/x",
                "/a/%2E./b",
                "/é",
                "/a b"
            })
    void everythingElseIsNot(String path) {
        assertThat(LocalPath.of(path)).isEmpty();
    }

    /** What is taken, resolved against any site, stays on it. */
    @Property
    void whatIsTakenStaysOnTheSite(@ForAll String any) {
        LocalPath.of(any).ifPresent(path -> {
            assertThat(path).startsWith("/").doesNotContain("\\", "\r", "\n");
            assertThat(path.startsWith("//")).isFalse();
        });
    }
}
