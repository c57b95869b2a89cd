package network.constellation.peer.roaming;

import static network.constellation.peer.roaming.RemoteEnds.RETRIES;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import network.constellation.peer.jobs.JobKind;
import network.constellation.protocol.method.roaming.RoamingMethods;

/** A visitor signed out here: their home ends their sessions there and everywhere else ({@code kill_children}). */
@Singleton
final class EndAtHomeJob implements JobKind<RemoteEnd> {
    private final TellPeer tell;

    @Inject
    EndAtHomeJob(TellPeer tell) {
        this.tell = tell;
    }

    @Override
    public String name() {
        return "roaming.end-at-home";
    }

    @Override
    public Class<RemoteEnd> stateType() {
        return RemoteEnd.class;
    }

    @Override
    public List<NamedStep<RemoteEnd>> steps() {
        return List.of(JobKind.step("kill-children", (context, session) -> {
            tell.end(RoamingMethods.KILL_CHILDREN, context, session);
            return session;
        }));
    }

    @Override
    public RetryPolicy retries() {
        return RETRIES;
    }
}
