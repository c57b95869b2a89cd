package network.constellation.keys.ring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.identity.KeySuccession;
import network.constellation.keys.identity.RecipientKeyPair;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.identity.SiteKeysMaker;
import network.constellation.keys.provider.CryptoEngine;

/** Makes the keys that go into rings; what may happen when, {@link KeyRing} decides. */
public final class Rotation {
    private final CryptoEngine engine;
    private final SiteKeysMaker maker;

    public Rotation(CryptoEngine engine) {
        this.engine = engine;
        this.maker = new SiteKeysMaker(engine);
    }

    /** A new site with its first generation. */
    public KeyRing found(Wwwroot wwwroot, CertificateSubject subject, Duration lifetime, Instant now) {
        return KeyRing.found(maker.make(wwwroot, subject, 1, now, lifetime), now);
    }

    /** Prepares the next generation, for which every generation still held vouches. */
    public KeyRing prepare(KeyRing ring, CertificateSubject subject, Duration lifetime, Instant now) {
        if (ring.next().isPresent()) {
            // Refused before the dear part.
            return ring.prepare(ring.next().get(), now);
        }
        return prepare(ring, maker.make(ring.wwwroot(), subject, ring.lastGeneration() + 1, now, lifetime), now);
    }

    /** The same with keys made elsewhere. */
    public KeyRing prepare(KeyRing ring, SiteKeys keys, Instant now) {
        List<KeySuccession> successions = Stream.concat(Stream.of(ring.current()), ring.retired().stream())
                .map(older -> KeySuccession.make(engine, older, keys.statement()))
                .toList();
        return ring.prepare(keys.withSuccessions(successions), now);
    }

    /** Gives today's recipient key to the generations that lack one, and destroys those older than 48 hours. */
    public KeyRing renewRecipients(KeyRing ring, Instant now) {
        KeyRing renewed = ring;
        for (SiteKeys keys :
                Stream.concat(Stream.of(ring.current()), ring.next().stream()).toList()) {
            if (KeyRing.needsRecipient(keys, now)) {
                renewed = renewed.withRecipient(
                        keys.generation(),
                        RecipientKeyPair.make(engine, keys.wwwroot(), keys.generation(), keys.ed25519(), now),
                        now);
            }
        }
        return renewed;
    }
}
