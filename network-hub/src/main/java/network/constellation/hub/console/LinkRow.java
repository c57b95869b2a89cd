package network.constellation.hub.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.ServiceNames;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Page;
import network.constellation.peer.web.view.State;
import org.jspecify.annotations.Nullable;

/**
 * A link of a site, both ends side by side.
 *
 * @param here what the site knows of the other; null: nothing is wanted there
 * @param there what the other knows of the site; null: nothing is wanted there
 */
public record LinkRow(
        int subnetwork,
        Wwwroot other,
        String name,
        @Nullable LinkEnd here,
        @Nullable LinkEnd there) {

    /** By the other's address and sub-network. */
    static List<LinkRow> of(Wwwroot site, List<LinkEnd> ends, Map<Wwwroot, String> names) {
        Map<String, LinkRow> rows = new TreeMap<>();
        for (LinkEnd end : ends) {
            boolean own = end.at().equals(site);
            Wwwroot other = own ? end.about() : end.at();
            rows.merge(
                    other + " " + end.subnetwork(),
                    new LinkRow(
                            end.subnetwork(),
                            other,
                            names.getOrDefault(other, other.value()),
                            own ? end : null,
                            own ? null : end),
                    LinkRow::with);
        }
        return new ArrayList<>(rows.values());
    }

    private LinkRow with(LinkRow second) {
        return new LinkRow(
                subnetwork, other, name, here == null ? second.here() : here, there == null ? second.there() : there);
    }

    /** What went wrong last; empty when nothing did. */
    public String error() {
        String first = here == null ? null : here.lastError();
        String second = there == null ? null : there.lastError();
        return first != null ? first : second != null ? second : "";
    }

    /** The page of the other site. */
    public String path() {
        return ConsolePages.path(other);
    }

    /** What one end opens and may call. @param words of the bundle of sub-networks */
    public static String services(Page words, LinkEnd end) {
        return ServiceNames.bothWays(
                words::t, end.services().publish(), end.services().subscribe());
    }

    /** How one end stands. */
    public static Badge badge(LinkEnd end) {
        return switch (end.state()) {
            case LINKED -> Badge.of(State.GOOD, ConsolePages.class, "link.linked");
            case MISSING ->
                end.lastError() == null
                        ? Badge.of(State.WORKING, ConsolePages.class, "link.working")
                        : Badge.of(State.BAD, ConsolePages.class, "link.missing");
            default -> Badge.of(State.WORKING, ConsolePages.class, "link.leaving");
        };
    }
}
