package network.constellation.peer.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.inject.AbstractModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import network.constellation.peer.web.testing.PageBrowser;
import network.constellation.peer.web.testing.TestingSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of any size in both directions. */
class FilesOverTheWebTest {
    private static final long LIMIT = 4L << 20;

    @TempDir
    Path data;

    private Path alphabet;
    private TestingSite site;

    @BeforeEach
    void open() throws IOException {
        alphabet = Files.writeString(data.resolve("alphabet.txt"), "abcdefghijklmnopqrstuvwxyz");
        site = new TestingSite(data.resolve("site"), new AbstractModule() {
            @Override
            protected void configure() {
                Pages.bind(binder(), FilePages.class);
                bind(FilePages.class).toInstance(new FilePages(alphabet));
            }
        });
    }

    @AfterEach
    void close() {
        site.close();
    }

    private record FilePages(Path file) implements Pages {
        @Override
        public void routes(Routes routes) {
            routes.get("/alphabet", Access.anonymous(), request -> WebResponse.file("text/plain", file, "tag-1"))
                    .get(
                            "/gone",
                            Access.anonymous(),
                            request -> WebResponse.file("text/plain", file.resolveSibling("gone"), "tag-2"))
                    .upload("/hash", Access.anonymous(), LIMIT, request -> {
                        Upload sent =
                                java.util.Objects.requireNonNull(request.files().get("file"));
                        return WebResponse.text(
                                sent.size() + " " + Hashing.sha256().hashBytes(sent.bytes()));
                    });
        }
    }

    private PageBrowser range(String range) {
        return site.browser().header("Range", range).get("/alphabet");
    }

    @Test
    void aFileIsSentWholeOrInTheRangeThatWasAskedFor() {
        PageBrowser whole = site.browser().get("/alphabet");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.html()).isEqualTo("abcdefghijklmnopqrstuvwxyz");
        assertThat(whole.header("ETag")).isEqualTo("\"tag-1\"");
        PageBrowser part = range("bytes=2-4");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.html()).isEqualTo("cde");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 2-4/26");
        assertThat(range("bytes=24-").html()).isEqualTo("yz");
        assertThat(range("bytes=20-999").html()).isEqualTo("uvwxyz");
        assertThat(range("bytes=-3").html()).isEqualTo("xyz");
        assertThat(range("bytes=26-30").status()).isEqualTo(416);
        assertThat(range("bytes=0-1,3-4").html()).hasSize(26);
        assertThat(range("lines=1-2").status()).isEqualTo(200);
    }

    @Test
    void aRangeOfAnOlderContentGetsTheWholeNewOne() {
        assertThat(site.browser()
                        .header("Range", "bytes=2-4")
                        .header("If-Range", "\"tag-0\"")
                        .get("/alphabet")
                        .status())
                .isEqualTo(200);
        assertThat(site.browser().get("/gone").status()).isEqualTo(404);
    }

    @Test
    void aLargeUploadLiesOnTheDiskWhileItIsRead() throws IOException {
        byte[] file = new byte[3 << 20];
        new Random(7).nextBytes(file);
        PageBrowser browser = site.browser().get("/login");
        assertThat(browser.upload("/hash", "file", file).html())
                .isEqualTo(file.length + " " + Hashing.sha256().hashBytes(file));
        try (Stream<Path> left = Files.walk(data.resolve("site"))) {
            assertThat(left.filter(path -> path.toString().contains("uploads")).filter(Files::isRegularFile))
                    .as("nothing is left behind")
                    .isEmpty();
        }
        assertThat(browser.get("/login")
                        .upload("/hash", "file", new byte[(int) LIMIT + 1])
                        .status())
                .isEqualTo(413);
    }
}
