package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.NoInput;
import network.constellation.hub.api.Operations;
import network.constellation.hub.api.Paging;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** Sub-networks and links, for programs. What changes links answers the durable job that tells the members. */
final class SubNetworksApi implements ApiRoom {
    private static final int USUAL = 1000;
    private static final int MOST = 5000;

    private final SubNetworks subNetworks;

    @Inject
    SubNetworksApi(SubNetworks subNetworks) {
        this.subNetworks = subNetworks;
    }

    record NewSubNetwork(
            @ApiText("1 or more; the next free one, if not given.") @Nullable
            Integer number,

            @ApiText("For people.") @Nullable String name) {}

    record Membership(
            @ApiText("The sub-network.") int number,
            @ApiText("The site.") Wwwroot address) {}

    record ServicesAsked(
            @ApiText("The sub-network.") int number,

            @ApiText("What members open to each other beyond single sign-on: replaces what was added before.")
            List<String> services) {}

    record SubNetworkShown(int number, String name, List<Wwwroot> members, List<String> services) {}

    record SubNetworkList(List<SubNetworkShown> subnetworks) {}

    @ApiText("Whether the site `at` knows the site `about` as the sub-network wants it.")
    record LinkShown(
            int subnetwork,
            Wwwroot at,
            Wwwroot about,
            @ApiText("missing, linked or leaving.") String state,
            int attempts,
            @Nullable String error,
            Instant changed) {}

    record LinksAsked(
            @ApiText("Only links at or about this site.") @Nullable
            Wwwroot address,

            @ApiText("Only links that are not whole.") boolean missing,

            @ApiText("How many to leave out; 0, if not given.") @Nullable
            Integer offset,

            @ApiText("How many to give; 1000, if not given, at most 5000.") @Nullable
            Integer limit) {}

    record LinkList(@ApiText("How many there are in all.") int total, List<LinkShown> links) {}

    record WorkStarted(
            @ApiText("The durable job that tells the members.")
            UUID job) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("sub-networks")
                .get(
                        "listSubNetworks",
                        "/subnetworks",
                        ApiScope.NETWORK_READ,
                        "List the sub-networks with their members.",
                        NoInput.class,
                        SubNetworkList.class,
                        (none, call) -> new SubNetworkList(subNetworks.list().stream()
                                .map(SubNetworksApi::shown)
                                .toList()))
                .post(
                        "createSubNetwork",
                        "/subnetworks",
                        ApiScope.NETWORK_WRITE,
                        "Make a sub-network.",
                        NewSubNetwork.class,
                        SubNetworkShown.class,
                        (asked, call) -> shown(subNetworks.create(
                                Optional.ofNullable(asked.number()),
                                asked.name() == null ? "" : asked.name(),
                                call.actor())))
                .post(
                        "joinSubNetwork",
                        "/subnetworks/{number}/join",
                        ApiScope.NETWORK_WRITE,
                        "Make a site a member and have its links set up.",
                        Membership.class,
                        WorkStarted.class,
                        (asked, call) ->
                                new WorkStarted(subNetworks.join(asked.number(), asked.address(), call.actor())))
                .post(
                        "leaveSubNetwork",
                        "/subnetworks/{number}/leave",
                        ApiScope.NETWORK_WRITE,
                        "End a membership and have its links withdrawn.",
                        Membership.class,
                        WorkStarted.class,
                        (asked, call) ->
                                new WorkStarted(subNetworks.leave(asked.number(), asked.address(), call.actor())))
                .post(
                        "setSubNetworkServices",
                        "/subnetworks/{number}/services",
                        ApiScope.NETWORK_WRITE,
                        "Say what members open to each other beyond single sign-on.",
                        ServicesAsked.class,
                        WorkStarted.class,
                        (asked, call) -> new WorkStarted(
                                subNetworks.setServices(asked.number(), asked.services(), call.actor())))
                .post(
                        "repairLinks",
                        "/links/repair",
                        ApiScope.NETWORK_WRITE,
                        "Try the links that are missing, now.",
                        NoInput.class,
                        WorkStarted.class,
                        (none, call) -> new WorkStarted(subNetworks.repair()))
                .get(
                        "listLinks",
                        "/links",
                        ApiScope.NETWORK_READ,
                        "List both ends of every link with its state.",
                        LinksAsked.class,
                        LinkList.class,
                        (asked, call) -> links(asked));
    }

    private LinkList links(LinksAsked asked) {
        Paging part = Paging.of(asked.offset(), asked.limit(), USUAL, MOST);
        if (asked.address() == null && !asked.missing()) {
            return new LinkList(subNetworks.countLinks(), shown(subNetworks.links(part.offset(), part.limit())));
        }
        List<LinkEnd> fitting = asked.address() == null
                ? subNetworks.openLinks()
                : subNetworks.linksOf(asked.address()).stream()
                        .filter(LinkEnd::isBetweenSiblings)
                        .filter(end -> !asked.missing() || end.isOpen())
                        .toList();
        return new LinkList(fitting.size(), shown(part.of(fitting)));
    }

    private static List<LinkShown> shown(List<LinkEnd> ends) {
        return ends.stream().map(SubNetworksApi::shown).toList();
    }

    private static SubNetworkShown shown(SubNetwork one) {
        return new SubNetworkShown(one.number(), one.name(), one.members(), one.services());
    }

    private static LinkShown shown(LinkEnd end) {
        return new LinkShown(
                end.subnetwork(),
                end.at(),
                end.about(),
                end.state().name().toLowerCase(Locale.ROOT),
                end.attempts(),
                end.lastError(),
                end.changedAt());
    }
}
