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
            comeBack(world);
        }
    }

    @Test
    @Tag("P-17")
    void twoHundredThatWereCutOffForADayComeBackWithoutAStorm() {
        String[] names =
                IntStream.range(0, 200).mapToObj(number -> "m" + number).toArray(String[]::new);
        try (DirectoryWorld world = new DirectoryWorld(folder, TOGETHER, names)) {
            world.hubAway();
            for (int step = 0; step < 4; step++) {
                world.advance(Duration.ofHours(6));
            }
            comeBack(world);
        }
    }

    /** All follow the hub again within ten minutes, and ask it no more than three times as often as on a quiet day. */
    private static void comeBack(DirectoryWorld world) {
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
        double asked = calls(world.hub) - before;
        System.out.printf(
                "%d members back: %.0f calls in ten minutes, %.1f a minute and member%n",
                world.members.size(), asked, asked / 10 / world.members.size());
        assertThat(asked).isLessThanOrEqualTo(3.0 * 10 * world.members.size());
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
