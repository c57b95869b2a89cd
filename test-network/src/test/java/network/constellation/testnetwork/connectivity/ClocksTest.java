package network.constellation.testnetwork.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.keys.identity.RecipientKey;
import network.constellation.peer.dispatch.TenantReplay;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.PeerClocks;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.freshness.ClockSkew;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Nodes whose clocks differ, and clocks that are set while calls are under way (promises 13 and 14, NA-25). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClocksTest {
    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private TestNetwork network;
    private TestSite a;
    private TestSite b;
    private Duration shift = Duration.ZERO;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        a = network.site("a");
        b = network.site("b");
        network.inviteAndJoin(a, 1);
        network.inviteAndJoin(b, 1);
        network.awaitMesh(2);
    }

    @AfterAll
    void close() {
        network.close();
    }

    @AfterEach
    void setRight() {
        ahead(Duration.ZERO);
        call(a, b);
        call(b, a);
        assertThat(call(a, b)).isEmpty();
        assertThat(call(b, a)).isEmpty();
    }

    /** Sets the clock of b that much ahead of all others. */
    private void ahead(Duration wanted) {
        b.clock().advance(wanted.minus(shift));
        shift = wanted;
    }

    /** @return the fault of a call, or none */
    private static Optional<Fault> call(TestSite from, TestSite to) {
        try {
            from.get(PeerClient.class).call(from.peer(to).orElseThrow(), SystemMethods.LIST_SERVICES, Nothing.NOTHING);
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault);
        }
    }

    @Test
    @Tag("P-13")
    @Tag("NA-25")
    void fiveMinutesBreakNothingAndMoreIsAFaultThatTellsBothTimes() {
        for (int minutes : new int[] {-10, -6, -5, -3, -2, 2, 3, 5, 6, 10}) {
            ahead(Duration.ofMinutes(minutes));
            for (List<TestSite> way : List.of(List.of(a, b), List.of(b, a))) {
                // What was known of the clocks is of another time: one call tells.
                call(way.get(0), way.get(1));
                for (int again = 0; again < 2; again++) {
                    Optional<Fault> fault = call(way.get(0), way.get(1));
                    if (Math.abs(minutes) <= 5) {
                        assertThat(fault).as("%s at %d min", way, minutes).isEmpty();
                    } else {
                        assertThat(fault).as("%s at %d min", way, minutes).hasValueSatisfying(refused -> {
                            assertThat(refused.code()).isEqualTo(ClockSkew.FAULT);
                            assertThat(refused.text()).startsWith("clock_skew");
                            assertThat(told(refused)).isBetween(60L * Math.abs(minutes) - 10, 60L * 10 + 60);
                        });
                    }
                }
            }
        }
        assertThat(refusals("clock_skew")).isNotEmpty();
    }

    @Test
    @Tag("P-13")
    void twoMinutesAreWithinTheWindowAndNobodyIsCorrected() {
        int before = refusals("clock_skew").size();
        for (int seconds : new int[] {-100, -50, 50, 100}) {
            ahead(Duration.ofSeconds(seconds));
            assertThat(call(a, b)).isEmpty();
            assertThat(call(b, a)).isEmpty();
        }
        assertThat(refusals("clock_skew")).hasSize(before);
        ahead(Duration.ofSeconds(50));
        call(a, b);
        assertThat(a.get(PeerClocks.class).of(b.wwwroot()))
                .hasValueSatisfying(
                        offset -> assertThat(offset.ahead().toSeconds()).isBetween(45L, 55L));
    }

    @Test
    @Tag("P-13")
    void aKeyThatIsOverByTheReceiversClockIsNotTakenForAMessageWithAnEarlierTime() {
        call(a, b);
        int before = refusals("stale-recipient-key").size();
        // b has made new daily keys since; by the clock of a, the one that it knows would live for some minutes more.
        Duration days = Duration.ofHours(50);
        for (TestSite site : List.of(network.hub(), a, b)) {
            site.clock().advance(days);
        }
        b.get(SiteIdentity.class).renewRecipients();
        ahead(Duration.ofMinutes(4));
        assertThat(call(a, b))
                .as("after it has fetched the new key, with the time of b")
                .isEmpty();
        assertThat(refusals("stale-recipient-key")).hasSizeGreaterThan(before);
    }

    @Test
    @Tag("P-14")
    void aCallUnderWayIsNeitherCutShortNorKeptWaitingWhenAClockIsSet() throws Exception {
        for (Duration leap : List.of(HOUR, HOUR.negated())) {
            b.link().weather(Weather.FAIR.delayed(Duration.ofMillis(300)));
            b.link().cutAll();
            Optional<?>[] fault = new Optional<?>[1];
            Thread under = new Thread(() -> fault[0] = call(a, b));
            under.start();
            a.clock().advance(leap);
            under.join(TestNetwork.PATIENCE.toMillis());
            a.clock().advance(leap.negated());
            b.link().weather(Weather.FAIR);
            // A connection keeps the weather that it was opened in, and the other tests would use it.
            b.link().cutAll();
            assertThat(fault[0]).isNotNull();
        }
    }

    @Test
    @Tag("P-14")
    void aLeapOfAnHourReopensNoReplayAndClosesNoDoor() throws Exception {
        byte[] message = sealed(a, b, Duration.ZERO);
        int before = refusals("replay").size();
        post(b, message);
        assertThat(refusals("replay")).hasSize(before);
        ahead(HOUR);
        b.get(TenantReplay.class).run();
        post(b, message);
        assertThat(refusals("replay")).as("old by its clock").hasSize(before);
        ahead(Duration.ZERO);
        b.get(TenantReplay.class).run();
        post(b, message);
        assertThat(refusals("replay")).as("the window is not reopened").hasSize(before + 1);
        call(a, b);
        assertThat(call(a, b)).as("calls go on at once").isEmpty();
    }

    @Test
    @Tag("P-14")
    void whatWasRefusedAsOfTheFutureIsRefusedWhenItsTimeHasCome() throws Exception {
        byte[] early = sealed(a, b, Duration.ofSeconds(200));
        int before = refusals("replay").size();
        post(b, early);
        assertThat(refusals("clock_skew")).isNotEmpty();
        ahead(Duration.ofSeconds(150));
        post(b, early);
        assertThat(refusals("replay")).as("it would be within the window now").hasSize(before + 1);
    }

    /** The two times that the fault tells, in seconds apart. */
    private static long told(Fault fault) {
        Matcher times = INSTANT.matcher(fault.text());
        assertThat(times.find()).isTrue();
        Instant one = Instant.parse(times.group());
        assertThat(times.find()).isTrue();
        return Duration.between(one, Instant.parse(times.group())).abs().toSeconds();
    }

    private List<String> refusals(String reason) {
        return b.audited(line -> line.event().name().equals("call.refused")).stream()
                .map(line -> String.valueOf(line.event()))
                .filter(text -> text.contains(reason))
                .toList();
    }

    /** A request as it stands on the wire. */
    private static byte[] sealed(TestSite from, TestSite to, Duration ahead) {
        Peer peer = from.peer(to).orElseThrow();
        RecipientKey key = peer.identity().modern().orElseThrow().recipientKey();
        byte[] document =
                from.get(XmlRpcCodec.class).writeCall(new MethodCall(SystemMethods.LIST_SERVICES.name(), List.of()));
        return from.get(ModernEnvelope.class)
                .sealRequest(
                        document,
                        from.get(SiteIdentity.class).modern(),
                        java.util.Objects.requireNonNull(peer.modern()),
                        key,
                        peer.terms().network(),
                        from.clock().instant().plus(ahead),
                        0)
                .body();
    }

    /** Brings bytes to the door as they are. */
    private static void post(TestSite to, byte[] body) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", to.link().port())) {
            String head = "POST /mnet/xmlrpc/server.php HTTP/1.1\r\nHost: "
                    + to.wwwroot().uri().getAuthority() + "\r\nContent-Type: text/xml\r\nConnection: close\r\n"
                    + "Content-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("encryptedMessage");
        }
    }
}
