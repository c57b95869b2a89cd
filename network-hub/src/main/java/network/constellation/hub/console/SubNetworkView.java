package network.constellation.hub.console;

import java.util.List;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.State;

/**
 * A sub-network as the console shows it.
 *
 * @param others members of the network that are not in it
 * @param missing link ends that are not confirmed
 * @param services that its members open to each other beyond those of everybody
 */
public record SubNetworkView(
        int number, String name, List<SiteView> members, List<SiteView> others, int missing, List<String> services) {
    public SubNetworkView {
        members = List.copyOf(members);
        others = List.copyOf(others);
        services = List.copyOf(services);
    }

    /** Whole, or how many link ends are missing. */
    public Badge badge() {
        return missing == 0
                ? Badge.of(State.GOOD, ConsolePages.class, "subnetworks.whole")
                : Badge.of(State.ATTENTION, ConsolePages.class, "subnetworks.missing", missing);
    }
}
