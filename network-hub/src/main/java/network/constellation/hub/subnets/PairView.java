package network.constellation.hub.subnets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.State;

/** One link with both its ends side by side. */
public record PairView(Wwwroot one, Wwwroot other, Optional<LinkEnd> atOne, Optional<LinkEnd> atOther) {

    /** Each link once, by the addresses of its sites. */
    static List<PairView> of(List<LinkEnd> ends) {
        Map<Set<Wwwroot>, List<LinkEnd>> pairs = new LinkedHashMap<>();
        ends.forEach(end -> pairs.computeIfAbsent(Set.of(end.at(), end.about()), pair -> new ArrayList<>())
                .add(end));
        List<PairView> views = new ArrayList<>();
        for (List<LinkEnd> both : pairs.values()) {
            LinkEnd first = both.get(0);
            Wwwroot one = first.at().compareTo(first.about()) < 0 ? first.at() : first.about();
            Wwwroot other = one.equals(first.at()) ? first.about() : first.at();
            views.add(new PairView(one, other, at(both, one), at(both, other)));
        }
        return views;
    }

    private static Optional<LinkEnd> at(List<LinkEnd> both, Wwwroot site) {
        return both.stream().filter(end -> end.at().equals(site)).findFirst();
    }

    /** The state of one end, with its own word. */
    static Badge badge(Optional<LinkEnd> end) {
        return end.map(present -> switch (present.state()) {
                    case LINKED, ENDED -> Badge.of(State.GOOD, LinkPages.class, "end.linked");
                    case LEAVING -> Badge.of(State.WORKING, LinkPages.class, "end.leaving");
                    case MISSING ->
                        present.lastError() == null && present.difference() == null
                                ? Badge.of(State.WORKING, LinkPages.class, "end.working")
                                : Badge.of(State.BAD, LinkPages.class, "end.missing");
                })
                .orElseGet(() -> Badge.of(State.UNKNOWN, LinkPages.class, "end.none"));
    }

    /** What an end opens to the other and may call there. */
    static String services(UnaryOperator<String> words, Optional<LinkEnd> end) {
        return end.map(present -> ServiceNames.bothWays(
                        words, present.services().publish(), present.services().subscribe()))
                .orElse("");
    }

    /** What is wrong with either end; empty when nothing. */
    String wrong() {
        return atOne.flatMap(PairView::wrong)
                .or(() -> atOther.flatMap(PairView::wrong))
                .orElse("");
    }

    private static Optional<String> wrong(LinkEnd end) {
        return Optional.ofNullable(end.lastError()).or(() -> Optional.ofNullable(end.difference()));
    }
}
