package network.constellation.hub.rotation;

import java.util.List;
import network.constellation.protocol.method.rotation.RehearsedPing.Outcome;

/** The rehearsal of a rotation, added up. @param links each direction of each link */
public record RehearsalReport(List<RehearsedLink> links) {
    public RehearsalReport {
        links = List.copyOf(links);
    }

    public long count(Outcome outcome) {
        return links.stream().filter(link -> link.outcome() == outcome).count();
    }

    /** Links whose one end was not prepared, because it is away: the rotation leaves it as it is. */
    public long left() {
        return links.stream().filter(RehearsalReport::isLeft).count();
    }

    /** Whether every link that the rotation touches works with the next keys. */
    public boolean isGood() {
        return !links.isEmpty()
                && links.stream()
                        .allMatch(link ->
                                link.outcome() == Outcome.OK || link.outcome() == Outcome.LEGACY || isLeft(link));
    }

    /** Whether the next keys were refused somewhere. */
    public boolean isFailed() {
        return count(Outcome.FAILED) > 0;
    }

    private static boolean isLeft(RehearsedLink link) {
        return link.outcome() == Outcome.UNREACHABLE && link.detail().equals(RehearsalRound.NOT_PREPARED);
    }
}
