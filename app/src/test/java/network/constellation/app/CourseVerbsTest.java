package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import network.constellation.peer.packages.PackageContainer;
import network.constellation.peer.packages.PackageDraft;
import network.constellation.peer.packages.PackageWriter;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code course inspect}, without any node. */
class CourseVerbsTest {
    @TempDir
    Path folder;

    private void write(String name, PackageContainer container) throws Exception {
        CourseOutline outline = CourseOutline.of(
                List.of(CourseSection.of("Cats", List.of(CourseActivity.of("1", "page", "Whiskers", "<p>x</p>")))));
        PackageDraft draft = PackageDraft.of(
                "Cats \u001b[31m", "cats", "", "https://a.example.org", Instant.parse("2026-11-21T08:00:00Z"), outline);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            new PackageWriter(draft, hash -> InputStream.nullInputStream()).write(container, out);
        }
    }

    @Test
    @Tag("CC-27")
    void inspectsWhateverItIsCalled() throws Exception {
        write("course.zip", PackageContainer.GZIP_TAR);
        Typed typed = Typed.in(folder, "course", "inspect", "course.zip", "--json");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.status()).isZero();
        JsonNode told = new ObjectMapper().readTree(typed.out());
        assertThat(told.get("container").asText()).isEqualTo("gzip-tar");
        assertThat(told.get("activity_modules").get(0).asText()).isEqualTo("page");
        write("course.tgz", PackageContainer.ZIP);
        Typed text = Typed.in(folder, "course", "inspect", "course.tgz");
        assertThat(text.status()).isZero();
        assertThat(text.out()).contains("zip", "Whiskers", "Cats").doesNotContain("\u001b");
    }

    @Test
    @Tag("CC-28")
    void refusesWithTheReason() throws Exception {
        Files.writeString(folder.resolve("letter.mbz"), "Dear all");
        Typed refused = Typed.in(folder, "course", "inspect", "letter.mbz");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("not-a-package")
                .contains("This is not a course package: it is neither a ZIP nor a gzip-tar.");
        Typed missing = Typed.in(folder, "course", "inspect", "nothing.mbz");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file");
    }
}
