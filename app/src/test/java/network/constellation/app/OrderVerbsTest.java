package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub order ...} and {@code peer grant ...} where there is nobody yet: what is wrong is said in one sentence. */
class OrderVerbsTest {
    private static final String HUB = "http://hub.localhost:8080";

    @TempDir
    Path folder;

    @BeforeEach
    void found() {
        Typed founded = type("hub", "found", "--data", "n", "--wwwroot", HUB);
        assertThat(founded.status()).as(founded.err()).isZero();
    }

    private Typed type(String... arguments) {
        return Typed.in(folder, arguments);
    }

    private static void assertRefused(Typed typed, String word) {
        assertThat(typed.status()).as(typed.err()).isEqualTo(2);
        assertThat(typed.err()).hasLineCount(1).contains(word);
    }

    @Test
    void badOrdersAreRefusedBeforeAnySiteIsAsked() {
        assertRefused(type("hub", "order", "plan", "--data", "n", "purge-caches"), "No site is chosen");
        assertRefused(type("hub", "order", "plan", "--data", "n", "dance", "--target", "all"), "config-get");
        assertRefused(
                type("hub", "order", "plan", "--data", "n", "config-set", "key=lang", "--target", "all"), "value");
        assertRefused(
                type("hub", "order", "plan", "--data", "n", "config-get", "lang", "--target", "all"), "KEY=VALUE");
        assertRefused(type("hub", "order", "plan", "--data", "n", "purge-caches", "--target", "all"), "No site of");
        assertRefused(type("hub", "order", "apply", "--data", "n", "7"), "no order 7");
        assertThat(type("hub", "order", "list", "--data", "n", "--json").out().strip())
                .isEqualTo("[ ]");
    }

    @Test
    void grantsAreGivenToTheHubOnly() {
        assertRefused(type("peer", "grant", "list", "--data", "n", "--tenant", HUB), "no hub yet");
        assertRefused(
                type("peer", "grant", "set", "--data", "n", "--tenant", HUB, "http://x.example", "config-set"),
                "not the hub");
        assertRefused(
                type("peer", "grant", "set", "--data", "n", "--tenant", HUB, "http://x.example", "dance"), "dance");
    }
}
