package network.constellation.peer.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.peers.KeyNotes;
import network.constellation.peer.peers.KeyState;
import network.constellation.protocol.method.rotation.RevokedKey;
import network.constellation.protocol.method.rotation.SiteBundle;

/**
 * What this site was told of next and of revoked keys: durable, and answered from memory. Whether something may be
 * written here, {@link NetworkKeys} decides.
 */
@Singleton
public final class KeyNotebook implements KeyNotes {
    private final KeyNotebookStore store;
    private final Clock clock;
    private final Map<Wwwroot, PublicIdentity> announced = new ConcurrentHashMap<>();
    private final Map<String, RevokedKey> revoked = new ConcurrentHashMap<>();

    @Inject
    KeyNotebook(KeyNotebookStore store, CryptoEngine crypto, Clock clock) {
        this.store = store;
        this.clock = clock;
        for (SiteBundle site : store.announced()) {
            identity(crypto, site).ifPresent(next -> announced.put(next.wwwroot(), next));
        }
        store.revoked().forEach(key -> revoked.put(key.fingerprint(), key));
    }

    @Override
    public Optional<PublicIdentity> announced(Wwwroot peer) {
        return Optional.ofNullable(announced.get(peer));
    }

    @Override
    public boolean isRevoked(String fingerprint) {
        return !revoked.isEmpty() && revoked.containsKey(fingerprint);
    }

    /** All that were ever revoked. */
    public List<RevokedKey> revoked() {
        return List.copyOf(revoked.values());
    }

    /** The keys in that text, verified in themselves; empty when they are not whole or not of that address. */
    public static Optional<PublicIdentity> identity(CryptoEngine crypto, SiteBundle site) {
        try {
            return Optional.of(PublicIdentity.parseBundle(crypto, Wwwroot.of(site.wwwroot()), site.bundle()));
        } catch (CertificateRefusedException | IdentityRefusedException | InvalidAddressException refused) {
            return Optional.empty();
        }
    }

    void announce(PublicIdentity next) {
        if (announced(next.wwwroot()).filter(next::equals).isEmpty()) {
            store.announce(next.wwwroot(), KeyState.generation(next), next.bundle(), clock.instant());
            announced.put(next.wwwroot(), next);
        }
    }

    void withdraw(Wwwroot wwwroot) {
        if (announced.containsKey(wwwroot)) {
            store.withdraw(wwwroot);
            announced.remove(wwwroot);
        }
    }

    /** @return whether that is news */
    public boolean revoke(RevokedKey key) {
        if (revoked.containsKey(key.fingerprint())) {
            return false;
        }
        store.revoke(key, clock.instant());
        revoked.put(key.fingerprint(), key);
        return true;
    }
}
