package network.constellation.peer.originals;

import java.time.Instant;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/**
 * The time in which a master may have this site make new keys, once (network-admin.md 2.2, "Key boot").
 *
 * @param secretSha256 hex digits of the hash of what the master has to bring beside its public key
 * @param generation of the keys that are being made; empty until the master has come
 * @param usedAt when they were in use
 */
public record BootWindow(
        Wwwroot master,
        String secretSha256,
        Instant openedAt,
        Instant closesAt,
        Optional<Integer> generation,
        Optional<Instant> usedAt) {

    public boolean isOpen(Instant now) {
        return usedAt.isEmpty() && now.isBefore(closesAt);
    }
}
