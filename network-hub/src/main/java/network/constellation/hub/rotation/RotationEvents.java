package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import network.constellation.hub.directory.Publisher;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import org.jspecify.annotations.Nullable;

/** A rotation has come to another phase: stored, and written into the audit. */
@Singleton
final class RotationEvents {
    private final RotationsStore store;
    private final Audit audit;
    private final Provider<Publisher> publisher;
    private final Clock clock;

    @Inject
    RotationEvents(RotationsStore store, Audit audit, Provider<Publisher> publisher, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Keys changed, or are announced: the directory is to tell it. */
    void keysChanged() {
        publisher.get().changed();
    }

    void reached(Rotation rotation, Rotation.Phase phase, @Nullable String note, String actor) {
        store.phase(rotation.number(), phase, note, clock.instant());
        AuditEvent event = AuditEvent.done("rotation." + phase.label(), actor)
                .with("number", Integer.toString(rotation.number()))
                .with(
                        "scope",
                        rotation.scope()
                                .substring(0, Math.min(200, rotation.scope().length())));
        audit.record(note == null ? event : event.with("why", note));
        keysChanged();
    }
}
