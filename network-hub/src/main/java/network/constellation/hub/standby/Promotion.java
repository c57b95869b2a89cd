package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import network.constellation.hub.approvals.Administrators;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.founding.Network;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.backup.TableCopyStore;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.subnets.NetworkTerms;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.MemberEntry;
import network.constellation.protocol.directory.SuspensionList;
import network.constellation.protocol.method.membership.MembershipMethods;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes a standby the hub: takes over the copied state, signs the directory in the next term, and tells every member.
 * What was begun is finished by calling it again.
 */
@Singleton
public final class Promotion {
    private final StandbyStore store;
    private final Mandate mandate;
    private final Lease lease;
    private final Founding founding;
    private final Registry registry;
    private final Publisher publisher;
    private final Suspensions suspensions;
    private final Administrators administrators;
    private final NetworkDirectory directory;
    private final Membership membership;
    private final Peers peers;
    private final Services services;
    private final Tenant tenant;
    private final CryptoEngine engine;
    private final Jobs jobs;
    private final Provider<SuccessionJob> job;
    private final Jdbi jdbi;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Promotion(
            StandbyStore store,
            Mandate mandate,
            Lease lease,
            Founding founding,
            Registry registry,
            Publisher publisher,
            Suspensions suspensions,
            Administrators administrators,
            NetworkDirectory directory,
            Membership membership,
            Peers peers,
            Services services,
            Tenant tenant,
            CryptoEngine engine,
            Jobs jobs,
            Provider<SuccessionJob> job,
            Jdbi jdbi,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.mandate = mandate;
        this.lease = lease;
        this.founding = founding;
        this.registry = registry;
        this.publisher = publisher;
        this.suspensions = suspensions;
        this.administrators = administrators;
        this.directory = directory;
        this.membership = membership;
        this.peers = peers;
        this.services = services;
        this.tenant = tenant;
        this.engine = engine;
        this.jobs = jobs;
        this.job = job;
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param term in which this hub signs now
     * @param untold members that have not taken the new directory yet; they are tried until they have
     */
    public record Promoted(Directory directory, int term, Instant copied, List<String> untold) {}

    /**
     * @param persons names of the administrators who proved themselves
     * @throws IllegalStateException when this site is no standby, or a second person is missing
     */
    public synchronized Promoted promote(Set<String> persons, String actor) {
        if (persons.size() < 2 && !administrators.oneSuffices()) {
            throw new IllegalStateException("A promotion needs two administrators of this site by name: give --admin"
                    + " and --password-file twice.");
        }
        Instant now = clock.instant();
        Delegation delegation = mandate.highest()
                .filter(known -> known.hub().equals(tenant.wwwroot()) && now.isBefore(known.notAfter()))
                .orElseThrow(() -> new IllegalStateException("This site may not lead: the hub has not appointed it"
                        + " (`hub standby appoint` there), or its time is over."));
        StandbyStore.Copy copy = store.copy()
                .filter(known -> known.network().equals(delegation.network()))
                .orElseThrow(() -> new IllegalStateException("This site has received no copy of the hub's state yet."));
        Optional<Directory> before = directory.current();
        Optional<SuspensionList> list = directory.suspensions();
        if (founding.network().isEmpty()) {
            audit.record(AuditEvent.done("hub.promoted", actor)
                    .with("term", String.valueOf(delegation.term()))
                    .with("copied", copy.received().toString())
                    .with("persons", persons.isEmpty() ? "one" : String.join(", ", persons)));
            takeOver(copy);
        }
        Network network = founding.takenOver();
        membership.lead(actor);
        before.ifPresent(known -> known.members().forEach(member -> know(member, network, actor)));
        lease.promoted(delegation.term());
        lease.holdLists(true);
        list.ifPresent(known -> suspensions.merge(known, actor));
        Directory published =
                publisher.publish().orElseThrow(() -> new IllegalStateException("The directory could not be signed."));
        tell();
        lease.holdLists(false);
        suspensions.resign();
        return new Promoted(
                published,
                delegation.term(),
                copy.received(),
                store.untold().stream().map(Object::toString).toList());
    }

    private void takeOver(StandbyStore.Copy copy) {
        new TableCopyStore(jdbi)
                .replace(Standby.TABLES, new String(CopyText.expanded(copy.content()), StandardCharsets.UTF_8));
        store.forgetMember(tenant.wwwroot());
    }

    /** As an admission would, with the keys that the directory tells. */
    private void know(MemberEntry member, Network network, String actor) {
        boolean ours = !member.wwwroot().equals(tenant.wwwroot())
                && registry.find(member.wwwroot())
                        .filter(known -> known.state() != Member.State.REMOVED)
                        .isPresent();
        if (!ours) {
            return;
        }
        Application application = Application.ofLabel(member.application()).orElse(Application.MOODLE);
        try {
            peers.admit(
                    member.current().identity(engine, member.wwwroot()),
                    NetworkTerms.forSite(member.wwwroot(), member.name(), application, network.id()),
                    "promotion",
                    actor);
            services.set(
                    Optional.of(member.wwwroot()),
                    Optional.of(Set.of("sso_idp")),
                    Optional.of(MembershipMethods.FOR_THE_HUB),
                    actor);
        } catch (DirectoryRefusedException broken) {
            audit.record(AuditEvent.failed("hub.promoted", actor, broken.sentence())
                    .peer(member.wwwroot().value()));
        }
    }

    private void tell() {
        store.toTell(registry.members().stream()
                .filter(member -> member.state() != Member.State.REMOVED
                        && member.application().equals("constellation"))
                .map(Member::wwwroot)
                .toList());
        if (!job.get().round().isEmpty()) {
            jobs.start(job.get(), new SuccessionJob.State(0));
        }
    }

    /** What a promotion would start from, for people. */
    public Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        mandate.highest().ifPresent(known -> {
            state.put("term", known.term());
            state.put("until", known.notAfter());
        });
        store.copy().ifPresent(copy -> state.put("copied", copy.received()));
        state.put("leads", founding.network().isPresent() && lease.leads());
        state.put("fencedBy", lease.fencedBy());
        state.put("frozen", lease.frozen());
        store.standby().ifPresent(known -> {
            state.put("standby", known.wwwroot());
            known.fetched().ifPresent(at -> state.put("standbyFetched", at));
        });
        return state;
    }
}
