package network.constellation.hub.originals;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import network.constellation.hub.subnets.Members;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobKind;

/**
 * Forgets a site that is led no more once the last of its links is withdrawn: until then the originals' road must know by
 * which root it is told.
 */
final class ForgetLedSite implements JobKind<ForgetLedSite.State> {
    private final LedSitesStore store;
    private final Members members;

    @Inject
    ForgetLedSite(LedSitesStore store, Members members) {
        this.store = store;
        this.members = members;
    }

    record State(String wwwroot) {}

    @Override
    public String name() {
        return "forget-led-site";
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5), 10_000);
    }

    @Override
    public List<NamedStep<State>> steps() {
        return List.of(JobKind.step("forget", this::forget));
    }

    private State forget(JobContext job, State state) {
        Wwwroot site = Wwwroot.of(state.wwwroot());
        job.progress(50, state.wwwroot());
        long open = members.links(site).missing();
        if (open > 0) {
            throw new IllegalStateException(open + " ends of its links are not withdrawn yet.");
        }
        store.forget(site);
        return state;
    }
}
