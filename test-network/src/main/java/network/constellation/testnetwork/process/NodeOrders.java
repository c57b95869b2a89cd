package network.constellation.testnetwork.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.founding.HubTenant;
import network.constellation.hub.orders.Order;
import network.constellation.hub.orders.Orders;
import network.constellation.hub.originals.LedSites;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.node.Node;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.KeyRotation;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;

/** What a test may ask of a node in another process: one order a line, one answer a line. The node has one tenant. */
final class NodeOrders {
    private final Node node;
    private final NodeCrowdOrders crowd;

    NodeOrders(Node node) {
        this.node = node;
        this.crowd = new NodeCrowdOrders(node);
    }

    String obey(String line) {
        String[] words = line.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        try {
            Optional<String> ofMany = crowd.obey(words[0], rest);
            if (ofMany.isPresent()) {
                return ofMany.get();
            }
            switch (words[0]) {
                case "add":
                    node.tenants()
                            .add(Wwwroot.of(rest), "Site " + Wwwroot.of(rest).host());
                    return "added";
                case "found":
                    node.get(HubTenant.class)
                            .found(Wwwroot.of(rest), "Network", TestNetwork.ACTOR)
                            .close();
                    return "founded";
                case "standby":
                    node.get(HubTenant.class)
                            .standby(Wwwroot.of(rest), "Standby")
                            .close();
                    return "made";
                default:
                    try (TenantLease tenant =
                            node.tenants().open(node.tenants().list().get(0).wwwroot())) {
                        return obey(tenant, words[0], rest);
                    }
            }
        } catch (RuntimeException failed) {
            return "error " + failed;
        }
    }

    private static String obey(TenantLease tenant, String order, String rest) {
        return switch (order) {
            case "invite" ->
                tenant.get(Invitations.class)
                        .invite("", Optional.of(Integer.valueOf(rest)).filter(number -> number > 0), TestNetwork.ACTOR)
                        .line();
            case "lead" ->
                tenant.get(LedSites.class)
                        .lead(
                                new LedSites.Wish(
                                        Wwwroot.of(rest), "", Optional.of(1), Optional.empty(), true, Set.of()),
                                TestNetwork.ACTOR)
                        .toString();
            case "led" ->
                tenant.get(LedSites.class).list().stream()
                        .map(site -> site.ledSince().isPresent() ? "led" : "waiting")
                        .collect(Collectors.joining(","));
            case "join" ->
                tenant.get(Membership.class).join(rest, TestNetwork.ACTOR).toString();
            case "rotate" ->
                tenant.get(Jobs.class)
                        .start(tenant.get(KeyRotation.class), KeyRotation.ordered(TestNetwork.ACTOR, "test"))
                        .toString();
            case "generation" ->
                Integer.toString(tenant.get(SiteIdentity.class).current().generation());
            case "network" ->
                tenant.get(Membership.class)
                        .network()
                        .map(joined -> joined.state().name())
                        .orElse("NONE");
            case "peers" ->
                tenant.get(Peers.class).list().stream()
                        .filter(Peer::isApproved)
                        .map(peer -> peer.wwwroot().value())
                        .collect(Collectors.joining(","));
            case "links" ->
                tenant.get(SubNetworks.class).links().stream()
                        .map(LinkEnd::state)
                        .map(Enum::name)
                        .sorted()
                        .collect(Collectors.joining(","));
            case "jobs" ->
                tenant.get(Jobs.class).list().stream()
                        .map(job -> job.kind() + "/" + job.state()
                                + job.lastError().map(why -> " (" + why + ")").orElse(""))
                        .collect(Collectors.joining(","));
            case "call" ->
                "answered "
                        + tenant.get(PeerClient.class)
                                .call(
                                        tenant.get(Peers.class).require(Wwwroot.of(rest)),
                                        SystemMethods.LIST_SERVICES,
                                        Nothing.NOTHING)
                                .size();
            case "plan" -> {
                String[] setting = rest.split("=", 2);
                Orders orders = tenant.get(Orders.class);
                Order planned = orders.plan(
                        "config-set",
                        Map.of("key", setting[0], "value", setting[1]),
                        List.of("all"),
                        TestNetwork.ACTOR);
                yield planned.number() + " "
                        + orders.await(planned.number(), TestNetwork.PATIENCE).state();
            }
            case "apply" ->
                tenant.get(Orders.class)
                        .apply(Integer.parseInt(rest), TestNetwork.ACTOR)
                        .state()
                        .toString();
            case "rollback" ->
                tenant.get(Orders.class)
                        .rollBack(Integer.parseInt(rest), TestNetwork.ACTOR)
                        .state()
                        .toString();
            case "order" ->
                tenant.get(Orders.class).required(Integer.parseInt(rest)).state()
                        + tenant.get(Orders.class).targets(Integer.parseInt(rest)).stream()
                                .map(target -> " " + target.state())
                                .sorted()
                                .distinct()
                                .collect(Collectors.joining());
            case "audit" -> tenant.get(Audit.class).verify().toString();
            default ->
                NodeLinkOrders.obey(tenant, order, rest)
                        .or(() -> NodeStandbyOrders.obey(tenant, order, rest))
                        .orElseGet(() -> NodeCourseOrders.obey(tenant, order, rest));
        };
    }
}
