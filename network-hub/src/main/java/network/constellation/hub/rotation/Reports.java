package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.NextKeysReport;
import network.constellation.protocol.call.Fault;

/** Takes what a site reports of a rotation that it makes by itself, and has the others told. */
@Singleton
final class Reports implements NextKeysReport {
    private static final int REFUSED = 523;

    private final Announcements announcements;
    private final AtomicInteger told = new AtomicInteger();
    private final Jobs jobs;
    private final Provider<TellJob> tellJob;
    private final RotationEvents events;
    private final Audit audit;

    @Inject
    Reports(Announcements announcements, Jobs jobs, Provider<TellJob> tellJob, RotationEvents events, Audit audit) {
        this.announcements = announcements;
        this.jobs = jobs;
        this.tellJob = tellJob;
        this.events = events;
        this.audit = audit;
    }

    /** @throws Fault when the keys are not the caller's, or those that it uses do not vouch for them */
    void reported(Wwwroot caller, String bundle) {
        int before = announced(caller);
        if (!announcements.note(caller, bundle)) {
            throw new Fault(REFUSED, "The keys in use do not vouch for these.", "not-vouched-for");
        }
        if (announced(caller) == before) {
            return;
        }
        audit.record(AuditEvent.done("rotation.reported", caller.value()).peer(caller.value()));
        jobs.start(tellJob.get(), new TellWork(caller.value()));
        events.keysChanged();
    }

    private int announced(Wwwroot site) {
        return announcements.next(site).map(KeyState::generation).orElse(0);
    }

    /** The hub's own next keys; asked for again and again, and told once. */
    @Override
    public void prepared(PublicIdentity next) {
        if (told.getAndSet(KeyState.generation(next)) == KeyState.generation(next)) {
            return;
        }
        jobs.start(tellJob.get(), new TellWork(next.wwwroot().value()));
        events.keysChanged();
    }
}
