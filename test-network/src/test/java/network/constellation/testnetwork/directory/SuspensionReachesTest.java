package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import network.constellation.hub.directory.Suspensions;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A suspended site is refused by everybody, also by who hears of it only from other members. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuspensionReachesTest {
    private DirectoryWorld world;
    private TestSite a;
    private TestSite b;
    private TestSite c;
    private TestSite bad;

    @BeforeAll
    void found(@TempDir Path folder) {
        world = new DirectoryWorld(folder, "a", "b", "c", "bad");
        a = world.member(0);
        b = world.member(1);
        c = world.member(2);
        bad = world.member(3);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    @Order(1)
    @Tag("P-12")
    void whoeverTheHubReachesRefusesItAtOnce() {
        // The hub reaches neither b nor c; both could reach the hub, but have asked just now.
        TestNetwork.cutOff(b);
        TestNetwork.cutOff(c);
        DirectoryWorld.read(bad, a);
        world.hub.get(Suspensions.class).suspend(bad.wwwroot(), "test", TestNetwork.ACTOR);
        awaitSuspendedAt(a);
        assertThat(DirectoryWorld.refused(() -> DirectoryWorld.read(a, bad))).isEqualTo(NetworkStanding.SUSPENDED);
        assertThat(DirectoryWorld.refused(() -> DirectoryWorld.read(bad, a))).isEqualTo(NetworkStanding.SUSPENDED);
        assertThat(DirectoryWorld.refused(() -> DirectoryWorld.read(bad, world.hub)))
                .isEqualTo(NetworkStanding.SUSPENDED);
    }

    @Test
    @Order(2)
    @Tag("P-12")
    void whoIsCutOffFromTheHubHearsOfItFromAnotherMember() {
        world.hubAway();
        b.link().weather(Weather.FAIR);
        assertThat(b.get(NetworkDirectory.class).isSuspended(bad.wwwroot())).isFalse();
        // The number of the newest list travels in every message; b asks a for the list.
        DirectoryWorld.read(a, b);
        awaitSuspendedAt(b);
        assertThat(DirectoryWorld.refused(() -> DirectoryWorld.write(bad, b))).isEqualTo(NetworkStanding.SUSPENDED);
    }

    @Test
    @Order(3)
    @Tag("P-12")
    void whoHearsNothingAsksOtherMembersWhileTheHubIsSilent() {
        assertThat(c.get(NetworkDirectory.class).isSuspended(bad.wwwroot())).isFalse();
        world.advance(Duration.ofMinutes(4));
        awaitSuspendedAt(c);
        c.link().weather(Weather.FAIR);
    }

    @Test
    @Order(4)
    void theLegacySuiteIsNoWayRound() {
        legacy(bad, a);
        legacy(a, bad);
        assertThat(DirectoryWorld.refused(() -> DirectoryWorld.read(bad, a))).isEqualTo(NetworkStanding.SUSPENDED);
    }

    @Test
    @Order(5)
    void resumedItIsServedAgain() {
        world.hubBack();
        world.hub.get(Suspensions.class).resume(bad.wwwroot(), TestNetwork.ACTOR);
        world.advance(Duration.ofSeconds(70));
        TestNetwork.await(() -> !a.get(NetworkDirectory.class).isSuspended(bad.wwwroot()));
        DirectoryWorld.read(a, bad);
        DirectoryWorld.read(bad, a);
    }

    private void awaitSuspendedAt(TestSite site) {
        TestNetwork.await(() -> site.get(NetworkDirectory.class).isSuspended(bad.wwwroot()));
    }

    private static void legacy(TestSite site, TestSite other) {
        Peer peer = site.peer(other).orElseThrow();
        PeerTerms terms = peer.terms();
        site.get(Peers.class)
                .setTerms(
                        peer.wwwroot(),
                        new PeerTerms(
                                terms.name(),
                                terms.application(),
                                SuiteChoice.LEGACY,
                                terms.allowed(),
                                true,
                                terms.network()),
                        TestNetwork.ACTOR);
    }
}
