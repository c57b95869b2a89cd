package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub report} and {@code hub whereis} on a hub without sites: what scripts and mistyping people get. */
class ReportVerbsTest {
    @TempDir
    Path folder;

    @Test
    void reportAndSearchOfANewNetwork() {
        Typed founded = type("hub", "found", "--data", "h", "--wwwroot", "http://hub.localhost:8080");
        assertThat(founded.status()).as(founded.err()).isZero();

        Typed report = type("hub", "report", "--data", "h");
        assertThat(report.status()).as(report.err()).isZero();
        assertThat(report.out()).startsWith("Figures of 0 of 0 sites").contains("not collected");
        Typed document = type("hub", "report", "--data", "h", "--from", "2026-01-01", "--to", "2026-01-31", "--json");
        assertThat(document.out()).startsWith("{").contains("\"from\" : \"2026-01-01\"", "\"value\" : null");

        Typed noDay = type("hub", "report", "--data", "h", "--from", "yesterday");
        assertThat(noDay.status()).isEqualTo(2);
        assertThat(noDay.err()).hasLineCount(1).contains("2026-11-21");
        Typed backwards = type("hub", "report", "--data", "h", "--from", "2026-02-01", "--to", "2026-01-01");
        assertThat(backwards.status()).isEqualTo(2);
        assertThat(type("hub", "report", "--data", "h", "--site", "http://x.localhost:8080")
                        .status())
                .isEqualTo(2);

        Typed search = type("hub", "whereis", "--data", "h", "--json", "anna");
        assertThat(search.status()).as(search.err()).isZero();
        assertThat(search.out()).contains("\"verdict\" : \"none\"");
        Typed tooShort = type("hub", "whereis", "--data", "h", "a");
        assertThat(tooShort.status()).isEqualTo(2);
        assertThat(tooShort.err()).hasLineCount(1).contains("2 to 100 letters");
    }

    private Typed type(String... arguments) {
        return Typed.in(folder, arguments);
    }
}
