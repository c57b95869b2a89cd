package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.PeersException;

/** Which sites of this network an order means. */
@Singleton
final class SiteChoice {
    private final Registry registry;
    private final SubNetworks subNetworks;
    private final SiteCalls calls;

    @Inject
    SiteChoice(Registry registry, SubNetworks subNetworks, SiteCalls calls) {
        this.registry = registry;
        this.subNetworks = subNetworks;
        this.calls = calls;
    }

    /** @throws OrderRefused see {@link TargetSelection#resolve} */
    List<Wwwroot> resolve(Order order) {
        List<TargetSelection.Candidate> candidates = registry.members().stream()
                .filter(member -> member.state() == Member.State.ADMITTED)
                .map(member -> new TargetSelection.Candidate(member.wwwroot(), member.name()))
                .toList();
        return new TargetSelection(candidates, this::members, (site, setting) -> answers(order, site, setting))
                .resolve(order.targets());
    }

    private Set<Wwwroot> members(int subnetwork) {
        return Set.copyOf(subNetworks
                .find(subnetwork)
                .orElseThrow(() -> new OrderRefused("There is no sub-network " + subnetwork + "."))
                .members());
    }

    /** A site that does not answer is not chosen. */
    private boolean answers(Order order, Wwwroot site, TargetSelection.Setting setting) {
        try {
            JsonNode value =
                    ConfigCommands.read(calls.site(site, order, "select", ""), setting.name(), setting.component());
            String text = value.isNull() ? "" : value.asText();
            return setting.any() ? !text.isEmpty() && !text.equals("0") : text.equals(setting.value());
        } catch (AdminRefused | UnreachableException | PeersException no) {
            return false;
        }
    }
}
