package network.constellation.keys.testing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import network.constellation.keys.ring.KeyRing;
import network.constellation.keys.vault.Vault;
import network.constellation.keys.vault.VaultRefusedException;
import org.jspecify.annotations.Nullable;

/** A vault for tests that keeps the ring as it is, and forgets it with the process. */
public final class InMemoryVault implements Vault {
    private final AtomicReference<@Nullable KeyRing> stored = new AtomicReference<>();

    @Override
    public Optional<KeyRing> load() {
        return Optional.ofNullable(stored.get());
    }

    @Override
    public void save(KeyRing ring) {
        KeyRing before = stored.get();
        if (before != null && before.revision() >= ring.revision()) {
            throw new VaultRefusedException("The keys of " + ring.wwwroot() + " were changed meanwhile.");
        }
        stored.set(ring);
    }
}
