package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.founding.Inheritance;
import network.constellation.hub.founding.Network;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.accounts.AdministratorCopies;
import network.constellation.peer.accounts.AdministratorCopies.Adopted;
import network.constellation.peer.accounts.AdministratorCopies.Fate;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.backup.TableCopyStore;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.jobs.CrashPoints;
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
import network.constellation.protocol.method.membership.MembershipMethods;
import org.jdbi.v3.core.Jdbi;

/**
 * The steps of a promotion. Up to the moment in which this site leads, all of them begin anew from the copy; nothing is
 * signed before. After that each may be repeated.
 */
@Singleton
final class Takeover {
    private final StandbyStore store;
    private final KeptCopy kept;
    private final Set<Inheritance> inheritances;
    private final AdministratorCopies administrators;
    private final SinceTheCopy since;
    private final Lease lease;
    private final Founding founding;
    private final Registry registry;
    private final Publisher publisher;
    private final Suspensions suspensions;
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
    private final CrashPoints crash;

    @Inject
    Takeover(
            StandbyStore store,
            KeptCopy kept,
            Set<Inheritance> inheritances,
            AdministratorCopies administrators,
            SinceTheCopy since,
            Lease lease,
            Founding founding,
            Registry registry,
            Publisher publisher,
            Suspensions suspensions,
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
            CrashPoints crash) {
        this.store = store;
        this.kept = kept;
        this.inheritances = inheritances;
        this.administrators = administrators;
        this.since = since;
        this.lease = lease;
        this.founding = founding;
        this.registry = registry;
        this.publisher = publisher;
        this.suspensions = suspensions;
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
        this.crash = crash;
    }

    /** @throws IllegalStateException when there is none of that network */
    HubCopy copy(Delegation delegation) {
        return kept.open(delegation.network())
                .orElseThrow(() -> new IllegalStateException("This site has received no copy of the hub's state yet."));
    }

    Directory finish(Delegation delegation, String actor) {
        crash.reached("promotion/begun");
        if (lease.promoted() < delegation.term()) {
            takeOver(delegation, actor);
        }
        // What this site, as a member, saw last: also after a restart, as only a newer list takes its place.
        directory.suspensions().filter(lease::isNews).ifPresent(list -> {
            suspensions.merge(list, actor);
            lease.heard(list);
        });
        Directory published =
                publisher.publish().orElseThrow(() -> new IllegalStateException("The directory could not be signed."));
        crash.reached("promotion/published");
        tell();
        crash.reached("promotion/told");
        lease.ended();
        suspensions.resign();
        return published;
    }

    private void takeOver(Delegation delegation, String actor) {
        HubCopy copy = copy(delegation);
        Optional<Directory> last = directory.current();
        List<String> notes = new ArrayList<>();
        Map<Long, Long> people = people(copy, actor, notes);
        new TableCopyStore(jdbi).replace(Standby.tables(inheritances), copy.tables(), handle -> {
            StandbyStore.succeed(handle, copy.from(), tenant.wwwroot());
            inheritances.forEach(room -> room.moved(handle, people));
        });
        crash.reached("promotion/copied");
        Network network = founding.takenOver();
        membership.lead(actor);
        // Should it come back, it is a stranger's equal here: what it had as the hub of this site is over.
        services.replace(copy.hub(), List.of(), actor);
        List<MemberEntry> joined = last.map(known -> since.registers(known, publisher.current(), notes))
                .orElse(List.of());
        last.ifPresent(known -> known.members().forEach(member -> know(member, network, actor)));
        since.place(joined, actor, notes);
        crash.reached("promotion/members");
        Optional<Directory> newest = newest(last);
        inheritances.forEach(room -> notes.addAll(room.takenOver(newest, actor)));
        store.notes(notes);
        lease.promoted(delegation.term(), suspensions.sequence());
        crash.reached("promotion/leads");
    }

    /** The directory of the copy, where this site as a member has none that is newer. */
    private Optional<Directory> newest(Optional<Directory> held) {
        Optional<Directory> copied = publisher.current();
        return held.filter(mine -> copied.filter(other -> other.version().isAfter(mine.version()))
                        .isEmpty())
                .or(() -> copied);
    }

    /** Accounts first: rows refer to them. */
    private Map<Long, Long> people(HubCopy copy, String actor, List<String> notes) {
        Map<Long, Long> people = new HashMap<>();
        for (AdministratorCopies.Copy person : copy.people()) {
            Adopted adopted = administrators.adopt(person, copy.from(), actor);
            if (adopted.fate() == Fate.NAME_TAKEN) {
                notes.add("Administrator " + person.username() + " was not taken over: somebody who is no administrator"
                        + " has that name here. Their API tokens and open requests ended.");
            } else {
                people.put(person.id(), adopted.id());
            }
            if (adopted.fate() == Fate.OWN) {
                notes.add("Administrator " + person.username()
                        + " has an account here already; the password of this account is the one that counts.");
            }
        }
        return people;
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
}
