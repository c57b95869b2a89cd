package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;
import java.time.Duration;
import network.constellation.peer.jobs.JobKind.RetryPolicy;
import network.constellation.peer.jobs.Jobs;

/** Hands the ending of sessions at other sites over to durable work. */
@Singleton
final class RemoteEnds {
    /** A site that is away is asked again each minute: promise 32 wants sessions dead soon after it is back. */
    static final RetryPolicy RETRIES = new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 1_500);

    /** Later, as the jobs themselves lead here. */
    private final Provider<Jobs> jobs;

    private final EndAwayJob away;
    private final EndAtHomeJob home;

    @Inject
    RemoteEnds(Provider<Jobs> jobs, EndAwayJob away, EndAtHomeJob home) {
        this.jobs = jobs;
        this.away = away;
        this.home = home;
    }

    void away(JumpSession session) {
        jobs.get()
                .start(
                        away,
                        new RemoteEnd(
                                session.peer().value(),
                                session.username(),
                                session.userAgentHash(),
                                session.expires().getEpochSecond()));
    }

    void atHome(LandedSession session) {
        jobs.get()
                .start(
                        home,
                        new RemoteEnd(
                                session.peer().value(),
                                session.username(),
                                session.userAgentHash(),
                                session.expires().getEpochSecond()));
    }
}
