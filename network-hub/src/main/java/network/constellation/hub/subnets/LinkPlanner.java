package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.Jobs;
import network.constellation.protocol.directory.strategy.LinkServices;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import org.jdbi.v3.core.Handle;

/**
 * Makes a change of who is linked with whom, wants the ends that follow from it, and hands them over to a job: all in one
 * transaction, one change after the other.
 */
@Singleton
final class LinkPlanner {
    private final Wwwroot hub;
    private final SubNetworksStore store;
    private final LinkStore links;
    private final Registry registry;
    private final Jobs jobs;
    private final Provider<LinksJob> linksJob;
    private final Clock clock;

    @Inject
    LinkPlanner(
            Wwwroot hub,
            SubNetworksStore store,
            LinkStore links,
            Registry registry,
            Jobs jobs,
            Provider<LinksJob> linksJob,
            Clock clock) {
        this.hub = hub;
        this.store = store;
        this.links = links;
        this.registry = registry;
        this.jobs = jobs;
        this.linksJob = linksJob;
        this.clock = clock;
    }

    /** What is wanted now. */
    NetworkPlan plan() {
        return store.read(this::plan);
    }

    private NetworkPlan plan(Handle handle) {
        return NetworkPlan.of(hub, store.main(handle), registry.all(handle), store.all(handle));
    }

    /**
     * @param what was ordered, such as {@code join}
     * @param subject the site whose links alone the change concerns
     * @param work the change itself; whatever it throws leaves everything as it was
     * @return the job that tells the sites
     */
    UUID change(String what, Optional<Wwwroot> subject, Consumer<Handle> work) {
        UUID job = store.change(handle -> {
            work.accept(handle);
            reconcile(handle, subject);
            return jobs.startIn(handle, linksJob.get(), LinksState.of(what, subject));
        });
        // The directory tells those whom the job does not reach.
        registry.changed();
        return job;
    }

    /** A change that concerns no link. */
    <T> T quietly(Function<Handle, T> work) {
        T result = store.change(work);
        registry.changed();
        return result;
    }

    /** Wants what the plan wants, also what nobody ever wanted. @return whether anything was other than it should be */
    boolean reconcile() {
        return store.change(handle -> reconcile(handle, Optional.empty())) > 0;
    }

    private int reconcile(Handle handle, Optional<Wwwroot> subject) {
        NetworkPlan plan = plan(handle);
        return links.reconcile(
                handle, plan.wanted(subject), subject, end -> agreedByJoining(plan, end), clock.instant());
    }

    /** Whoever is admitted to a network without a matrix of its own holds its end of the hub's link from then on. */
    private boolean agreedByJoining(NetworkPlan plan, WantedEnd end) {
        if (!end.at().equals(hub) && !end.about().equals(hub)) {
            return false;
        }
        Wwwroot member = end.at().equals(hub) ? end.about() : end.at();
        NetworkPlan.Site site = plan.members().get(member);
        if (site == null || !site.party().constellation() || site.state() != Member.State.ADMITTED) {
            return false;
        }
        ServiceMatrix joined = LinkServices.atMember(site.party(), ServiceMatrix.NONE);
        return end.services().equals(end.at().equals(hub) ? joined.mirrored() : joined);
    }

    UUID start(String what, Optional<Wwwroot> subject) {
        return jobs.start(linksJob.get(), LinksState.of(what, subject));
    }
}
