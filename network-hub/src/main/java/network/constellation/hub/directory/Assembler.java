package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.Entry;
import network.constellation.protocol.directory.MemberEntry;
import network.constellation.protocol.directory.MemberKeys;
import network.constellation.protocol.directory.Standing;
import network.constellation.protocol.directory.SubNetworkEntry;
import network.constellation.protocol.directory.strategy.Policy;
import network.constellation.protocol.directory.strategy.ServiceStrategy;

/** What the directory has to say at this moment, from all rooms of the hub that know something of it. */
final class Assembler {
    private static final String CONSTELLATION = "constellation";

    private final Founding founding;
    private final Tenant tenant;
    private final SiteIdentity identity;
    private final Registry registry;
    private final Peers peers;
    private final NetworkShape shape;
    private final AnnouncedKeys keys;
    private final MemberReports reports;
    private final SuspensionStore suspended;

    @Inject
    Assembler(
            Founding founding,
            Tenant tenant,
            SiteIdentity identity,
            Registry registry,
            Peers peers,
            NetworkShape shape,
            AnnouncedKeys keys,
            MemberReports reports,
            SuspensionStore suspended) {
        this.founding = founding;
        this.tenant = tenant;
        this.identity = identity;
        this.registry = registry;
        this.peers = peers;
        this.shape = shape;
        this.keys = keys;
        this.reports = reports;
        this.suspended = suspended;
    }

    /** @param before the version that is out, whose keys stay as they are while only their recipient key is another */
    List<Entry> entries(Optional<Directory> before) {
        List<Entry> entries = new ArrayList<>();
        entries.add(shape.network(founding.required().name()).entry());
        shape.subnetworks().stream().map(SubNetworkEntry::entry).forEach(entries::add);
        entries.add(hub(before).entry());
        for (Member member : registry.members()) {
            if (member.state() != Member.State.REMOVED) {
                peers.find(member.wwwroot())
                        .map(peer -> member(member, peer, before).entry())
                        .ifPresent(entries::add);
            }
        }
        return entries;
    }

    private MemberEntry hub(Optional<Directory> before) {
        Wwwroot own = tenant.wwwroot();
        return new MemberEntry(
                own,
                tenant.name(),
                CONSTELLATION,
                Standing.ACTIVE,
                present(own, identity.published(), before),
                keys.next(own).map(MemberKeys::of),
                keys.revokedThrough(own),
                "",
                Policy.HUB,
                ServiceStrategy.SUBNETWORK,
                List.of(),
                List.of(),
                0,
                true,
                new TreeMap<>());
    }

    private MemberEntry member(Member member, Peer peer, Optional<Directory> before) {
        Wwwroot wwwroot = member.wwwroot();
        NetworkShape.Place place = shape.place(wwwroot);
        return new MemberEntry(
                wwwroot,
                member.name(),
                member.application(),
                standing(member, peer),
                present(wwwroot, peer.identity(), before),
                next(wwwroot, before),
                keys.revokedThrough(wwwroot),
                reports.software(wwwroot),
                place.policy(),
                place.strategy(),
                place.subnetworks(),
                place.aliases(),
                place.joinOrder(),
                CONSTELLATION.equals(member.application()),
                new TreeMap<>());
    }

    private Standing standing(Member member, Peer peer) {
        if (suspended.find(member.wwwroot()).isPresent() || member.state() == Member.State.SUSPENDED) {
            return Standing.SUSPENDED;
        }
        if (keys.revokedThrough(member.wwwroot()) >= generation(peer.identity())
                && keys.revokedThrough(member.wwwroot()) > 0) {
            return Standing.REVOKED;
        }
        return member.state() == Member.State.ADMITTED ? Standing.ACTIVE : Standing.DISABLED;
    }

    private static int generation(PublicIdentity identity) {
        return identity.modern().map(modern -> modern.statement().generation()).orElse(0);
    }

    private Optional<MemberKeys> next(Wwwroot wwwroot, Optional<Directory> before) {
        return keys.next(wwwroot)
                .map(MemberKeys::of)
                .map(announced -> before.flatMap(directory -> directory.member(wwwroot))
                        .flatMap(MemberEntry::next)
                        .filter(announced::sameButRecipient)
                        .orElse(announced));
    }

    private static MemberKeys present(Wwwroot wwwroot, PublicIdentity identity, Optional<Directory> before) {
        MemberKeys today = MemberKeys.of(identity);
        return before.flatMap(directory -> directory.member(wwwroot))
                .map(MemberEntry::current)
                .filter(today::sameButRecipient)
                .orElse(today);
    }
}
