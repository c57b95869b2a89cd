package network.constellation.hub.originals;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.Members;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.Application;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.method.administration.AdminMethods;

/** The sites of the originals that this hub leads, as their VMoodle master would (network-admin.md 2). */
@Singleton
public final class LedSites {
    /** What every site of the originals has that can be led. */
    private static final Set<String> ALWAYS = Set.of("sso_idp", "sso_sp", "mnetadmin");

    private static final String LEAVING = "leaving: ";

    private final LedSitesStore store;
    private final Registry registry;
    private final Tenant tenant;
    private final Jobs jobs;
    private final Provider<LeadJob> job;
    private final Provider<ForgetLedSite> forgetting;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    @Inject
    LedSites(
            LedSitesStore store,
            Registry registry,
            Tenant tenant,
            Jobs jobs,
            Provider<LeadJob> job,
            Provider<ForgetLedSite> forgetting,
            Members members,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.registry = registry;
        this.tenant = tenant;
        this.jobs = jobs;
        this.job = job;
        this.forgetting = forgetting;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an administrator says of a site that is to be led.
     *
     * @param fingerprint SHA-256 of its certificate, as its administrator read it; empty: verified TLS vouches for it
     * @param boot whether the site awaits this hub's key boot, and makes new keys by it
     * @param services that it has beside single sign-on, such as {@code mnet_enrol}
     */
    public record Wish(
            Wwwroot wwwroot,
            String name,
            Optional<Integer> subnetwork,
            Optional<String> fingerprint,
            boolean boot,
            Set<String> services) {}

    /** By address. */
    public List<LedSite> list() {
        return store.all();
    }

    public Optional<LedSite> find(Wwwroot wwwroot) {
        return store.find(wwwroot);
    }

    /**
     * Starts leading a site; asked again for the same site it goes on where it stands.
     *
     * @return the job, whose steps may be interrupted anywhere
     * @throws IllegalArgumentException for a site that this hub cannot lead this way
     */
    public UUID lead(Wish wish, String actor) {
        if (wish.wwwroot().equals(tenant.wwwroot())) {
            throw new IllegalArgumentException("A hub does not lead itself.");
        }
        registry.find(wish.wwwroot())
                .filter(member -> member.application().equals(Application.CONSTELLATION.label()))
                .filter(member -> member.state() != Member.State.REMOVED)
                .ifPresent(member -> {
                    throw new IllegalArgumentException(
                            wish.wwwroot() + " is a member by invitation; the originals' road is for Moodle sites.");
                });
        for (String service : wish.services()) {
            if (!service.matches("[A-Za-z0-9_.-]{1,64}")) {
                throw new IllegalArgumentException("\"" + service + "\" is not the name of a service.");
            }
        }
        Set<String> services = new TreeSet<>(wish.services());
        services.addAll(ALWAYS);
        Optional<LedSite> known = store.find(wish.wwwroot());
        store.save(new LedSite(
                wish.wwwroot(),
                wish.name(),
                known.map(LedSite::root).orElse(AdminMethods.ROOTS.get(0)),
                services,
                wish.subnetwork(),
                known.map(LedSite::addedAt).orElse(clock.instant()),
                known.flatMap(LedSite::ledSince),
                ""));
        audit.record(
                AuditEvent.done("led-site.added", actor).peer(wish.wwwroot().value()));
        LeadState state =
                new LeadState(wish.wwwroot().value(), wish.fingerprint().orElse(""), wish.boot(), "", actor);
        UUID started = jobs.startOnce(job.get(), wish.wwwroot().value(), state);
        Optional<JobView> view = jobs.find(started);
        if (view.filter(one -> one.state().isEnded()).isEmpty()) {
            return started;
        }
        // The job of that key has ended: whoever asks again says something new about the site.
        return jobs.start(job.get(), state);
    }

    /** Whether the network has ended with it: it is forgotten when its last link is withdrawn. */
    public boolean isLeaving(LedSite site) {
        return site.note().startsWith(LEAVING);
    }

    /**
     * Leads a site no more: what was begun is given up, a membership ends with its links (unbind_peer), and then the hub
     * forgets how the site is told.
     *
     * @return the job that forgets
     * @throws IllegalArgumentException for a site that is not led
     * @throws network.constellation.hub.approvals.ApprovalNeeded when the end of a membership waits for a second person
     */
    public UUID remove(Wwwroot wwwroot, Person by) {
        if (store.find(wwwroot).isEmpty()) {
            throw new IllegalArgumentException(
                    wwwroot + " is not led by the originals' road; `hub lead list` shows those that are.");
        }
        if (registry.find(wwwroot).filter(member -> member.state().isInside()).isPresent()) {
            members.remove(wwwroot, by);
        }
        LeadJob leading = job.get();
        jobs.list().stream()
                .filter(one -> one.kind().equals(leading.name()) && !one.state().isEnded())
                .filter(one -> jobs.state(leading, one).wwwroot().equals(wwwroot.value()))
                .forEach(one -> jobs.cancel(one.id()));
        store.note(wwwroot, LEAVING);
        audit.record(AuditEvent.done("led-site.removed", by.name()).peer(wwwroot.value()));
        return jobs.start(forgetting.get(), new ForgetLedSite.State(wwwroot.value()));
    }
}
