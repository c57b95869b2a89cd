package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.vault.Sealer;

/**
 * The copy at the standby. It has the hashes of passwords in it, so it lies sealed under this node's master key: a stolen
 * database or its backup does not tell them.
 */
@Singleton
final class KeptCopy {
    private final StandbyStore store;
    private final Sealer sealer;
    private final Wwwroot self;

    @Inject
    KeptCopy(StandbyStore store, Sealer sealer, Wwwroot self) {
        this.store = store;
        this.sealer = sealer;
        this.self = self;
    }

    /** @param content compressed */
    void keep(String network, String digest, byte[] content, Instant received) {
        store.keep(new StandbyStore.Copy(network, digest, sealer.seal(context(network), content), received));
    }

    /** What the hub is told that this site has: nothing when it could not be opened. */
    String digest() {
        return store.copy()
                .filter(copy -> plain(copy).isPresent())
                .map(StandbyStore.Copy::digest)
                .orElse("");
    }

    Optional<HubCopy> open(String network) {
        return store.copy()
                .filter(copy -> copy.network().equals(network))
                .flatMap(this::plain)
                .map(content -> HubCopy.read(CopyText.expanded(content)));
    }

    Optional<Instant> received() {
        return store.copy().map(StandbyStore.Copy::received);
    }

    private Optional<byte[]> plain(StandbyStore.Copy copy) {
        return sealer.open(context(copy.network()), copy.content());
    }

    private String context(String network) {
        return "standby-copy:" + self + ":" + network;
    }
}
