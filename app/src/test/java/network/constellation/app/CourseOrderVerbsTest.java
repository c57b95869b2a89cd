package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.constellation.peer.packages.PackageContainer;
import network.constellation.peer.packages.PackageDraft;
import network.constellation.peer.packages.PackageWriter;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code course publish}, {@code list} and {@code deploy} as typed, on a stopped node with one site that does all. */
class CourseOrderVerbsTest {
    private static final String SITE = "http://school.localhost:9";

    @TempDir
    Path folder;

    private Typed course(String... words) {
        List<String> all = new ArrayList<>(List.of("course", words[0], "--data", "data", "--tenant", SITE));
        all.addAll(List.of(words).subList(1, words.length));
        return Typed.in(folder, all.toArray(new String[0]));
    }

    private static JsonNode json(Typed typed) throws IOException {
        assertThat(typed.status()).as(typed.err()).isZero();
        return new ObjectMapper().readTree(typed.out());
    }

    private void write(String name) throws Exception {
        CourseOutline outline = CourseOutline.of(
                List.of(CourseSection.of("Cats", List.of(CourseActivity.of("1", "page", "Whiskers", "<p>x</p>")))));
        PackageDraft draft = PackageDraft.of(
                "All about cats", "cats", "", "https://a.example.org", Instant.parse("2026-11-21T08:00:00Z"), outline);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            new PackageWriter(draft, hash -> InputStream.nullInputStream()).write(PackageContainer.ZIP, out);
        }
    }

    @Test
    void publishListTryAndDeploy() throws Exception {
        assertThat(Typed.in(folder, "tenant", "add", "--data", "data", "--wwwroot", SITE)
                        .status())
                .isZero();
        write("cats.mbz");
        Typed noRole = course("publish", "cats.mbz");
        assertThat(noRole.status()).isEqualTo(2);
        assertThat(noRole.err()).contains("--catalog");
        assertThat(course("roles", "--set", "kitchen").status()).isEqualTo(2);
        assertThat(json(course("roles", "--set", "factory,catalog,learningarea", "--category", "1", "--json"))
                        .get("roles")
                        .asText())
                .isEqualTo("factory,catalog,learningarea");

        JsonNode published = json(course("publish", "cats.mbz", "--wait", "--json"));
        assertThat(published.get("state").asText()).isEqualTo("done");
        JsonNode listed = json(course("list", "--search", "whiskers", "--json"));
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("uid")).isEqualTo(published.get("uid"));
        assertThat(json(course("list", "--search", "dogs", "--json"))).isEmpty();

        JsonNode tried = json(course("deploy", "cats", "--category", "Courses", "--dry-run", "--json"));
        assertThat(tried.get("allowed").asBoolean()).isTrue();
        JsonNode deployed = json(course("deploy", published.get("uid").asText(), "--wait", "--json"));
        assertThat(deployed.get("state").asText()).isEqualTo("done");
        assertThat(deployed.get("url").asText()).startsWith(SITE + "/course/view.php?id=");

        assertThat(course("deploy", "dogs").status()).isEqualTo(2);
        assertThat(course("deploy", "cats", "--category", "Nowhere").err()).contains("There is no category");
        Files.writeString(folder.resolve("letter.mbz"), "Dear all");
        Typed refused = course("publish", "letter.mbz");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("not a course package");
    }
}
