package network.constellation.keys.vault;

import java.util.Optional;
import network.constellation.keys.ring.KeyRing;

/** Keeps one site's key ring, with its private keys and its journal, through restarts. */
public interface Vault {
    /**
     * The ring as last saved, nothing for a new site. Recipient keys may be missing after a restore.
     *
     * @throws VaultRefusedException when what is there cannot be opened, or others than the owner may read it
     */
    Optional<KeyRing> load();

    /**
     * Saves; when this returns, the ring is durable. It must follow the one that is stored.
     *
     * @throws VaultRefusedException when somebody else saved a ring in between; nothing was changed
     */
    void save(KeyRing ring);
}
