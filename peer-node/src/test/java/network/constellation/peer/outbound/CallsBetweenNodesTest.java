package network.constellation.peer.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.health.SelfCall;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.KeyRotation;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.OwnKeyWatch;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.envelope.Layers;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real nodes in one JVM call each other over HTTP, in both suites. */
class CallsBetweenNodesTest {
    @TempDir
    static Path data;

    private final Path here = data.resolve(Long.toString(System.nanoTime()));
    private TestSite a = TestSite.start(here, "a");
    private TestSite b = TestSite.start(here, "b");

    @BeforeEach
    void introduce() {
        TestSite.introduce(a, b);
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    @Test
    void modernFromTheFirstCallAndNeverLessAgain() {
        assertThat(a.count(b, "Søn 😀")).isEqualTo("Søn 😀");
        assertThat(b.count(a, "back")).isEqualTo("back");
        assertThat(b.peer(a).ratchet()).isEqualTo(Suite.MODERN);
        a.choose(b, SuiteChoice.LEGACY);
        assertThatThrownBy(() -> a.count(b, "less"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("7021");
        assertThat(b.executed).hasValue(1);
    }

    @Test
    void legacyWhereBothAdministratorsSaySo() {
        a.choose(b, SuiteChoice.LEGACY);
        b.choose(a, SuiteChoice.LEGACY);
        assertThat(a.count(b, "Søn")).isEqualTo("Søn");
        assertThat(a.get(PeerClient.class).call(a.peer(b), SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                .singleElement()
                .satisfies(offer -> assertThat(offer.name()).isEqualTo("counting"));
        assertThat(b.peer(a).ratchet()).isEqualTo(Suite.LEGACY);
    }

    @Test
    @Tag("P-19")
    void secondDeliveryIsRefusedAlsoAfterRestart() {
        a.choose(b, SuiteChoice.LEGACY);
        b.choose(a, SuiteChoice.LEGACY);
        byte[] document =
                a.get(XmlRpcCodec.class).writeCall(new MethodCall(TestSite.COUNT.name(), List.of(Value.of("once"))));
        byte[] legacy = a.get(LegacyEnvelope.class)
                .wrap(
                        document,
                        Layers.BOTH,
                        a.wwwroot,
                        a.clock.instant(),
                        a.get(SiteIdentity.class).current().rsa(),
                        LegacyEnvelope.MOODLE_KEY_PAGE,
                        b.get(SiteIdentity.class).current().certificate().publicKey());
        byte[] modern = a.get(ModernEnvelope.class)
                .sealRequest(
                        document,
                        a.get(SiteIdentity.class).modern(),
                        java.util.Objects.requireNonNull(a.peer(b).modern()),
                        b.get(SiteIdentity.class).current().recipient().publicKey(),
                        "",
                        a.clock.instant(),
                        0)
                .body();
        for (byte[] body : List.of(legacy, modern)) {
            int before = b.executed.get();
            assertThat(post(body)).doesNotContain("7023");
            assertThat(b.executed).hasValue(before + 1);
            assertThat(post(body)).containsAnyOf("7023", "encryptedMessage");
            assertThat(b.executed).hasValue(before + 1);
        }
        b.restart();
        post(legacy);
        post(modern);
        assertThat(b.executed).hasValue(2);
    }

    @Test
    void callsGoOnWhileKeysRotateOnEitherSide() {
        assertThat(a.count(b, "before")).isEqualTo("before");
        rotate(b);
        assertThat(a.count(b, "callee rotated")).isEqualTo("callee rotated");
        assertThat(a.peer(b).keys().same(b.get(SiteIdentity.class).published()))
                .as("the answer told of the new generation")
                .isTrue();
        rotate(a);
        assertThat(a.count(b, "caller rotated")).isEqualTo("caller rotated");
        assertThat(b.peer(a).keys().same(a.get(SiteIdentity.class).published())).isTrue();
        assertThat(b.get(Peers.class).formerKeys(a.wwwroot)).hasSize(1);
    }

    @Test
    void peerThatSleptThroughARotationIsToldByTheFault() throws Exception {
        rotate(b);
        b.clock.advance(OwnKeyWatch.OVERLAP.plusMinutes(1));
        a.clock.advance(OwnKeyWatch.OVERLAP.plusMinutes(1));
        b.get(OwnKeyWatch.class).run();
        assertThat(a.count(b, "late")).isEqualTo("late");
        assertThat(a.peer(b).keys().same(b.get(SiteIdentity.class).published())).isTrue();
    }

    @Test
    void legacyCallerLearnsTheNewKeyBy7025() {
        a.choose(b, SuiteChoice.LEGACY);
        b.choose(a, SuiteChoice.LEGACY);
        rotate(b);
        assertThat(a.count(b, "rekeyed")).isEqualTo("rekeyed");
        assertThat(b.executed).hasValue(1);
        assertThat(a.peer(b).identity().certificate())
                .isEqualTo(b.get(SiteIdentity.class).published().certificate());
    }

    @Test
    void whatIsNotSubscribedIsNotSentAndWhatIsNotPublishedIsNotRun() {
        a.get(Services.class).set(Optional.of(b.wwwroot), Optional.empty(), Optional.of(Set.of()), "test");
        assertThatThrownBy(() -> a.count(b, "x"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(7));
        a.get(Services.class).set(Optional.empty(), Optional.empty(), Optional.of(Set.of("counting")), "test");
        b.get(Services.class).set(Optional.of(a.wwwroot), Optional.of(Set.of()), Optional.empty(), "test");
        assertThatThrownBy(() -> a.count(b, "x"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(707));
        b.get(Services.class).set(Optional.of(a.wwwroot), Optional.of(Set.of()), Optional.of(Set.of()), "test");
        assertThatThrownBy(() -> a.count(b, "x"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(7012));
        assertThat(b.executed).hasValue(0);
    }

    @Test
    void suspendedPeerIsAStranger() {
        b.get(Peers.class).suspend(a.wwwroot, "test");
        assertThatThrownBy(() -> a.count(b, "x"))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("7020");
        assertThatThrownBy(() -> b.count(a, "x")).isInstanceOf(UnreachableException.class);
        b.get(Peers.class).resume(a.wwwroot, "test");
        assertThat(a.count(b, "again")).isEqualTo("again");
    }

    @Test
    void strangersKeySwapWaitsUntilSomebodyCompares() throws Exception {
        try (TestSite c = TestSite.start(here, "c")) {
            var shown = c.get(ModernKeysFetch.class).keysOf(b.wwwroot, PeerTerms.of("b", Application.CONSTELLATION));
            assertThat(shown.bundle())
                    .isEqualTo(b.get(SiteIdentity.class).published().bundle());
            assertThat(b.get(Peers.class).find(c.wwwroot)).isEmpty();
            assertThat(b.get(Offers.class).list()).hasSize(1);
            c.get(Peers.class).admit(shown, PeerTerms.of("b", Application.CONSTELLATION), "test", "test");
            b.get(Offers.class).approve(c.wwwroot, Optional.empty(), "test");
            assertThat(c.get(PeerClient.class).call(c.peer(b), SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                    .isEmpty();
        }
    }

    @Test
    void siteCallsItself() throws Exception {
        a.get(SelfCall.class).call();
        b.get(SelfCall.class).call();
    }

    @Test
    @Tag("P-28")
    void guardOpensNoConnectionToWhereNothingAllowsIt() throws Exception {
        try (TestSite strict = TestSite.start(here, "strict", "net.allow-http = true");
                ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            probe.setSoTimeout(200);
            HttpTransport transport = strict.get(HttpTransport.class);
            for (String host : List.of("localhost", "127.0.0.1", "x.localhost", "2130706433", "[::1]", "0x7f.1")) {
                URI url = URI.create("http://" + host + ":" + probe.getLocalPort() + "/");
                assertThatThrownBy(() -> transport.post(
                                url,
                                new ConnectPolicy(List.of(), true),
                                Map.of(),
                                new byte[0],
                                1_000,
                                Duration.ofSeconds(2)))
                        .as(host)
                        .isInstanceOf(UnreachableException.class);
            }
            assertThatThrownBy(probe::accept).as("a connection was made").hasMessageContaining("timed out");
        }
    }

    private static void rotate(TestSite site) {
        KeyRotation rotation = site.get(KeyRotation.class);
        var jobs = site.get(network.constellation.peer.jobs.Jobs.class);
        var job = jobs.await(jobs.start(rotation, KeyRotation.ordered("test", "because")), Duration.ofSeconds(30));
        assertThat(job.state()).isEqualTo(network.constellation.peer.jobs.JobView.State.DONE);
    }

    private String post(byte[] body) {
        return new String(
                a.get(HttpTransport.class)
                        .post(
                                URI.create(b.wwwroot.with("/mnet/xmlrpc/server.php")),
                                new ConnectPolicy(
                                        network.constellation.peer.addresses.AddressRange.parseAll(
                                                List.of("127.0.0.0/8")),
                                        true),
                                Map.of("Content-Type", "text/xml"),
                                body,
                                1 << 20,
                                Duration.ofSeconds(10))
                        .body(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
