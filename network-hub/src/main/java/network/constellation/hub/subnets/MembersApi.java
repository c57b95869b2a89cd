package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.Operations;
import network.constellation.hub.approvals.Person;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** What is decided about one member, and the check of what members really hold, for programs. */
final class MembersApi implements ApiRoom {
    private final SubNetworks subNetworks;
    private final Members members;
    private final LinkCheck links;

    @Inject
    MembersApi(SubNetworks subNetworks, Members members, LinkCheck links) {
        this.subNetworks = subNetworks;
        this.members = members;
        this.links = links;
    }

    record OneMember(@ApiText("The site.") Wwwroot address) {}

    record MoveAsked(
            @ApiText("The sub-network that it leaves.") int from,
            @ApiText("The sub-network that it joins.") int to,
            @ApiText("The site.") Wwwroot address) {}

    record MemberStanding(
            Wwwroot address,
            @ApiText("How far it is linked.") String policy,
            Set<Integer> subnetworks,

            @ApiText("In words, such as `joined, 2 links missing`.")
            String links,

            long whole,
            long missing) {}

    record MemberWork(
            @ApiText("The durable job that tells the members.")
            UUID job) {}

    record CheckAsked(
            @ApiText("Only links of this site; all, if not given.") @Nullable
            Wwwroot address,

            @ApiText("Whether what differs is repaired at once.")
            boolean repair) {}

    @ApiText("An end of a link that is not as wanted.")
    record DifferenceShown(Wwwroot at, Wwwroot about, String kind, String detail) {}

    record CheckShown(
            Instant at,
            @ApiText("How many ends were compared.") int compared,

            @ApiText("Whether every end could be compared and is as wanted.")
            boolean whole,

            @ApiText("Sites that did not tell.") Set<Wwwroot> silent,
            List<DifferenceShown> differences,

            @ApiText("What repairs; absent when nothing is to be done.") @Nullable
            UUID job) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("sites")
                .get(
                        "showPeerLinks",
                        "/peers/links",
                        ApiScope.NETWORK_READ,
                        "Show how far a site is linked.",
                        OneMember.class,
                        MemberStanding.class,
                        (asked, call) -> standing(asked.address()))
                .post(
                        "disablePeer",
                        "/peers/disable",
                        ApiScope.NETWORK_WRITE,
                        "Link a site with nobody but the hub, until it is enabled.",
                        OneMember.class,
                        MemberWork.class,
                        (asked, call) -> new MemberWork(members.disable(asked.address(), call.actor())))
                .post(
                        "enablePeer",
                        "/peers/enable",
                        ApiScope.NETWORK_WRITE,
                        "Bring a disabled site back in line with its sub-networks.",
                        OneMember.class,
                        MemberWork.class,
                        (asked, call) -> new MemberWork(members.enable(asked.address(), call.actor())))
                .post(
                        "removePeer",
                        "/peers/remove",
                        ApiScope.NETWORK_WRITE,
                        "End a site's membership for good; its keys are good nowhere any more.",
                        OneMember.class,
                        MemberWork.class,
                        (asked, call) -> new MemberWork(
                                members.remove(asked.address(), new Person(call.account(), call.actor()))))
                .group("sub-networks")
                .post(
                        "moveMember",
                        "/subnetworks/move",
                        ApiScope.NETWORK_WRITE,
                        "Take a site out of one sub-network and into another, in one go.",
                        MoveAsked.class,
                        MemberWork.class,
                        (asked, call) -> new MemberWork(
                                subNetworks.move(asked.from(), asked.to(), asked.address(), call.actor())))
                .post(
                        "checkLinks",
                        "/links/check",
                        ApiScope.NETWORK_WRITE,
                        "Ask the members what they hold, and say what differs.",
                        CheckAsked.class,
                        CheckShown.class,
                        (asked, call) -> check(asked, call.actor()));
    }

    private MemberStanding standing(Wwwroot member) {
        MemberLinks held = members.links(member);
        return new MemberStanding(
                member,
                members.policy(member).label(),
                members.subNetworksOf(member),
                held.sentence(),
                held.whole(),
                held.missing());
    }

    private CheckShown check(CheckAsked asked, String actor) {
        Optional<Wwwroot> only = Optional.ofNullable(asked.address());
        if (asked.repair()) {
            LinkCheck.Repair repair = links.repair(only, actor);
            return shown(repair.report(), repair.job());
        }
        return shown(links.check(only), Optional.empty());
    }

    private static CheckShown shown(CheckReport report, Optional<UUID> job) {
        return new CheckShown(
                report.at(),
                report.compared(),
                report.isWhole(),
                report.silent().keySet(),
                report.differences().stream()
                        .map(one -> new DifferenceShown(
                                one.at(), one.about(), one.kind().label(), one.detail()))
                        .toList(),
                job.orElse(null));
    }
}
