package network.constellation.protocol.directory;

import static network.constellation.protocol.directory.SampleNetwork.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/** Whatever changes, the delta from any version leads to exactly what the whole says. */
final class DeltaPropertyTest {
    private static final SampleNetwork NETWORK = new SampleNetwork();

    @Property(tries = 60)
    void any_delta_leads_to_the_whole(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 999) Integer> changes,
            @ForAll @IntRange(min = 0, max = 11) int from)
            throws DirectoryRefusedException {
        List<Directory> versions = new ArrayList<>();
        TreeMap<String, Entry> entries = new TreeMap<>();
        put(entries, 0, 0);
        versions.add(NETWORK.directory(1, 1, entries.values()));
        for (int change : changes) {
            apply(entries, change);
            versions.add(NETWORK.directory(1, versions.size() + 1L, entries.values()));
        }
        Directory base = versions.get(from % versions.size());
        Directory last = versions.get(versions.size() - 1);

        Directory merged = NETWORK.reader().merged(delta(base, last), base, NOW);

        assertThat(merged.document()).isEqualTo(last.document());
    }

    /** Adds, changes or removes one of ten sub-networks. */
    private static void apply(TreeMap<String, Entry> entries, int change) {
        int number = 1 + change % 10;
        if (change % 3 == 0) {
            entries.remove(SubNetworkEntry.KIND + " " + number);
        } else {
            put(entries, number, change);
        }
    }

    private static void put(TreeMap<String, Entry> entries, int number, int change) {
        Entry entry = new SubNetworkEntry(number, "Name " + change, ServiceMatrix.NEW_SUBNETWORK).entry();
        entries.put(entry.id(), entry);
    }

    private static byte[] delta(Directory base, Directory last) {
        List<Entry> changed = last.entries().values().stream()
                .filter(entry -> !Objects.equals(base.entries().get(entry.id()), entry))
                .toList();
        Set<String> removed = new TreeSet<>(base.entries().keySet());
        removed.removeAll(last.entries().keySet());
        return DirectoryDelta.of(base.version(), last.signedHeader(), changed, removed)
                .encoded();
    }
}
