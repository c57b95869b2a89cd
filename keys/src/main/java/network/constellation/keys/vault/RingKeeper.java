package network.constellation.keys.vault;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.ring.Rotation;

/**
 * A site's key ring while its tenant is open: read without waiting, changed one transition at a time, and durable
 * before anybody sees the change.
 */
public final class RingKeeper {
    private final CryptoEngine engine;
    private final Vault vault;
    private final Clock clock;
    private final Rotation rotation;
    private volatile State state;

    private RingKeeper(CryptoEngine engine, Vault vault, Clock clock, KeyRing ring) {
        this.engine = engine;
        this.vault = vault;
        this.clock = clock;
        this.rotation = new Rotation(engine);
        this.state = new State(ring, ring.current().publicIdentity(engine));
    }

    /** Opens the vault of a site; a new site gets its first generation. Recipient keys are those of today. */
    public static RingKeeper open(
            CryptoEngine engine,
            Vault vault,
            Clock clock,
            Wwwroot wwwroot,
            CertificateSubject subject,
            Duration lifetime) {
        Rotation rotation = new Rotation(engine);
        Optional<KeyRing> stored = vault.load();
        KeyRing ring = stored.orElseGet(() -> rotation.found(wwwroot, subject, lifetime, clock.instant()));
        KeyRing renewed = rotation.renewRecipients(ring, clock.instant());
        if (stored.isEmpty() || renewed.revision() != ring.revision()) {
            vault.save(renewed);
        }
        return new RingKeeper(engine, vault, clock, renewed);
    }

    /** The ring of this moment. */
    public KeyRing ring() {
        return state.ring();
    }

    /** What others are told of the current generation. */
    public PublicIdentity identity() {
        return state.identity();
    }

    /**
     * Does one transition, saves, then shows it.
     *
     * @throws RuntimeException whatever the transition or the vault refuses; nothing was changed then
     */
    public synchronized KeyRing change(UnaryOperator<KeyRing> transition) {
        KeyRing changed = transition.apply(ring());
        if (changed.revision() != ring().revision()) {
            PublicIdentity identity = changed.current().publicIdentity(engine);
            vault.save(changed);
            state = new State(changed, identity);
        }
        return changed;
    }

    /** Makes today's recipient keys where they are due and destroys those of 48 hours ago; to be called hourly. */
    public KeyRing renewRecipients() {
        return change(ring -> rotation.renewRecipients(ring, clock.instant()));
    }

    /** Prepares the next generation. */
    public KeyRing prepare(CertificateSubject subject, Duration lifetime) {
        return change(ring -> rotation.prepare(ring, subject, lifetime, clock.instant()));
    }

    /** The next generation becomes the current one. */
    public KeyRing activate() {
        return change(ring -> ring.activate(clock.instant()));
    }

    /** Takes up what another replica saved. */
    public synchronized KeyRing refresh() {
        Optional<KeyRing> newer = vault.load().filter(stored -> stored.revision() > ring().revision());
        if (newer.isPresent()) {
            KeyRing renewed = rotation.renewRecipients(newer.get(), clock.instant());
            if (renewed.revision() != newer.get().revision()) {
                vault.save(renewed);
            }
            state = new State(renewed, renewed.current().publicIdentity(engine));
        }
        return ring();
    }

    private record State(KeyRing ring, PublicIdentity identity) {}
}
