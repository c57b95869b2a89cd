package network.constellation.testnetwork.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import network.constellation.hub.rotation.Rotation.Phase;
import network.constellation.hub.rotation.RotationScope;
import network.constellation.hub.rotation.RotationSite;
import network.constellation.hub.rotation.RotationSite.State;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.rotation.RehearsedPing.Outcome;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotations of whole networks, in real time (issue 4, done-when 3; network-admin.md 9, item 24). */
@Tag("proof")
class RotationProofTest {
    @TempDir
    Path folder;

    @Test
    @Tag("P-16")
    void fiftySitesRotateAtOnceUnderLoadWithoutAFailedCall() throws Exception {
        try (TestNetwork network = TestNetwork.found(folder);
                ManySites sites = new ManySites(network)) {
            for (int node = 0; node < 5; node++) {
                sites.node("n" + node, Collections.nCopies(10, 1));
            }
            awaitLinks(network, 50 * 49);
            Led led = new Led(network.hub());
            AtomicLong calls = new AtomicLong();
            Queue<String> failures = new ConcurrentLinkedQueue<>();
            ExecutorService threads = Executors.newFixedThreadPool(6);
            boolean[] going = {true};
            for (int thread = 0; thread < 6; thread++) {
                int start = thread;
                threads.execute(() -> load(sites.all(), start, going, calls, failures));
            }
            Instant started = Instant.now();
            led.prepare(new RotationScope(true, Optional.empty(), true, List.of()));
            Instant prepared = Instant.now();
            assertThat(led.rehearse().phase()).isEqualTo(Phase.REHEARSED);
            Instant rehearsed = Instant.now();
            long good = led.rotations().rehearsal(led.newest().number()).count(Outcome.OK);
            long before = calls.get();
            assertThat(led.rotations().rehearsal(led.newest().number()).links())
                    .filteredOn(link -> link.outcome() != Outcome.OK)
                    .isEmpty();
            led.activate();
            Instant activated = Instant.now();
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> calls.get() > before + 3_000);
            going[0] = false;
            threads.shutdown();
            assertThat(threads.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
            System.out.printf(
                    "50 sites and the hub: prepared in %d s, rehearsed %d links in %d s, activated in %d s;"
                            + " %d calls, %d failed%n",
                    Duration.between(started, prepared).toSeconds(),
                    good,
                    Duration.between(prepared, rehearsed).toSeconds(),
                    Duration.between(rehearsed, activated).toSeconds(),
                    calls.get(),
                    failures.size());
            assertThat(failures).isEmpty();
            assertThat(good).isEqualTo(50 * 49 + 100);
            assertThat(sites.all()).allMatch(site -> site.generation() == 2);
            led.retire();
        }
    }

    private static void load(
            List<ManySites.Site> sites, int start, boolean[] going, AtomicLong calls, Queue<String> failures) {
        int step = start * 17;
        while (going[0]) {
            step++;
            ManySites.Site from = sites.get((step * 7 + start) % sites.size());
            ManySites.Site to = sites.get((step * 11 + start * 3 + 1) % sites.size());
            if (from == to) {
                continue;
            }
            try {
                from.get(PeerClient.class)
                        .call(
                                from.get(Peers.class).require(to.wwwroot()),
                                SystemMethods.LIST_SERVICES,
                                Nothing.NOTHING);
                calls.incrementAndGet();
            } catch (RuntimeException failed) {
                failures.add(from.wwwroot() + " -> " + to.wwwroot() + ": " + failed);
            }
        }
    }

    @Test
    @Tag("NA-24")
    void twoHundredSitesWithFivePercentDownEndInBoundedTimeAndAreResumed() {
        try (TestNetwork network = TestNetwork.found(folder);
                ManySites sites = new ManySites(network)) {
            for (int node = 0; node < 20; node++) {
                List<Integer> subnetworks = new ArrayList<>(Collections.nCopies(5, node + 1));
                subnetworks.addAll(Collections.nCopies(5, (node + 1) % 20 + 1));
                sites.node("n" + node, subnetworks);
            }
            awaitLinks(network, 20 * 10 * 9);
            TestSite down = sites.nodes().get(7);
            TestNetwork.cutOff(down);
            Led led = new Led(network.hub());
            Instant started = Instant.now();
            led.prepare(RotationScope.ALL);
            led.rehearse();
            assertThat(led.activate().phase()).isEqualTo(Phase.ACTIVATED);
            Duration took = Duration.between(started, Instant.now());
            List<RotationSite> behind = led.sites().stream()
                    .filter(site -> site.isBehind(Phase.ACTIVATED))
                    .toList();
            assertThat(behind).hasSize(10).allMatch(site -> site.lastError() != null);
            assertThat(sites.all().stream().filter(site -> site.generation() == 2))
                    .hasSize(190);
            down.link().weather(Weather.FAIR);
            Instant back = Instant.now();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        led.resume();
                        return led.sites().stream().noneMatch(site -> site.isBehind(Phase.ACTIVATED));
                    });
            System.out.printf(
                    "200 sites, 10 down: %d s to the end, 10 listed, resumed for them in %d s%n",
                    took.toSeconds(), Duration.between(back, Instant.now()).toSeconds());
            assertThat(led.sites()).allMatch(site -> !site.rotates() || site.state() == State.ACTIVATED);
            assertThat(sites.all()).allMatch(site -> site.generation() == 2);
        }
    }

    private static void awaitLinks(TestNetwork network, int ends) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    List<LinkEnd> links = network.hub().get(SubNetworks.class).links();
                    return links.size() == ends && links.stream().allMatch(end -> end.state() == LinkEnd.State.LINKED);
                });
    }
}
