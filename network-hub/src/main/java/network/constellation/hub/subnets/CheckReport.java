package network.constellation.hub.subnets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;

/**
 * What came of comparing both ends of every link.
 *
 * @param compared ends that were compared
 * @param silent sites that could not be asked, and why
 * @param differences what is otherwise than wanted
 */
public record CheckReport(Instant at, int compared, SortedMap<Wwwroot, String> silent, List<Difference> differences) {
    public CheckReport {
        silent = new TreeMap<>(silent);
        differences = List.copyOf(differences);
    }

    static CheckReport of(Instant at, int compared, Map<Wwwroot, String> silent, List<Difference> differences) {
        return new CheckReport(at, compared, new TreeMap<>(silent), differences);
    }

    /** Whether every end could be compared, and is as wanted. */
    public boolean isWhole() {
        return silent.isEmpty() && differences.isEmpty();
    }
}
