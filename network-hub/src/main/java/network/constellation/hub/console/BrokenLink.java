package network.constellation.hub.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.State;

/**
 * Two sites that should know each other, or should not any more, and at least one does not comply yet.
 *
 * @param one the first by address
 * @param ends those that are not as wanted, one or two, or more when several sub-networks want it
 */
public record BrokenLink(Wwwroot one, Wwwroot other, String oneName, String otherName, List<LinkEnd> ends) {
    public BrokenLink {
        ends = List.copyOf(ends);
    }

    /** Of all ends, by the sites' addresses. @param names of sites */
    static List<BrokenLink> of(List<LinkEnd> links, Map<Wwwroot, String> names) {
        Map<Set<Wwwroot>, List<LinkEnd>> pairs = new LinkedHashMap<>();
        links.stream()
                .filter(end -> end.state() != LinkEnd.State.LINKED)
                .forEach(end -> pairs.computeIfAbsent(
                                new TreeSet<>(List.of(end.at(), end.about())), none -> new ArrayList<>())
                        .add(end));
        return pairs.entrySet().stream()
                .map(pair -> {
                    List<Wwwroot> both = List.copyOf(pair.getKey());
                    Wwwroot one = both.get(0);
                    Wwwroot other = both.get(both.size() - 1);
                    return new BrokenLink(
                            one,
                            other,
                            names.getOrDefault(one, one.value()),
                            names.getOrDefault(other, other.value()),
                            pair.getValue());
                })
                .sorted(Comparator.comparing(BrokenLink::one).thenComparing(BrokenLink::other))
                .toList();
    }

    /** Whether somebody has tried in vain; else it is under way. */
    public boolean failing() {
        return ends.stream().anyMatch(end -> end.lastError() != null);
    }

    public Badge badge() {
        return failing()
                ? Badge.of(State.BAD, ConsolePages.class, "link.missing")
                : Badge.of(State.WORKING, ConsolePages.class, "link.working");
    }

    String css() {
        return failing() ? "missing" : "working";
    }

    /** What went wrong last; empty when nothing did. */
    public String error() {
        return ends.stream()
                .map(LinkEnd::lastError)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Where more about it stands. */
    public String path() {
        return ConsolePages.path(ends.get(0).at()) + "&tab=" + SiteTab.LINKS.label();
    }
}
