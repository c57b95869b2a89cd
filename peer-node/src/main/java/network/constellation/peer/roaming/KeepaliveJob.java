package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Duration;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobKind;

/** A home asked who of its users is active here ({@code keepalive_client}); answered by a call of our own. */
@Singleton
final class KeepaliveJob implements JobKind<KeepaliveJob.Ask> {
    /** Seconds in which several questions of one site count as one. */
    static final long AT_MOST_EVERY = 30;

    private final Keepalive keepalive;

    @Inject
    KeepaliveJob(Keepalive keepalive) {
        this.keepalive = keepalive;
    }

    /** @param home the site that asked */
    record Ask(String home) {}

    @Override
    public String name() {
        return "roaming.keepalive-now";
    }

    @Override
    public Class<Ask> stateType() {
        return Ask.class;
    }

    @Override
    public List<NamedStep<Ask>> steps() {
        return List.of(JobKind.step("tell", (context, ask) -> {
            keepalive.tell(Wwwroot.of(ask.home()));
            return ask;
        }));
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(5), Duration.ofSeconds(30), 3);
    }
}
