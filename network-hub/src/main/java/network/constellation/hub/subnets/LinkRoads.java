package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.util.Set;
import network.constellation.hub.registry.Member;

/** Finds the road that leads to a member. */
final class LinkRoads {
    private final Set<LinkRoad> others;
    private final ModernRoad modern;

    @Inject
    LinkRoads(Set<LinkRoad> others, ModernRoad modern) {
        this.others = others;
        this.modern = modern;
    }

    LinkRoad to(Member at) {
        return others.stream().filter(road -> road.leadsTo(at)).findFirst().orElse(modern);
    }
}
