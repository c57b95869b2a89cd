package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import network.constellation.peer.directory.DirectoryAge.State;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty members whose hub is away until the directory expires, and that come back together. */
@Tag("proof")
class ManyMembersProofTest {
    private static final int MEMBERS = 50;
    private static final int TOGETHER = 5;

    @TempDir
    Path folder;

    @Test
    @Tag("P-8")
    @Tag("P-9")
    @Tag("P-17")
    void readTillTheDirectoryExpiresAndComeBackWithoutAStorm() {
        String[] names =
                IntStream.range(0, MEMBERS).mapToObj(number -> "m" + number).toArray(String[]::new);
        try (DirectoryWorld world = new DirectoryWorld(folder, TOGETHER, names)) {
            world.hubAway();
            for (int step = 0; step < 6; step++) {
                world.advance(Duration.ofHours(11));
                for (int number = 0; number < MEMBERS; number++) {
                    DirectoryWorld.read(world.member(number), neighbour(world, number));
                }
            }
            world.advance(Duration.ofHours(8));
            for (int number = 0; number < MEMBERS; number++) {
                TestSite one = world.member(number);
                TestSite other = neighbour(world, number);
                assertThat(DirectoryWorld.refused(() -> DirectoryWorld.read(one, other)))
                        .isEqualTo(NetworkStanding.DIRECTORY_EXPIRED);
            }
            world.hubBack();
            TestNetwork.await(() -> {
                world.advance(Duration.ofSeconds(1));
                return DirectoryWorld.isFresh(world.hub);
            });
            double before = calls(world.hub);
            for (int minute = 0; minute < 10; minute++) {
                world.advance(Duration.ofMinutes(1));
                for (TestSite member : world.members) {
                    TestNetwork.await(() -> DirectoryWorld.age(member)
                            .lastAttempt()
                            .filter(last -> last.plus(Duration.ofMinutes(11))
                                    .isAfter(member.clock().instant()))
                            .isPresent());
                }
            }
            for (TestSite member : world.members) {
                TestNetwork.await(() -> DirectoryWorld.age(member).state() == State.FRESH);
            }
            assertThat(calls(world.hub) - before).isLessThanOrEqualTo(3.0 * 10 * MEMBERS);
        }
    }

    private static TestSite neighbour(DirectoryWorld world, int number) {
        return world.member(number % TOGETHER == 0 ? number + 1 : number - 1);
    }

    private static double calls(TestSite site) {
        return site.node().get(MeterRegistry.class).find("constellation.call").timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }
}
