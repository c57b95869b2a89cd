package network.constellation.peer.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import network.constellation.peer.config.ConfigException;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
    @TempDir
    Path data;

    @Test
    void callsReachTheTenantOfHostAndPath() throws Exception {
        try (TestSite site = new TestSite(data, ConfigReader.empty())) {
            assertThat(site.post(TestSite.CALLS, new byte[5]).body()).isEqualTo("A 5 127.0.0.1 " + TestSite.CALLS);
            assertThat(site.post("/school/api/xmlrpc/server.php", new byte[0]).body())
                    .isEqualTo("School 0 127.0.0.1 /api/xmlrpc/server.php");
            assertThat(site.post("/other" + TestSite.CALLS, new byte[5]).statusCode())
                    .isEqualTo(404);
            TestSite.Reply got = site.get(TestSite.CALLS);
            assertThat(got.statusCode()).isEqualTo(405);
            assertThat(got.header("allow")).contains("POST");
        }
    }

    @Test
    void pagesReachTheTenantWithTheLeastHeaders() throws Exception {
        try (TestSite site = new TestSite(data, ConfigReader.empty())) {
            TestSite.Reply page = site.get("/school/login?x=1");
            assertThat(page.body()).isEqualTo("School http a.localhost /school/login 127.0.0.1");
            assertThat(page.header("x-content-type-options")).contains("nosniff");
            assertThat(page.header("server")).isEmpty();
            try (TestSite.Raw raw = site.raw()) {
                raw.send("GET / HTTP/1.1\r\nHost: nobody.example\r\nConnection: close\r\n\r\n");
                assertThat(raw.all()).startsWith("HTTP/1.1 404").contains("There is no site of this name here.");
            }
        }
    }

    @Test
    void onlyTrustedProxiesAreBelieved() throws Exception {
        String[] forwarded = {
            "X-Forwarded-For: 6.6.6.6, 198.51.100.7, 127.0.0.1",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: a.localhost"
        };
        try (TestSite site = new TestSite(data, ConfigReader.empty())) {
            assertThat(site.get("/x", forwarded).body()).isEqualTo("A http a.localhost /x 127.0.0.1");
        }
        try (TestSite site =
                new TestSite(data.resolve("behind"), ConfigReader.of("door.trusted-proxies = [\"127.0.0.0/8\"]"))) {
            assertThat(site.get("/x", forwarded).body()).isEqualTo("A https a.localhost /x 198.51.100.7");
        }
    }

    /** One address of a proxy is many clients: each has its share, and the proxy itself is never full. */
    @Test
    void theShareOfAnAddressIsThatOfTheClientBehindATrustedProxy() throws Exception {
        try (TestSite site = new TestSite(
                data,
                ConfigReader.of("door { strangers = 64, per-address = 3, trusted-proxies = [\"127.0.0.0/8\"] }"))) {
            site.gate = new CountDownLatch(1);
            String[] clients = {"198.51.100.7", "198.51.100.8", ""};
            List<CompletableFuture<String>> calls = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String client = clients[i % 3];
                calls.add(CompletableFuture.supplyAsync(
                        () -> {
                            try (TestSite.Raw raw = site.raw()) {
                                String forwarded = client.isEmpty() ? "X-Nobody: said" : "X-Forwarded-For: " + client;
                                raw.head(TestSite.CALLS, "Content-Length: 1", "Connection: close", forwarded)
                                        .send("x");
                                return client + " " + raw.line();
                            } catch (Exception failed) {
                                return failed.toString();
                            }
                        },
                        DoorTest::onItsOwnThread));
            }
            Awaitility.await()
                    .until(() -> site.answered.get() == 10
                            && calls.stream().filter(CompletableFuture::isDone).count() == 2);
            site.gate.countDown();
            CompletableFuture.allOf(calls.toArray(new CompletableFuture<?>[0])).get(20, TimeUnit.SECONDS);
            assertThat(calls)
                    .extracting(CompletableFuture::join)
                    .filteredOn(line -> line.contains("503"))
                    .containsExactlyInAnyOrder(
                            "198.51.100.7 HTTP/1.1 503 Service Unavailable",
                            "198.51.100.8 HTTP/1.1 503 Service Unavailable");
        }
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws Exception {
        try (TestSite site = new TestSite(data, ConfigReader.empty())) {
            Node second = NodeBuilder.in(data.resolve("second"))
                    .config(ConfigReader.of("door { port = " + site.node.port() + ", bind = \"127.0.0.1\" }"))
                    .build();
            assertThatThrownBy(second::start)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("The port " + site.node.port())
                    .hasMessageContaining("choose another");
        }
    }

    @Test
    void strangersShareFewPlacesAndMembersDoNotWaitBehindThem() throws Exception {
        try (TestSite site = new TestSite(data, ConfigReader.of("door { strangers = 1, per-address = 500 }"))) {
            site.verified = false;
            site.gate = new CountDownLatch(1);
            // One at work, eight waiting, the others are sent away.
            CompletableFuture<?>[] flood = new CompletableFuture<?>[20];
            for (int i = 0; i < flood.length; i++) {
                flood[i] = CompletableFuture.supplyAsync(
                        () -> {
                            try (TestSite.Raw raw = site.raw()) {
                                raw.head(TestSite.CALLS, "Content-Length: 1", "Connection: close")
                                        .send("x");
                                return raw.line();
                            } catch (Exception failed) {
                                return failed.toString();
                            }
                        },
                        DoorTest::onItsOwnThread);
            }
            Awaitility.await()
                    .until(() -> java.util.Arrays.stream(flood)
                                    .filter(CompletableFuture::isDone)
                                    .count()
                            == 11);
            assertThat(site.answered).hasValue(1);
            site.gate.countDown();
            CompletableFuture.allOf(flood).get(20, TimeUnit.SECONDS);
            assertThat(flood)
                    .extracting(CompletableFuture::get)
                    .filteredOn("HTTP/1.1 200 OK"::equals)
                    .hasSize(9);
            assertThat(flood)
                    .extracting(CompletableFuture::get)
                    .filteredOn("HTTP/1.1 503 Service Unavailable"::equals)
                    .hasSize(11);
        }
    }

    @Test
    void runningCallsEndWhenTheNodeStops() throws Exception {
        TestSite site = new TestSite(data, ConfigReader.empty());
        assertThat(site.post(TestSite.CALLS, new byte[1]).statusCode()).isEqualTo(200);
        site.gate = new CountDownLatch(1);
        var running = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return site.post(TestSite.CALLS, new byte[1]).statusCode();
                    } catch (Exception failed) {
                        return -1;
                    }
                },
                DoorTest::onItsOwnThread);
        Awaitility.await().until(() -> site.answered.get() == 2);
        var closing = CompletableFuture.runAsync(site.node::close, DoorTest::onItsOwnThread);
        Awaitility.await().until(() -> {
            try (TestSite.Raw raw = site.raw()) {
                return false;
            } catch (java.io.IOException refused) {
                return true;
            }
        });
        site.gate.countDown();
        assertThat(running.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        closing.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whoKeepsAConnectionForLaterCallsDoesNotHoldTheNodeThatStops() throws Exception {
        TestSite site = new TestSite(data, ConfigReader.of("door { drain = 1h, idle = 1h }"));
        try (TestSite.Raw raw = site.raw();
                TestSite.Raw silent = site.raw()) {
            raw.head(TestSite.CALLS, "Content-Length: 1").send("x");
            assertThat(raw.line()).isEqualTo("HTTP/1.1 200 OK");
            CompletableFuture.runAsync(site.node::close, DoorTest::onItsOwnThread)
                    .get(60, TimeUnit.SECONDS);
            assertThat(raw.all()).endsWith(TestSite.CALLS);
            assertThat(silent.all()).isEmpty();
        }
    }

    /** The common pool has one thread where there are two cores, and these block. */
    private static void onItsOwnThread(Runnable work) {
        new Thread(work).start();
    }
}
