package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import network.constellation.hub.approvals.Administrators;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.founding.Founding;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.User;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.directory.Directory;

/**
 * Makes a standby the hub: takes over the copied state, signs the directory in the next term, and tells every member. What
 * was begun is finished by calling it again, or by itself within the minute, always in the same term.
 */
@Singleton
public final class Promotion {
    private final StandbyStore store;
    private final KeptCopy kept;
    private final Takeover takeover;
    private final Mandate mandate;
    private final Lease lease;
    private final Founding founding;
    private final Administrators administrators;
    private final Peers peers;
    private final Tenant tenant;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Promotion(
            StandbyStore store,
            KeptCopy kept,
            Takeover takeover,
            Mandate mandate,
            Lease lease,
            Founding founding,
            Administrators administrators,
            Peers peers,
            Tenant tenant,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.kept = kept;
        this.takeover = takeover;
        this.mandate = mandate;
        this.lease = lease;
        this.founding = founding;
        this.administrators = administrators;
        this.peers = peers;
        this.tenant = tenant;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param term in which this hub signs now
     * @param untold members that have not taken the new directory yet; they are tried until they have
     * @param notes what an administrator should know of what did and did not come with it, one sentence each
     */
    public record Promoted(Directory directory, int term, Instant copied, List<String> untold, List<String> notes) {}

    /**
     * @param persons names of the administrators who proved themselves
     * @throws IllegalStateException when this site is no standby, or a second person is missing
     */
    public synchronized Promoted promote(Set<String> persons, String actor) {
        if (persons.size() < 2 && !administrators.oneSuffices()) {
            throw new IllegalStateException("A promotion needs two administrators of this site by name: give --admin"
                    + " and --password-file twice.");
        }
        Delegation delegation = delegation();
        if (lease.fencedBy() >= delegation.term()) {
            throw new IllegalStateException("Another hub leads the network in term " + lease.fencedBy()
                    + "; this site's right is for term " + delegation.term() + " only.");
        }
        if (lease.promoted() < delegation.term() && lease.begun() < delegation.term()) {
            HubCopy copy = takeover.copy(delegation);
            audit.record(AuditEvent.done("hub.promoted", actor)
                    .with("term", String.valueOf(delegation.term()))
                    .with("former", copy.hub())
                    .with("copied", kept.received().map(Instant::toString).orElse(""))
                    .with("persons", persons.isEmpty() ? "one" : String.join(", ", persons)));
            lease.beginning(delegation.term());
        }
        Directory published = takeover.finish(delegation, actor);
        return new Promoted(
                published,
                delegation.term(),
                kept.received().orElse(Instant.EPOCH),
                store.untold().stream().map(Object::toString).toList(),
                store.notes());
    }

    /** Finishes what a kill has interrupted; whoever stood behind it has done so before it began. */
    synchronized void resume() {
        if (lease.begun() > 0) {
            takeover.finish(delegation(), "promotion");
        }
    }

    private Delegation delegation() {
        Instant now = clock.instant();
        return mandate.highest()
                .filter(known -> known.term() > Mandate.FIRST_TERM
                        && known.hub().equals(tenant.wwwroot())
                        && now.isBefore(known.notAfter()))
                .orElseThrow(() -> new IllegalStateException("This site may not lead: the hub has not appointed it"
                        + " (`hub standby appoint` there), or its time is over."));
    }

    /** What a promotion would start from, or has come to, for people. */
    public Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        mandate.highest().ifPresent(known -> {
            state.put("term", known.term());
            state.put("until", known.notAfter());
            holdings().ifPresent(rows -> state.put("copy", rows));
        });
        kept.received().ifPresent(at -> state.put("copied", at));
        state.put("leads", founding.network().isPresent() && lease.leads());
        state.put("fencedBy", lease.fencedBy());
        state.put("frozen", lease.frozen());
        state.put("promotionUnfinished", lease.begun() > 0);
        if (!store.notes().isEmpty()) {
            state.put("notes", store.notes());
        }
        store.standby().ifPresent(known -> {
            state.put("standby", known.wwwroot());
            known.fetched().ifPresent(at -> state.put("standbyFetched", at));
        });
        return state;
    }

    /** The same for a page. */
    StandbyState look() {
        Optional<Delegation> right = mandate.highest();
        boolean leads = founding.network().isPresent();
        StandbyState.Role role;
        if (lease.begun() > 0) {
            role = StandbyState.Role.UNFINISHED;
        } else if (lease.fencedBy() > 0) {
            role = StandbyState.Role.FENCED;
        } else if (!lease.frozen().isEmpty()) {
            role = StandbyState.Role.FROZEN;
        } else if (leads) {
            role = store.standby().isPresent() ? StandbyState.Role.LEADS : StandbyState.Role.ALONE;
        } else {
            role = right.isPresent() ? StandbyState.Role.STANDS_BY : StandbyState.Role.NOT_APPOINTED;
        }
        return new StandbyState(
                role,
                peers.hub().map(hub -> hub.wwwroot().value()).orElse(""),
                store.standby(),
                right.map(Delegation::term).orElse(0),
                right.map(Delegation::notAfter),
                leads ? Optional.empty() : kept.received(),
                holdings().orElse(Map.of()),
                store.notes(),
                store.untold().stream().map(Object::toString).toList(),
                lease.fencedBy(),
                lease.frozen(),
                administrators.present().stream()
                        .filter(user -> !user.remote())
                        .map(User::username)
                        .sorted()
                        .toList(),
                !administrators.oneSuffices());
    }

    /** How much of what the copy holds; empty at a hub, and where there is no copy that can be opened. */
    Optional<Map<String, Integer>> holdings() {
        return mandate.highest()
                .filter(known -> founding.network().isEmpty())
                .flatMap(known -> kept.open(known.network()))
                .map(copy -> {
                    Map<String, Integer> rows = copy.rows();
                    Map<String, Integer> held = new TreeMap<>();
                    held.put("members", rows.getOrDefault("member", 0));
                    // Number 0 stands for the network itself.
                    held.put("subnetworks", Math.max(0, rows.getOrDefault("subnetwork", 0) - 1));
                    held.put("invitations", rows.getOrDefault("invitation", 0));
                    held.put("suspended", rows.getOrDefault("suspension", 0));
                    held.put("orders", rows.getOrDefault("order_head", 0));
                    held.put("rotations", rows.getOrDefault("rotation", 0));
                    held.put("tokens", rows.getOrDefault("api_token", 0));
                    held.put("approvals", rows.getOrDefault("approval_request", 0));
                    held.put("administrators", copy.people().size());
                    return held;
                });
    }
}
