package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs on a whole node: keys, doctor, backup, restore. */
class NodeVerbsTest {
    private static final String SITE = "http://a.localhost:8080";

    @TempDir
    Path folder;

    @BeforeEach
    void addSite() {
        Typed added = type("tenant", "add", "--data", "n", "--wwwroot", SITE);
        assertThat(added.status()).as(added.err()).isZero();
    }

    @Test
    void aBackupRestoredElsewhereHasTheSameSiteAndKeys() {
        String key = type("key", "show", "--data", "n", "--tenant", SITE).out();
        assertThat(key).startsWith("-----BEGIN CERTIFICATE-----").endsWith("-----END CERTIFICATE-----\n");

        Typed written = type("peer", "backup", "--data", "n", "all.zip");
        assertThat(written.status()).as(written.err()).isZero();
        Typed again = type("peer", "backup", "--data", "n", "all.zip");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).hasLineCount(1);

        Typed restored = type("peer", "restore", "--data", "m", "all.zip");
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(type("key", "show", "--data", "m", "--tenant", SITE).out()).isEqualTo(key);
        assertThat(type("peer", "restore", "--data", "n", "all.zip").status()).isEqualTo(1);
    }

    @Test
    void keysRotateOnAStoppedNode() {
        String before = type("key", "show", "--data", "n", "--tenant", SITE).out();
        Typed rotated = type("key", "rotate", "--data", "n", "--tenant", SITE);
        assertThat(rotated.status()).as(rotated.err()).isZero();
        assertThat(rotated.out()).contains("Generation 2");
        assertThat(type("key", "show", "--data", "n", "--tenant", SITE).out()).isNotEqualTo(before);
        assertThat(type("key", "show", "--data", "n", "--tenant", SITE, "--bundle")
                        .out())
                .contains("CONSTELLATION MODERN KEYS");
    }

    @Test
    void theDoctorSaysWhatItFound() {
        Typed examined = type("doctor", "--data", "n", "--json");
        assertThat(examined.out()).startsWith("[").contains("\"check\"");
    }

    private Typed type(String... arguments) {
        return Typed.in(folder, arguments);
    }
}
