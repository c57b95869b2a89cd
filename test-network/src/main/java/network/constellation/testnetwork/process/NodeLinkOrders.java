package network.constellation.testnetwork.process;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import network.constellation.hub.subnets.CheckReport;
import network.constellation.hub.subnets.LinkCheck;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.Members;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.TestNetwork;

/** What a test may ask of a hub in another process about who is linked with whom. */
final class NodeLinkOrders {
    private NodeLinkOrders() {}

    static Optional<String> obey(TenantLease hub, String order, String rest) {
        String[] words = rest.split(" ");
        return switch (order) {
            case "subnet-join" ->
                Optional.of(hub.get(SubNetworks.class)
                        .join(Integer.parseInt(words[0]), Wwwroot.of(words[1]), TestNetwork.ACTOR)
                        .toString());
            case "subnet-create" ->
                Optional.of(Integer.toString(hub.get(SubNetworks.class)
                        .create(Optional.of(Integer.valueOf(words[0])), "", TestNetwork.ACTOR)
                        .number()));
            case "subnet-place" ->
                Optional.of(hub.get(Members.class)
                        .policySubNetworks(
                                Wwwroot.of(words[0]),
                                Arrays.stream(words)
                                        .skip(1)
                                        .map(Integer::valueOf)
                                        .toList(),
                                TestNetwork.ACTOR)
                        .toString());
            case "member-remove" ->
                Optional.of(hub.get(Members.class)
                        .remove(Wwwroot.of(words[0]), TestNetwork.ACTOR)
                        .toString());
            case "places" ->
                Optional.of(hub.get(Members.class)
                        .subNetworksOf(Wwwroot.of(words[0]))
                        .toString());
            case "standing" ->
                Optional.of(hub.get(Members.class).policy(Wwwroot.of(words[0])).label());
            case "links-open" -> Optional.of(Long.toString(open(hub)));
            case "links-check" -> {
                CheckReport report = hub.get(LinkCheck.class).check(Optional.empty());
                yield Optional.of(
                        report.differences().size() + " " + report.silent().size() + " " + report.differences());
            }
            case "links-repair" -> {
                hub.get(LinkCheck.class).repair(Optional.empty(), TestNetwork.ACTOR);
                yield Optional.of(Long.toString(open(hub)));
            }
            default -> Optional.empty();
        };
    }

    private static long open(TenantLease hub) {
        SubNetworks all = hub.get(SubNetworks.class);
        return Stream.concat(all.links().stream(), all.hubLinks().stream())
                .filter(LinkEnd::isOpen)
                .count();
    }
}
