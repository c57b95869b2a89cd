package network.constellation.testnetwork.process;

import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.rotation.Rotation;
import network.constellation.hub.rotation.RotationScope;
import network.constellation.hub.rotation.Rotations;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.TestNetwork;

/** What a test can have a hub in another process do about rotations. */
final class NodeRotationOrders {
    private NodeRotationOrders() {}

    static String obey(TenantLease hub, String order) {
        Rotations rotations = hub.get(Rotations.class);
        return switch (order) {
            case "rotation-prepare" ->
                rotations.prepare(RotationScope.ALL, TestNetwork.ACTOR).toString();
            case "rotation-rehearse" ->
                rotations.rehearse(newest(rotations), TestNetwork.ACTOR).toString();
            case "rotation-activate" ->
                rotations
                        .activate(newest(rotations), Optional.empty(), Person.unnamed(TestNetwork.ACTOR))
                        .toString();
            case "rotation" ->
                newest(rotations).phase().label() + " "
                        + rotations.sites(newest(rotations).number()).stream()
                                .filter(site -> site.rotates())
                                .map(site -> site.state().label())
                                .sorted()
                                .distinct()
                                .collect(Collectors.joining(","));
            default -> "error unknown order " + order;
        };
    }

    private static Rotation newest(Rotations rotations) {
        return rotations.list().get(0);
    }
}
