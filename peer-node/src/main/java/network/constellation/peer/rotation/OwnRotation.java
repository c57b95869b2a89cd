package network.constellation.peer.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HexFormat;
import network.constellation.keys.ring.KeyRing;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.CrashPoints;
import network.constellation.peer.peers.OwnKeyWatch;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.rotation.OwnKeys;
import network.constellation.protocol.method.rotation.RevokedKey;

/** This site's own generations, as its hub leads them. Every order may be repeated: it brings about a state. */
@Singleton
public final class OwnRotation {
    /** The order cannot be carried out as things stand. */
    public static final int REFUSED = 523;

    private final SiteIdentity identity;
    private final Audit audit;
    private final Clock clock;
    private final CrashPoints crash;

    @Inject
    OwnRotation(SiteIdentity identity, Audit audit, Clock clock, CrashPoints crash) {
        this.identity = identity;
        this.audit = audit;
        this.clock = clock;
        this.crash = crash;
    }

    /** Which generations there are. */
    public OwnKeys state() {
        KeyRing ring = identity.ring();
        return new OwnKeys(
                ring.current().generation(),
                identity.published().bundle(),
                ring.next().map(next -> next.generation()).orElse(0),
                identity.announced().map(next -> next.bundle()).orElse(""),
                OwnKeyWatch.overlapUntil(ring));
    }

    /** Makes the next generation, or stays with the one that is prepared; its recipient key is of today. */
    public OwnKeys prepare(String actor) {
        boolean already = identity.ring().next().isPresent();
        identity.prepare();
        identity.renewRecipients();
        crash.reached("own-rotation/prepared");
        if (!already) {
            record("keys.prepared", actor, state().nextGeneration());
        }
        return state();
    }

    /** Puts that generation into use; one that is in use already, or was followed by another, stays so. */
    public OwnKeys activate(int generation, String actor) {
        boolean[] changed = new boolean[1];
        identity.change(ring -> {
            if (ring.current().generation() >= generation) {
                return ring;
            }
            if (ring.next().filter(next -> next.generation() == generation).isEmpty()) {
                throw new Fault(REFUSED, "Generation " + generation + " is not prepared here.", "not-prepared");
            }
            changed[0] = true;
            return ring.activate(clock.instant());
        });
        crash.reached("own-rotation/activated");
        if (changed[0]) {
            record("keys.rotated", actor, generation);
        }
        return state();
    }

    /** Gives up that generation unless it is in use. */
    public OwnKeys discard(int generation, String actor) {
        boolean[] changed = new boolean[1];
        identity.change(ring -> {
            changed[0] =
                    ring.next().filter(next -> next.generation() == generation).isPresent();
            return changed[0] ? ring.discard(clock.instant()) : ring;
        });
        if (changed[0]) {
            record("keys.discarded", actor, generation);
        }
        return state();
    }

    /** Ends the overlap, if one goes on. */
    public OwnKeys retire(String actor) {
        boolean[] changed = new boolean[1];
        identity.change(ring -> {
            changed[0] =
                    ring.retired().stream().anyMatch(keys -> !keys.recipients().isEmpty());
            return changed[0] ? ring.retire(clock.instant()) : ring;
        });
        if (changed[0]) {
            record("keys.retired", actor, identity.current().generation());
        }
        return state();
    }

    /**
     * New keys at once and without overlap, when the stolen ones are ours. A prepared generation lay beside the stolen one
     * and is given up with it.
     */
    public OwnKeys revoke(RevokedKey stolen, String actor) {
        int generation = generation(stolen.fingerprint());
        if (generation == 0) {
            return state();
        }
        if (generation == identity.current().generation()) {
            identity.change(ring -> ring.next().isPresent() ? ring.discard(clock.instant()) : ring);
            identity.prepare();
        }
        identity.change(ring -> {
            KeyRing revoked = ring.revoke(generation, stolen.reason(), clock.instant());
            boolean overlap = revoked.retired().stream()
                    .anyMatch(keys -> !keys.recipients().isEmpty());
            return overlap ? revoked.retire(clock.instant()) : revoked;
        });
        identity.renewRecipients();
        audit.record(AuditEvent.done("keys.own-revoked", actor)
                .with("generation", Integer.toString(generation))
                .with("reason", stolen.reason()));
        return state();
    }

    private int generation(String fingerprint) {
        try {
            return identity.generationOf(HexFormat.of().parseHex(fingerprint));
        } catch (IllegalArgumentException noFingerprint) {
            throw new Fault(REFUSED, "That is no fingerprint: 64 hexadecimal digits.", "no-fingerprint");
        }
    }

    private void record(String name, String actor, int generation) {
        audit.record(AuditEvent.done(name, actor)
                .with("generation", Integer.toString(generation))
                .with("why", "led by the hub"));
    }
}
