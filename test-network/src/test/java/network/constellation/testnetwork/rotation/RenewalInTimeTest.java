package network.constellation.testnetwork.rotation;

import static network.constellation.testnetwork.rotation.Led.generation;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import network.constellation.peer.peers.OwnKeyWatch;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.rotation.KeyNotebook;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are renewed by themselves, inside the gap and at the time of day that was set (network-admin.md 2.4). */
class RenewalInTimeTest {
    private static final String SETTINGS = """
            net { key-lifetime = 28d, key-renewal = 72h, key-renewal-window = "02:00-05:00" }
            """;

    @Test
    @Tag("NA-20")
    void keysAreAnnouncedInsideTheGapAndReplacedAtTheScheduledTimeWithoutAForcedCall(@TempDir Path folder) {
        try (TestNetwork network = TestNetwork.found(folder)) {
            TestSite site = network.site("site", SETTINGS);
            TestSite off = network.site("off", SETTINGS + "net { key-renewal-automatic = false }");
            network.inviteAndJoin(site, 1);
            SiteIdentity own = site.get(SiteIdentity.class);
            Instant end = own.current().notAfter();
            run(site);
            assertThat(own.announced()).isEmpty();

            // Inside the gap, at noon: the next keys are made and announced, the present ones stay.
            Instant inside = end.minus(Duration.ofHours(60));
            Instant noon = inside.atOffset(ZoneOffset.UTC).with(LocalTime.NOON).toInstant();
            network.hub().clock().advance(Duration.between(site.clock().instant(), noon));
            off.clock().advance(Duration.between(off.clock().instant(), noon));
            site.clock().advance(Duration.between(site.clock().instant(), noon));
            run(site);
            run(off);
            assertThat(own.announced()).isPresent();
            assertThat(own.current().generation()).isEqualTo(1);
            TestNetwork.await(() -> {
                run(site);
                return network.hub()
                        .get(KeyNotebook.class)
                        .announced(site.wwwroot())
                        .isPresent();
            });
            assertThat(own.current().generation()).isEqualTo(1);
            assertThat(off.get(SiteIdentity.class).announced()).isEmpty();

            // In the window of the night: they come into use, and nobody asked for it.
            Instant night = noon.plus(Duration.ofHours(15));
            site.clock().advance(Duration.between(site.clock().instant(), night));
            network.hub().clock().advance(Duration.between(network.hub().clock().instant(), night));
            run(site);
            TestNetwork.await(() -> own.current().generation() == 2);
            assertThat(site.clock().instant()).isBefore(end);
            TestNetwork.await(() -> {
                Led.call(site, network.hub().wwwroot());
                return generation(network.hub(), site) == 2;
            });
        }
    }

    private static void run(TestSite site) {
        site.get(OwnKeyWatch.class).run();
    }
}
