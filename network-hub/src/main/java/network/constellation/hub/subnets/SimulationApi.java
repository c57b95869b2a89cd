package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.Operations;
import network.constellation.hub.subnets.WhoCallsWhom.Right;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** Who may call whom, now and after changes that are only thought of, for programs. */
final class SimulationApi implements ApiRoom {
    private static final int MOST_CHANGES = 100;
    private static final int MOST_RIGHTS = 10_000;

    private final SubNetworks subNetworks;

    @Inject
    SimulationApi(SubNetworks subNetworks) {
        this.subNetworks = subNetworks;
    }

    record RightsAsked(
            @ApiText("Only what this site may call.") @Nullable
            Wwwroot caller,

            @ApiText("Only what may be called at this site.") @Nullable
            Wwwroot at) {}

    @ApiText("The site `caller` may call the methods of the service at the site `at`.")
    record RightShown(Wwwroot caller, Wwwroot at, String service) {}

    record RightsShown(
            @ApiText("How many there are; the list has the first 10000.")
            int total,

            List<RightShown> rights) {}

    record ChangesToSimulate(
            @ApiText("Changes in their order, each as one line, such as `join 2 https://site.example.org`; there are: "
                    + PlanChange.FORMS + ".")
            List<String> changes) {}

    record SimulatedRights(
            @ApiText("Rights that are there only after the changes.")
            List<RightShown> gained,

            @ApiText("Rights that are there only before them.")
            List<RightShown> lost) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("sub-networks")
                .get(
                        "listRights",
                        "/rights",
                        ApiScope.NETWORK_READ,
                        "List who may call which service at whom.",
                        RightsAsked.class,
                        RightsShown.class,
                        (asked, call) -> rights(asked))
                .post(
                        "simulateChanges",
                        "/rights/simulate",
                        ApiScope.NETWORK_READ,
                        "Say which rights changes would give and take; nothing is changed.",
                        ChangesToSimulate.class,
                        SimulatedRights.class,
                        (asked, call) -> simulated(asked));
    }

    private RightsShown rights(RightsAsked asked) {
        List<Right> fitting = WhoCallsWhom.under(subNetworks.plan()).stream()
                .filter(right -> asked.caller() == null || right.caller().equals(asked.caller()))
                .filter(right -> asked.at() == null || right.callee().equals(asked.at()))
                .toList();
        return new RightsShown(fitting.size(), shown(fitting));
    }

    private SimulatedRights simulated(ChangesToSimulate asked) {
        if (asked.changes().size() > MOST_CHANGES) {
            throw ApiException.badInput("At most " + MOST_CHANGES + " changes are simulated at once.");
        }
        NetworkPlan now = subNetworks.plan();
        try {
            WhoCallsWhom.Change change = WhoCallsWhom.between(now, PlanChange.applyAll(now, asked.changes()));
            return new SimulatedRights(shown(change.gained()), shown(change.lost()));
        } catch (IllegalArgumentException wrong) {
            throw ApiException.badInput(String.valueOf(wrong.getMessage()));
        }
    }

    private static List<RightShown> shown(Collection<Right> rights) {
        return rights.stream()
                .limit(MOST_RIGHTS)
                .map(right -> new RightShown(right.caller(), right.callee(), right.service()))
                .toList();
    }
}
