package network.constellation.hub.connectivity;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.KeyRefresh;
import network.constellation.peer.peers.Peers;

/**
 * Repairs one link: both ends are told again of each other's present keys and of the services agreed, and then look at
 * the link. Each step may be done again.
 */
public final class MatrixRepair implements JobKind<MatrixRepair.State> {
    private final Matrix matrix;
    private final SubNetworks subNetworks;
    private final Peers peers;
    private final KeyRefresh keys;

    @Inject
    MatrixRepair(Matrix matrix, SubNetworks subNetworks, Peers peers, KeyRefresh keys) {
        this.matrix = matrix;
        this.subNetworks = subNetworks;
        this.peers = peers;
        this.keys = keys;
    }

    /**
     * What the job remembers.
     *
     * @param one wwwroot of one end
     * @param other wwwroot of the other
     * @param actor who asked for it
     */
    public record State(String one, String other, String actor) {}

    @Override
    public String name() {
        return "matrix-repair";
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    /** Somebody waits at the page; a site that is down is tried for an hour. */
    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 120);
    }

    @Override
    public List<NamedStep<State>> steps() {
        return List.of(
                JobKind.step("tell", this::tell), JobKind.step("told", this::told), JobKind.step("look", this::look));
    }

    private State tell(JobContext job, State state) {
        Wwwroot one = Wwwroot.of(state.one());
        Wwwroot other = Wwwroot.of(state.other());
        job.progress(10, one + " - " + other);
        // What the hub passes on must be the present keys.
        Stream.of(one, other)
                .filter(site -> !site.equals(matrix.self()))
                .map(peers::require)
                .forEach(keys::afterUnknownGeneration);
        if (!one.equals(matrix.self()) && !other.equals(matrix.self())) {
            subNetworks.repair(one, other);
        }
        return state;
    }

    private State told(JobContext job, State state) {
        Set<String> pair = Set.of(state.one(), state.other());
        List<LinkEnd> missing = subNetworks.openLinks().stream()
                .filter(end -> pair.equals(Set.of(end.at().value(), end.about().value())))
                .toList();
        if (!missing.isEmpty()) {
            String why = missing.get(0).lastError();
            throw new IllegalStateException(
                    missing.get(0).at() + " has not confirmed yet" + (why == null ? "" : ": " + why));
        }
        return state;
    }

    private State look(JobContext job, State state) {
        job.progress(80, state.one() + " - " + state.other());
        matrix.look(Wwwroot.of(state.one()), Wwwroot.of(state.other()));
        matrix.look(Wwwroot.of(state.other()), Wwwroot.of(state.one()));
        return state;
    }
}
