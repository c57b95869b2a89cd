package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.peer.directory.DirectoryAge;
import network.constellation.peer.directory.DirectoryAge.State;
import network.constellation.peer.health.Doctor;
import network.constellation.peer.health.Finding;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The hub is away for days: what goes on, what does not, and how all is well again. One story in the order of time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HubAwayTest {
    private DirectoryWorld world;
    private TestSite a;
    private TestSite b;

    @BeforeAll
    void found(@TempDir Path folder) {
        world = new DirectoryWorld(folder, "a", "b", "c");
        a = world.member(0);
        b = world.member(1);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    @Order(1)
    @Tag("P-8")
    void nobodyMissesTheHubInTheFirstMinutes() {
        world.hubAway();
        world.advance(Duration.ofMinutes(10));
        for (TestSite one : world.members) {
            for (TestSite other : world.members) {
                if (one != other) {
                    DirectoryWorld.read(one, other);
                    DirectoryWorld.write(one, other);
                }
            }
        }
    }

    /** Protocol-security.md 3: what changes something needs a list that is younger than 15 minutes. */
    @Test
    @Order(2)
    @Tag("NA-14")
    void afterAQuarterOfAnHourOnlyReadingGoesOn() {
        world.advance(Duration.ofMinutes(10));
        assertThat(DirectoryWorld.refused(() -> DirectoryWorld.write(a, b))).isEqualTo(NetworkStanding.LIST_STALE);
        DirectoryWorld.read(a, b);
        assertThat(DirectoryWorld.age(a).state()).isEqualTo(State.LIST_STALE);
    }

    @Test
    @Order(3)
    @Tag("P-8")
    void readingGoesOnUntilTheDirectoryExpiresAcrossRestartsWithWarnings() {
        int[] hours = {37, 18, 11};
        String[] percent = {"50", "75", "90"};
        for (int step = 0; step < hours.length; step++) {
            world.advance(Duration.ofHours(hours[step]));
            if (step == 1) {
                b.stop();
                b.startAgain();
            }
            for (TestSite one : world.members) {
                DirectoryWorld.read(one, one == a ? b : a);
            }
            String warned = percent[step];
            TestNetwork.await(() -> DirectoryWorld.audited(a, "directory.ageing").stream()
                    .anyMatch(line -> warned.equals(line.details().get("percent"))));
        }
        TestNetwork.await(() -> DirectoryWorld.audited(a, "watchdog.overdue").stream()
                .anyMatch(line -> "directory-refresh".equals(line.details().get("task"))));
        assertThat(warnings(a)).containsExactlyInAnyOrder("50", "75", "90");
        assertThat(finding(a).grade()).isEqualTo(Finding.Grade.WARNING);
    }

    @Test
    @Order(4)
    @Tag("P-9")
    void afterItsExpiryNothingOfTheNetworkPassesAndItSaysWhy() throws IOException {
        world.advance(Duration.ofHours(8));
        Fault fault = catchThrowableOfType(Fault.class, () -> DirectoryWorld.read(a, b));
        assertThat(fault.code()).isEqualTo(NetworkStanding.DIRECTORY_EXPIRED);
        assertThat(fault.text()).contains("it is 74 h").contains("good until");
        // Nor is anybody served: the hub still calls, though it cannot be called.
        Fault inbound = catchThrowableOfType(
                Fault.class,
                () -> world.hub
                        .get(PeerClient.class)
                        .call(world.hub.peer(a).orElseThrow(), SystemMethods.LIST_SERVICES, Nothing.NOTHING));
        assertThat(inbound.code()).isEqualTo(NetworkStanding.DIRECTORY_EXPIRED);
        assertThat(inbound.text()).contains("it is 74 h");
        assertThat(status(a, "/login")).startsWith("HTTP/1.1 200");
        TestNetwork.await(() -> !DirectoryWorld.audited(a, "directory.expired").isEmpty());
        assertThat(finding(a).grade()).isEqualTo(Finding.Grade.BAD);
        assertThat(finding(a).sentence()).contains("expired");
    }

    @Test
    @Order(5)
    @Tag("P-9")
    @Tag("P-17")
    void whenTheHubIsBackAllAreInSyncWithoutAStorm() {
        double before = calls(world.hub);
        world.hubBack();
        world.advance(Duration.ofMinutes(11));
        for (TestSite member : world.members) {
            TestNetwork.await(() -> DirectoryWorld.age(member).state() == State.FRESH);
            assertThat(DirectoryWorld.age(member).failures()).isZero();
        }
        // One question each is what a minute has; three times as much is the bound.
        assertThat(calls(world.hub) - before).isLessThanOrEqualTo(3.0 * world.members.size());
        DirectoryWorld.read(a, b);
        DirectoryWorld.write(a, b);
        TestNetwork.await(() -> !DirectoryWorld.audited(a, "directory.renewed").isEmpty());
        assertThat(finding(a).grade()).isEqualTo(Finding.Grade.GOOD);
    }

    @Test
    @Order(6)
    void aMachineThatSleptRecoversAtTheFirstCall() {
        a.stop();
        world.advance(Duration.ofHours(100));
        // All clocks of a test leap together, so the others need a moment to wake as well.
        TestNetwork.await(() -> DirectoryWorld.isFresh(world.hub)
                && DirectoryWorld.age(b).state() == State.FRESH
                && DirectoryWorld.age(b).failures() == 0);
        a.startAgain();
        DirectoryWorld.write(a, world.hub);
        DirectoryAge age = DirectoryWorld.age(a);
        assertThat(age.state()).isEqualTo(State.FRESH);
    }

    private static Set<String> warnings(TestSite site) {
        return DirectoryWorld.audited(site, "directory.ageing").stream()
                .map(line -> line.details().get("percent"))
                .collect(Collectors.toSet());
    }

    private static Finding finding(TestSite site) {
        return site.node().get(Doctor.class).examine().stream()
                .filter(found -> found.check().equals("directory"))
                .findFirst()
                .orElseThrow();
    }

    private static double calls(TestSite site) {
        return site.node().get(MeterRegistry.class).find("constellation.call").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    /** The names of tests are not known to the machine's own resolver. */
    private static String status(TestSite site, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: "
                + site.wwwroot().uri().getAuthority() + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", site.wwwroot().uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf("\r\n"));
        }
    }
}
