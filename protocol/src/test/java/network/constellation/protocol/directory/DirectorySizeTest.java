package network.constellation.protocol.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import org.junit.jupiter.api.Test;

/** Sizes of issue 4: 2 000 members in 4 MB, one change in 4 KB; times are measured by bench/directory. */
final class DirectorySizeTest {
    private static final int MEMBERS = 12;
    private static final int MOST_PER_MEMBER = 4_000_000 / 2_000;
    private static final int MOST_OF_A_CHANGE = 4_096;

    private final SampleNetwork network = new SampleNetwork();

    @Test
    void members_and_changes_are_small_enough() {
        List<Entry> entries = network.entries(MEMBERS);
        Directory directory = network.directory(1, 1, entries);
        List<Entry> others = new ArrayList<>(entries);
        MemberEntry m1 = directory.member(Wwwroot.of("https://m1.example.org")).orElseThrow();
        Entry announced = m1.withKeys(m1.current(), Optional.of(network.keysOf(m1.wwwroot(), 2)), 0)
                .entry();
        others.set(2, announced);
        byte[] delta = DirectoryDelta.of(
                        directory.version(),
                        network.directory(1, 2, others).signedHeader(),
                        List.of(announced),
                        List.of())
                .encoded();

        assertThat(directory.document().length / MEMBERS).isLessThan(MOST_PER_MEMBER);
        assertThat(delta.length).isLessThan(MOST_OF_A_CHANGE);
    }
}
