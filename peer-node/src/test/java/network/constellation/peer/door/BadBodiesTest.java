package network.constellation.peer.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import network.constellation.peer.config.ConfigReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers send to hurt; after each, good calls go on and nothing is held. */
class BadBodiesTest {
    private static final ConfigReader SMALL = ConfigReader.of("door { call-size = 1MiB, stranger-call-size = 256KiB,"
            + " body-memory = 2MiB, header-time = 1s, body-grace = 1s, per-address = 20 }");

    @TempDir
    Path data;

    private static void goodCallsGoOn(TestSite site) throws Exception {
        assertThat(site.post(TestSite.CALLS, new byte[300]).body()).startsWith("A 300 ");
        await().until(() -> site.node
                        .get(MeterRegistry.class)
                        .get("constellation.door.body.bytes")
                        .gauge()
                        .value()
                == 0);
    }

    @Test
    @Tag("P-25")
    void aDeclaredGiantIsAnsweredAtOnce() throws Exception {
        try (TestSite site = new TestSite(data, SMALL)) {
            try (TestSite.Raw raw = site.raw()) {
                raw.head(TestSite.CALLS, "Content-Length: 10000000000");
                assertThat(raw.all()).startsWith("HTTP/1.1 200").endsWith("fault too large");
            }
            assertThat(site.answered).hasValue(0);
            goodCallsGoOn(site);
        }
    }

    @Test
    @Tag("P-25")
    void anEndlessBodyIsCutAtTheLimit() throws Exception {
        try (TestSite site = new TestSite(data, SMALL)) {
            long sent = 0;
            try (TestSite.Raw raw = site.raw()) {
                raw.head(TestSite.CALLS, "Transfer-Encoding: chunked");
                byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes();
                try {
                    while (sent < 500L * 1024 * 1024) {
                        raw.send(chunk);
                        sent += chunk.length;
                    }
                } catch (IOException closed) {
                    // That is the point.
                }
            }
            // What the two kernels buffer between us comes on top of what the door has read.
            assertThat(sent).isLessThan(64L * 1024 * 1024);
            assertThat(site.answered).hasValue(0);
            goodCallsGoOn(site);
        }
    }

    @Test
    void aMemberMaySendMoreThanAStranger() throws Exception {
        try (TestSite site = new TestSite(data, SMALL)) {
            refused(site, 300 * 1024);
            goodCallsGoOn(site);
            assertThat(site.post(TestSite.CALLS, new byte[300 * 1024]).body()).startsWith("A " + 300 * 1024);
            assertThat(site.post(TestSite.CALLS, new byte[1024 * 1024]).body()).startsWith("A " + 1024 * 1024);
            refused(site, 1024 * 1024 + 1);
        }
    }

    /** A client that does not listen while it still sends may miss the answer, as the connection closes under it. */
    private static void refused(TestSite site, int size) throws IOException {
        int before = site.answered.get();
        assertThat(site.post(TestSite.CALLS, new byte[size]).body()).isIn("fault too large", "");
        assertThat(site.answered).hasValue(before);
    }

    @Test
    void aWrongContentLengthIsNoCall() throws Exception {
        try (TestSite site = new TestSite(data, SMALL)) {
            try (TestSite.Raw raw = site.raw()) {
                raw.head(TestSite.CALLS, "Content-Length: 100").send("only a little");
                raw.socket().shutdownOutput();
                raw.all();
            }
            for (String twice : List.of(
                    "Content-Length: 5\r\nContent-Length: 6",
                    "Content-Length: 5\r\nTransfer-Encoding: chunked",
                    "Content-Length: -5",
                    "Content-Length: 0x10",
                    "Transfer-Encoding: chunked, identity")) {
                try (TestSite.Raw raw = site.raw()) {
                    raw.head(TestSite.CALLS, twice);
                    assertThat(raw.line()).as(twice).matches("HTTP/1.1 (400|501) .*");
                }
            }
            assertThat(site.answered).hasValue(0);
            goodCallsGoOn(site);
        }
    }

    @Test
    void aPackedBodyIsRefused() throws Exception {
        try (TestSite site = new TestSite(data, SMALL);
                TestSite.Raw raw = site.raw()) {
            raw.head(TestSite.CALLS, "Content-Encoding: gzip", "Content-Length: 4")
                    .send("1234");
            assertThat(raw.line()).isEqualTo("HTTP/1.1 415 Unsupported Media Type");
            goodCallsGoOn(site);
        }
    }

    @Test
    @Tag("P-26")
    void slowHeadersAndSlowBodiesAreCutOff() throws Exception {
        try (TestSite site = new TestSite(data, SMALL)) {
            List<TestSite.Raw> slow = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                slow.add(site.raw().send("POST " + TestSite.CALLS + " HTTP/1.1\r\nHost: a.loc"));
                slow.add(site.raw().head(TestSite.CALLS, "Content-Length: 5000").send("a little"));
            }
            // The second request of a connection is watched like the first.
            TestSite.Raw second =
                    site.raw().head(TestSite.CALLS, "Content-Length: 1").send("x");
            assertThat(second.line()).isEqualTo("HTTP/1.1 200 OK");
            slow.add(second);
            assertThat(site.post(TestSite.CALLS, new byte[300]).body()).startsWith("A 300 ");
            second.send("POST ");
            for (TestSite.Raw raw : slow) {
                raw.all();
                raw.close();
            }
            goodCallsGoOn(site);
        }
    }

    @Test
    @Tag("P-26")
    void oneAddressHasNoMoreThanItsConnections() throws Exception {
        try (TestSite site = new TestSite(data, SMALL)) {
            List<TestSite.Raw> many = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                many.add(site.raw());
            }
            await().until(() -> site.node
                            .get(MeterRegistry.class)
                            .get("constellation.door.connections")
                            .gauge()
                            .value()
                    <= 20);
            for (TestSite.Raw raw : many) {
                raw.close();
            }
            await().until(() -> site.node
                            .get(MeterRegistry.class)
                            .get("constellation.door.connections")
                            .gauge()
                            .value()
                    == 0);
            goodCallsGoOn(site);
        }
    }
}
