package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.founding.Inheritance;
import network.constellation.hub.founding.Network;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.accounts.AdministratorCopies;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.backup.TableCopyStore;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.method.standby.HubState;
import network.constellation.protocol.method.standby.StandbyMethods;
import org.jdbi.v3.core.Jdbi;

/** At the hub: appoints the site that stands by, and gives it the hub's state. */
@Singleton
public final class Standby {
    /** What makes the network, of rooms that do not say it themselves. */
    private static final Set<String> TABLES = Set.of(
            "network",
            "member",
            "member_tag",
            "invitation",
            "subnetwork",
            "subnetwork_member",
            "subnetwork_link",
            "directory_root",
            "directory_state",
            "directory_entry",
            "suspension",
            "suspension_state",
            "led_site");

    private final StandbyStore store;
    private final Mandate mandate;
    private final Lease lease;
    private final Founding founding;
    private final Registry registry;
    private final Peers peers;
    private final PeerClient client;
    private final Set<Inheritance> inheritances;
    private final AdministratorCopies administrators;
    private final Jdbi jdbi;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Standby(
            StandbyStore store,
            Mandate mandate,
            Lease lease,
            Founding founding,
            Registry registry,
            Peers peers,
            PeerClient client,
            Set<Inheritance> inheritances,
            AdministratorCopies administrators,
            Jdbi jdbi,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.mandate = mandate;
        this.lease = lease;
        this.founding = founding;
        this.registry = registry;
        this.peers = peers;
        this.client = client;
        this.inheritances = inheritances;
        this.administrators = administrators;
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who stands by for this hub. */
    public Optional<StandbyView> view() {
        return store.standby();
    }

    /**
     * Gives a member the right to lead in the next term, should it be promoted, and from then on this hub's state. From
     * here on this hub signs under a lease only.
     *
     * @param root where the network's root key is at the moment
     * @throws IllegalArgumentException when there is no such member, or that is not the root key
     * @throws Fault as the site answered; one that was not made by {@code hub standby} does not know the question
     */
    public StandbyView appoint(Wwwroot site, Path root, String actor) {
        boolean able = registry.find(site)
                .filter(member -> member.state() == Member.State.ADMITTED
                        && member.application().equals("constellation"))
                .isPresent();
        if (!able) {
            throw new IllegalArgumentException(site + " is not an active member of this network with this software;"
                    + " make it by `hub standby`, invite it, and let it join first.");
        }
        int own = mandate.delegation()
                .map(Delegation::term)
                .orElseThrow(() -> new IllegalStateException("This site leads no network."));
        // Never one term for two sites: whoever stood by before keeps what it was given.
        int term = store.standby()
                .map(before -> before.wwwroot().equals(site) ? before.term() : before.term() + 1)
                .filter(next -> next > own)
                .orElse(own + 1);
        Peer peer = peers.require(site);
        byte[] key = client.call(peer, StandbyMethods.PREPARE, (long) term);
        Delegation delegation = mandate.delegateTo(root, site, Ed25519PublicKey.of(key), term);
        // First our own lease: once the delegation is out, somebody else can be promoted.
        store.appoint(site, term, clock.instant());
        client.call(peer, StandbyMethods.APPOINT, delegation.encoded());
        lease.confirm();
        audit.record(
                AuditEvent.done("standby.appointed", actor).peer(site.value()).with("term", String.valueOf(term)));
        return store.standby().orElseThrow();
    }

    /** All that travels; the same at hub and standby, as both are of one release. */
    static Set<String> tables(Set<Inheritance> inheritances) {
        Set<String> all = new TreeSet<>(TABLES);
        inheritances.forEach(room -> all.addAll(room.tables()));
        return all;
    }

    /** Answers the standby; nobody else gets anything, nor does the standby but sealed to its keys of the day. */
    HubState state(CallContext context, String digest) {
        Wwwroot caller = context.peer().wwwroot();
        Optional<Network> network = founding.network();
        boolean own =
                store.standby().filter(known -> known.wwwroot().equals(caller)).isPresent()
                        && registry.find(caller)
                                .filter(member -> member.state() == Member.State.ADMITTED)
                                .isPresent();
        if (network.isEmpty() || !own || !lease.leads() || context.suite() != Suite.MODERN) {
            throw new Fault(StandbyMethods.NOT_STANDBY, "This site does not stand by for this hub.");
        }
        byte[] content = HubCopy.of(
                        context.tenant().wwwroot(),
                        new TableCopyStore(jdbi).read(tables(inheritances)),
                        administrators.present())
                .bytes();
        String present = HexFormat.of().formatHex(Digests.sha256(content));
        store.fetched(caller, clock.instant());
        return new HubState(
                present, present.equals(digest) ? Optional.empty() : Optional.of(CopyText.compressed(content)));
    }
}
