package network.constellation.hub.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import network.constellation.protocol.method.reporting.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Who went where. Both ends count each arrival; the home's count is taken unless the other end has more days,
 * so that no arrival is counted twice.
 */
final class Flows {
    private Flows() {}

    private record Pair(String from, String to) {}

    /** @param names of sites by address; an address that is none of the network's stands for itself */
    static List<Flow> of(List<FiguresStore.Sum> sums, List<SiteLine> lines, Map<String, String> names) {
        Map<String, SiteLine> byAddress =
                lines.stream().collect(Collectors.toMap(line -> line.site().value(), line -> line));
        Map<Pair, FiguresStore.Sum> left = new HashMap<>();
        Map<Pair, FiguresStore.Sum> arrived = new HashMap<>();
        for (FiguresStore.Sum sum : sums) {
            if (sum.figure() == Figure.ROAMED_TO) {
                left.put(new Pair(sum.site(), sum.part()), sum);
            } else if (sum.figure() == Figure.ROAMED_FROM) {
                arrived.put(new Pair(sum.part(), sum.site()), sum);
            }
        }
        List<Pair> pairs = new ArrayList<>(left.keySet());
        arrived.keySet().stream().filter(pair -> !left.containsKey(pair)).forEach(pairs::add);
        List<Flow> flows = new ArrayList<>();
        for (Pair pair : pairs) {
            int home = wholeDays(byAddress.get(pair.from()));
            int there = wholeDays(byAddress.get(pair.to()));
            FiguresStore.Sum byHome = left.get(pair);
            FiguresStore.Sum byThere = arrived.get(pair);
            boolean homeCounts = byThere == null || byHome != null && home >= there;
            FiguresStore.Sum sum = Objects.requireNonNull(homeCounts ? byHome : byThere);
            SiteLine counter = byAddress.get(homeCounts ? pair.from() : pair.to());
            flows.add(flow(pair, sum, counter == null || !counter.complete(), names));
        }
        flows.sort(Comparator.comparingLong((Flow flow) -> -flow.count().orElse(0))
                .thenComparing(Flow::from)
                .thenComparing(Flow::to));
        return flows;
    }

    private static int wholeDays(@Nullable SiteLine line) {
        return line == null || line.missing() ? -1 : line.whole();
    }

    private static Flow flow(Pair pair, FiguresStore.Sum sum, boolean partial, Map<String, String> names) {
        return new Flow(
                pair.from(),
                names.getOrDefault(pair.from(), pair.from()),
                pair.to(),
                names.getOrDefault(pair.to(), pair.to()),
                sum.counted() > 0 ? OptionalLong.of(sum.sum()) : OptionalLong.empty(),
                partial || sum.withheld() > 0,
                names.getOrDefault(sum.site(), sum.site()));
    }
}
