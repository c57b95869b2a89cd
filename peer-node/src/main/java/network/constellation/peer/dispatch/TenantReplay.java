package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.ring.KeyRing;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.store.NodeDb;
import network.constellation.protocol.freshness.Freshness;
import network.constellation.protocol.freshness.SteadyTime;
import org.jdbi.v3.core.Jdbi;

/** The tenant's replay ledger, kept in step with its RSA key, and its horizon, moved on as time goes. */
@Singleton
public final class TenantReplay implements PeriodicTask {
    private final SiteIdentity identity;
    private final Audit audit;
    private final Clock clock;
    private final ReplayLedger ledger;
    private final SteadyTime steady;
    private volatile KeyRing seen;

    @Inject
    TenantReplay(
            @NodeDb Jdbi database,
            Wwwroot tenant,
            CryptoEngine engine,
            SiteIdentity identity,
            Audit audit,
            Clock clock) {
        this.identity = identity;
        this.audit = audit;
        this.clock = clock;
        this.steady = new SteadyTime(clock.instant(), System.nanoTime());
        this.seen = identity.ring();
        this.ledger = new ReplayLedger(
                new ReplayEntriesStore(database), tenant, engine.random().nextLong(), keyOf(seen));
    }

    /** The ledger for the present key: after a rotation what was sealed to the former one is forgotten. */
    public network.constellation.protocol.freshness.ReplayStore store() {
        return ledger();
    }

    ReplayLedger ledger() {
        KeyRing ring = identity.ring();
        if (ring != seen) {
            ledger.rotated(keyOf(ring));
            seen = ring;
        }
        return ledger;
    }

    /** A peer has used up its share: only it is refused, and our key rotates early. */
    void full(Peer peer) {
        audit.recordSoon(AuditEvent.failed("replay.share-full", "system", "replay-quota")
                .peer(peer.wwwroot().value()));
        identity.rotateEarly("The replay store's share of " + peer.wwwroot() + " is full.");
    }

    @Override
    public String name() {
        return "replay-horizon";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        ledger().advanceHorizon(Freshness.horizonAt(steady.at(clock.instant(), System.nanoTime())));
    }

    private static byte[] keyOf(KeyRing ring) {
        return ring.current().rsa().publicKey().sha256();
    }
}
