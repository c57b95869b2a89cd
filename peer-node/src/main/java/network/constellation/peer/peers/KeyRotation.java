package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import network.constellation.keys.ring.KeyRing;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobKind;

/**
 * Replaces the tenant's own keys: prepare -> announce -> activate. Legacy peers learn of it by fault 7025 at their next call, modern
 * ones by what our answers tell; the generation before stays in its overlap until {@link OwnKeyWatch} retires it.
 */
@Singleton
public final class KeyRotation implements JobKind<KeyRotation.State> {
    private final SiteIdentity identity;
    private final Audit audit;
    private final Set<NextKeysReport> reports;

    @Inject
    KeyRotation(SiteIdentity identity, Audit audit, Set<NextKeysReport> reports) {
        this.identity = identity;
        this.audit = audit;
        this.reports = reports;
    }

    /**
     * What the job remembers.
     *
     * @param generation that is to become current; 0 until it is prepared
     * @param actor who asked for it
     */
    public record State(int generation, String actor, String why) {}

    public static State ordered(String actor, String why) {
        return new State(0, actor, why);
    }

    @Override
    public String name() {
        return "key-rotation";
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public List<NamedStep<State>> steps() {
        return List.of(
                JobKind.step("prepare", this::prepare),
                JobKind.step("announce", this::announce),
                JobKind.step("activate", this::activate));
    }

    private State prepare(JobContext context, State state) {
        context.progress(10, "making keys");
        KeyRing ring = identity.prepare();
        int generation =
                ring.next().map(next -> next.generation()).orElse(ring.current().generation());
        return new State(generation, state.actor(), state.why());
    }

    private State announce(JobContext context, State state) {
        context.progress(50, "telling the network");
        identity.announced().ifPresent(next -> reports.forEach(report -> report.prepared(next)));
        return state;
    }

    private State activate(JobContext context, State state) {
        if (identity.current().generation() < state.generation()) {
            identity.change(ring -> ring.activate(context.now()));
        }
        audit.record(AuditEvent.done("keys.rotated", state.actor())
                .with("generation", Integer.toString(state.generation()))
                .with("why", state.why()));
        context.progress(100, "generation " + state.generation() + " is in use");
        return state;
    }
}
