package network.constellation.peer.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.constellation.keys.provider.RunningDigest;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.platform.CompletionTracking;
import network.constellation.peer.platform.CourseActivity;
import network.constellation.peer.platform.CourseFile;
import network.constellation.peer.platform.CourseOutline;
import network.constellation.peer.platform.CourseSection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the writer makes, the reader reads, in both forms. */
class PackageWriterTest {
    private final Map<ContentHash, byte[]> contents = new HashMap<>();

    @TempDir
    Path folder;

    private CourseFile file(String area, String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        RunningDigest digest = RunningDigest.sha256();
        digest.update(bytes, 0, bytes.length);
        ContentHash hash = new ContentHash(digest.hex());
        contents.put(hash, bytes);
        return CourseFile.of(area, path, hash, bytes.length, "text/plain");
    }

    private CourseOutline outline() {
        return new CourseOutline(
                List.of(
                        CourseSection.of("", List.of(CourseActivity.of("news", "forum", "News & <b>views</b>", ""))),
                        new CourseSection(
                                "Été",
                                "<p>Summary</p>",
                                false,
                                List.of(
                                        CourseActivity.of("42", "page", "Cats", "<p>@@PLUGINFILE@@/a/cat.txt</p>")
                                                .intro("<p>intro</p>")
                                                .files(List.of(
                                                        file("content", "a/cat.txt", "meow"),
                                                        file("content", "same.txt", "meow"))),
                                        CourseActivity.of(
                                                        "43",
                                                        "url",
                                                        "Link",
                                                        "<p><a href=\"https://example.org/?a=1&amp;b=2\">x</a></p>")
                                                .tracking(CompletionTracking.VIEW)
                                                .visible(false)),
                                List.of(file("section", "s.txt", "of the section")))),
                List.of(file("summary", "empty.txt", "")));
    }

    private Path write(PackageContainer container) throws IOException {
        Path made = folder.resolve("made");
        try (OutputStream out = Files.newOutputStream(made)) {
            PackageDraft draft = PackageDraft.of(
                    "All about cats",
                    "cats",
                    "<p>Cats</p>",
                    "https://a.example.org",
                    Instant.parse("2026-11-21T08:00:00Z"),
                    outline());
            new PackageWriter(
                            draft,
                            hash -> new ByteArrayInputStream(java.util.Objects.requireNonNull(contents.get(hash))))
                    .write(container, out);
        }
        return made;
    }

    @ParameterizedTest
    @EnumSource(PackageContainer.class)
    @Tag("CC-26")
    void aMadePackageIsReadAsItWasMeant(PackageContainer container) throws Exception {
        OpenedPackage opened = PackagesModule.standalone().open(write(container));
        PackageInventory inventory = opened.inventory();
        assertThat(inventory.container()).isEqualTo(container);
        assertThat(inventory.fullname()).isEqualTo("All about cats");
        assertThat(inventory.activityModules()).containsExactly("forum", "page", "url");
        assertThat(inventory.counts().fileRecords()).isEqualTo(4);
        assertThat(inventory.counts().blobEntries()).isEqualTo(3);
        assertThat(inventory.counts().hasIndex()).isEqualTo(container == PackageContainer.GZIP_TAR);
        assertThat(inventory.findings()).isEmpty();
        assertThat(PublishingRules.reasonsAgainst(inventory)).isEmpty();
        assertThat(opened.sections()).hasSize(2);
        OpenedPackage.Section second = opened.sections().get(1);
        assertThat(second.name()).isEqualTo("Été");
        assertThat(second.visible()).isFalse();
        OpenedPackage.Activity page = second.activities().get(0);
        assertThat(page.id()).isEqualTo("42");
        assertThat(page.content()).isEqualTo("<p>@@PLUGINFILE@@/a/cat.txt</p>");
        assertThat(page.intro()).isEqualTo("<p>intro</p>");
        assertThat(page.completion()).isEqualTo(1);
        OpenedPackage.Activity link = second.activities().get(1);
        assertThat(link.url()).isEqualTo("https://example.org/?a=1&b=2");
        assertThat(link.completionView()).isTrue();
        assertThat(link.visible()).isFalse();
        assertThat(opened.sections().get(0).activities().get(0).title()).isEqualTo("News & <b>views</b>");
        Map<String, String> blobs = new HashMap<>();
        opened.blobs((sha1, content) -> blobs.put(sha1, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        assertThat(blobs.values()).containsExactlyInAnyOrder("meow", "of the section", "");
    }
}
