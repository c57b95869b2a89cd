package network.constellation.testnetwork.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.standby.Lease;
import network.constellation.hub.standby.Promotion;
import network.constellation.hub.standby.Standby;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.TestNetwork;

/** What a test may ask of a hub, a standby or a member in another process about who leads. */
final class NodeStandbyOrders {
    private NodeStandbyOrders() {}

    static Optional<String> obey(TenantLease tenant, String order, String rest) {
        String[] words = rest.split(" ");
        return switch (order) {
            case "administrator" ->
                Optional.of(tenant.get(Accounts.class)
                        .create(
                                new NewAccount(
                                        words[0],
                                        Profile.of(words[0], "Bernard", words[0] + "@example.org"),
                                        Optional.of(rest.substring(words[0].length() + 1)),
                                        List.of(Accounts.ADMIN)),
                                TestNetwork.ACTOR)
                        .username());
            case "signs-in" ->
                Optional.of(tenant.get(Platform.class)
                        .users()
                        .findLocal(words[0])
                        .filter(user -> user.siteAdministrator())
                        .map(user ->
                                tenant.get(Accounts.class).isPassword(user.id(), rest.substring(words[0].length() + 1)))
                        .orElse(false)
                        .toString());
            case "appoint" ->
                Optional.of(Integer.toString(tenant.get(Standby.class)
                        .appoint(
                                Wwwroot.of(rest),
                                tenant.get(Mandate.class).rootStillHere().orElseThrow(),
                                TestNetwork.ACTOR)
                        .term()));
            case "leadership" -> Optional.of(tenant.get(Promotion.class).state().toString());
            case "promote" -> {
                Promotion.Promoted promoted = tenant.get(Promotion.class).promote(Set.of(), TestNetwork.ACTOR);
                yield Optional.of(promoted.term() + " " + promoted.untold().size());
            }
            case "confirm" ->
                Optional.of(tenant.get(Lease.class).confirm() + " "
                        + tenant.get(Lease.class).fencedBy());
            case "sign" -> Optional.of(sign(tenant));
            case "follows" ->
                Optional.of(tenant.get(NetworkDirectory.class)
                                .current()
                                .map(directory -> directory.version().term() + " " + directory.hub())
                                .orElse("none")
                        + " "
                        + tenant.get(Peers.class)
                                .hub()
                                .map(hub -> hub.wwwroot().value())
                                .orElse("none"));
            case "fresh" ->
                Optional.of(Boolean.toString(tenant.get(NetworkDirectory.class).refresh()));
            case "suspend" ->
                Optional.of(Boolean.toString(
                        tenant.get(Suspensions.class).suspend(Wwwroot.of(rest), "test", TestNetwork.ACTOR)));
            case "resume" ->
                Optional.of(
                        Boolean.toString(tenant.get(Suspensions.class).resume(Wwwroot.of(rest), TestNetwork.ACTOR)));
            case "suspended" ->
                Optional.of(Boolean.toString(tenant.get(NetworkDirectory.class).isSuspended(Wwwroot.of(rest))));
            default -> Optional.empty();
        };
    }

    /** Tries to sign both documents anew: which are the newest then, and when they were signed. */
    private static String sign(TenantLease hub) {
        hub.get(Suspensions.class).resign();
        return hub
                        .get(Publisher.class)
                        .publish()
                        .map(directory ->
                                directory.version() + " " + directory.header().issued())
                        .stream()
                        .collect(Collectors.joining())
                + ", "
                + hub.get(Suspensions.class)
                        .list()
                        .map(list -> list.version() + " " + list.issued())
                        .orElse("no list");
    }
}
