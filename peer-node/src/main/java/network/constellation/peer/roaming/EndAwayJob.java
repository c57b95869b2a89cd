package network.constellation.peer.roaming;

import static network.constellation.peer.roaming.RemoteEnds.RETRIES;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import network.constellation.peer.jobs.JobKind;
import network.constellation.protocol.method.roaming.RoamingMethods;

/** One of our users is out: the site where they are ends their session ({@code kill_child}), also if it comes back later. */
@Singleton
final class EndAwayJob implements JobKind<RemoteEnd> {
    private final TellPeer tell;

    @Inject
    EndAwayJob(TellPeer tell) {
        this.tell = tell;
    }

    @Override
    public String name() {
        return "roaming.end-away";
    }

    @Override
    public Class<RemoteEnd> stateType() {
        return RemoteEnd.class;
    }

    @Override
    public List<NamedStep<RemoteEnd>> steps() {
        return List.of(JobKind.step("kill-child", (context, session) -> {
            tell.end(RoamingMethods.KILL_CHILD, context, session);
            return session;
        }));
    }

    @Override
    public RetryPolicy retries() {
        return RETRIES;
    }
}
