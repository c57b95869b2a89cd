package network.constellation.peer.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.web.text.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Genuine packages of five Moodle versions give exactly the figures that their manifest lists. */
class RealPackagesTest {
    private final PackageReader reader = PackagesModule.standalone();

    static Path folder() {
        String root = System.getProperty("constellation.root", ".");
        String shared = System.getenv("CONSTELLATION_SHARED");
        Path beside = Path.of(root).resolve("../shared/vectors/mbz").normalize();
        return Files.isDirectory(beside) || shared == null ? beside : Path.of(shared, "vectors/mbz");
    }

    static Stream<JsonNode> listed() throws IOException {
        Path manifest = folder().resolve("manifest.json");
        if (!Files.isRegularFile(manifest)) {
            assertThat(System.getenv("CI")).as("the packages at " + folder()).isNotEqualTo("true");
            assumeTrue(false, "no packages at " + folder());
        }
        List<JsonNode> all = new ArrayList<>();
        new ObjectMapper().readTree(manifest.toFile()).get("archives").forEach(all::add);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("listed")
    @Tag("CC-26")
    @Tag("CC-32")
    void theFiguresAreThoseOfTheManifest(JsonNode expected, @TempDir Path elsewhere) throws Exception {
        // Under another name, as only the content counts (CC-27).
        Path file = elsewhere.resolve("upload.bin");
        Files.copy(folder().resolve(expected.get("file").asText()), file);
        PackageInventory inventory = reader.inspect(file);
        JsonNode told = new ObjectMapper().valueToTree(inventory.document());
        List<String> wrong = new ArrayList<>();
        expected.fields().forEachRemaining(field -> {
            boolean ofThePackage = !List.of("file", "origin").contains(field.getKey());
            if (ofThePackage && !same(field.getValue(), told.get(field.getKey()))) {
                wrong.add(field.getKey() + ": " + field.getValue() + " told as " + told.get(field.getKey()));
            }
        });
        assertThat(wrong).isEmpty();
        try (Stream<Path> left = Files.list(elsewhere)) {
            assertThat(left).as("nothing is unpacked").containsExactly(file);
        }
    }

    /** Numbers by value: an int and a long are the same figure. */
    private static boolean same(JsonNode expected, JsonNode told) {
        return told != null && (expected.isNumber() ? expected.asLong() == told.asLong() : expected.equals(told));
    }

    @Test
    @Tag("CC-11")
    @Tag("CC-32")
    void whatMayBePublishedAndWhatNot() throws Exception {
        TreeMap<String, List<String>> reasons = new TreeMap<>();
        for (JsonNode one : listed().toList()) {
            String name = one.get("file").asText();
            reasons.put(
                    name,
                    PublishingRules.reasonsAgainst(reader.inspect(folder().resolve(name))).stream()
                            .map(Message::key)
                            .toList());
        }
        assertThat(reasons.get("activity-zip-28.mbz")).containsExactly("publish.type");
        assertThat(reasons.get("course-tgz-41dev-with-users.mbz"))
                .contains("publish.users", "finding.enrolments", "finding.roles-held", "finding.submissions");
        assertThat(reasons.get("course-zip-26dev.mbz")).isEmpty();
        assertThat(reasons.get("course-tgz-32-with-files.mbz")).isEmpty();
        assertThat(reasons.get("course-tgz-26-no-index.mbz")).isEmpty();
    }

    @Test
    void textsAndFilesComeOutAsTheyAre() throws Exception {
        assumeTrue(listed().findAny().isPresent());
        OpenedPackage opened = reader.open(folder().resolve("course-tgz-32-with-files.mbz"));
        List<String> seen = new ArrayList<>();
        opened.blobs((sha1, content) -> {
            assertThat(HexFormat.of().formatHex(Digests.sha1(content.readAllBytes())))
                    .isEqualTo(sha1);
            seen.add(sha1);
        });
        assertThat(seen).hasSize(26).doesNotHaveDuplicates();
        assertThat(opened.files()).extracting(PackageFile::sha1).containsOnlyElementsOf(seen);
        assertThat(opened.sections()).hasSize(5);
        assertThat(opened.sections().get(1).activities())
                .extracting(OpenedPackage.Activity::title)
                .containsExactly("Folder", "IMS CC", "SCORM");
        OpenedPackage pages = reader.open(folder().resolve("course-tgz-26-no-index.mbz"));
        assertThat(pages.sections().stream().flatMap(section -> section.activities().stream()))
                .anySatisfy(page -> {
                    assertThat(page.title()).isEqualTo("Quiz grade >= 75%");
                    assertThat(page.content()).isEqualTo("<p>This page has a restriction</p>");
                });
    }
}
