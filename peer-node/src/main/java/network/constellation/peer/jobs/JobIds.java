package network.constellation.peer.jobs;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers that nobody can guess. */
@Singleton
final class JobIds {
    private static final long VERSION_MASK = 0xFFFFFFFFFFFF0FFFL;
    private static final long RANDOM_VERSION = 0x4000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final long VARIANT = 0x8000000000000000L;

    private final SecureRandom random;

    @Inject
    JobIds(SecureRandom random) {
        this.random = random;
    }

    UUID next() {
        return new UUID(
                (random.nextLong() & VERSION_MASK) | RANDOM_VERSION, (random.nextLong() & VARIANT_MASK) | VARIANT);
    }
}
