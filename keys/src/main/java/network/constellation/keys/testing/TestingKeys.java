package network.constellation.keys.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.identity.SiteKeysMaker;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.ring.Rotation;

/**
 * Keys for tests: RSA pairs come from a file instead of a hundred milliseconds of search. Each instance hands every
 * pair out once, and makes real ones when the file is used up.
 */
public final class TestingKeys {
    private static final String FILE = "rsa-keys-for-tests.pem";
    private static final Duration LIFETIME = Duration.ofDays(28);

    private final CryptoEngine engine;
    private final List<Pem.Block> stored;
    private final AtomicInteger used = new AtomicInteger();

    public TestingKeys(CryptoEngine engine) {
        this.engine = engine;
        try (InputStream in = TestingKeys.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The keys for tests are not on the class path: " + FILE);
            }
            this.stored = Pem.readAll(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An RSA pair that this instance has not handed out before. */
    public RsaPrivateKey rsa() {
        int index = used.getAndIncrement();
        return index < stored.size()
                ? RsaPrivateKey.ofPkcs8(stored.get(index).content())
                : engine.rsa().generate();
    }

    /** First generation of a site, valid for 28 days. */
    public SiteKeys site(Wwwroot wwwroot, Instant now) {
        return site(wwwroot, 1, now, LIFETIME);
    }

    public SiteKeys site(Wwwroot wwwroot, int generation, Instant now, Duration lifetime) {
        return new SiteKeysMaker(engine)
                .make(
                        wwwroot,
                        CertificateSubject.named("Test site", wwwroot),
                        generation,
                        now,
                        lifetime,
                        rsa(),
                        engine.ed25519().generate());
    }

    /** A ring in its first generation. */
    public KeyRing ring(Wwwroot wwwroot, Instant now) {
        return KeyRing.found(site(wwwroot, now), now);
    }

    /** The ring with its next generation prepared. */
    public KeyRing prepared(KeyRing ring, Instant now) {
        return new Rotation(engine).prepare(ring, site(ring.wwwroot(), ring.lastGeneration() + 1, now, LIFETIME), now);
    }
}
