package network.constellation.peer.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.tenant.TenantListener;
import network.constellation.peer.web.WebNodeModule;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that cannot be opened: its visitors and its peers are told so in our words, and nothing of the reason. */
class FailedRequestsTest {
    private static final String SECRET = "jdbc:h2:/srv/secret-place";

    @TempDir
    Path data;

    private final AtomicBoolean broken = new AtomicBoolean();
    private Node node;

    @BeforeEach
    void aSiteThatOpensNoMore() {
        node = NodeBuilder.in(data)
                .config(ConfigReader.of("door { port = 0, bind = \"127.0.0.1\" }"))
                .node(new WebNodeModule())
                .tenant(new AbstractModule() {
                    @Override
                    protected void configure() {
                        Multibinder.newSetBinder(binder(), TenantListener.class)
                                .addBinding()
                                .toInstance(new Breaking());
                    }
                })
                .build()
                .start();
        node.tenants().add(Wwwroot.of("http://a.localhost"), "A");
        broken.set(true);
        // Durable work may hold it for a moment.
        Awaitility.await().until(() -> {
            node.tenants().closeIdle(Duration.ZERO);
            return node.tenants().openCount() == 0;
        });
    }

    private final class Breaking implements TenantListener {
        @Override
        public void opened() {
            if (broken.get()) {
                throw new IllegalStateException(SECRET);
            }
        }
    }

    @AfterEach
    void close() {
        node.close();
    }

    private String ask(String line, String... headers) throws Exception {
        try (TestSite.Raw raw = new TestSite.Raw(new Socket("127.0.0.1", node.port()))) {
            raw.send(line + " HTTP/1.1\r\nHost: a.localhost\r\nConnection: close\r\n" + String.join("\r\n", headers)
                    + (headers.length > 0 ? "\r\n\r\n" : "\r\n"));
            return raw.all();
        }
    }

    @Test
    void aVisitorGetsOurPageInTheirLanguage() throws Exception {
        String english = ask("GET /login");
        assertThat(english)
                .startsWith("HTTP/1.1 500")
                .contains("text/html", "Content-Security-Policy: default-src 'none'", "This site cannot answer now")
                .doesNotContain(SECRET, "Exception", "Jetty", "at network");
        assertThat(ask("GET /login", "Accept-Language: fr-CA,fr;q=0.9"))
                .contains("<html lang=\"fr\">", "ne peut pas")
                .doesNotContain(SECRET);
        assertThat(ask("PUT /login")).contains("This site cannot answer now").doesNotContain(SECRET);
    }

    @Test
    void aPeerGetsACodedFault() throws Exception {
        String answer = ask("POST " + CallHandler.MOODLE, "Content-Length: 0");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("text/xml", "<int>712</int>", "faultString")
                .doesNotContain(SECRET, "Exception");
    }

    @Test
    void whatIsNoHttpIsRefusedWithoutAWordOfTheServer() throws Exception {
        try (TestSite.Raw raw = new TestSite.Raw(new Socket("127.0.0.1", node.port()))) {
            raw.send("GET / HTTP/1.1\r\nHost: a b\r\n\r\n");
            assertThat(raw.all()).startsWith("HTTP/1.1 400").doesNotContainIgnoringCase("jetty", "<html");
        }
    }

    @Test
    void theSiteAnswersAgainOnceItOpens() throws Exception {
        ask("GET /login");
        broken.set(false);
        assertThat(ask("GET /login")).startsWith("HTTP/1.1 404");
    }
}
