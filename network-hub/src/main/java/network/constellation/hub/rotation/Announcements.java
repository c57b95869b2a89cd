package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.rotation.KeyNotebook;
import network.constellation.peer.rotation.NetworkKeys;
import network.constellation.protocol.method.rotation.KeyNews;
import network.constellation.protocol.method.rotation.SiteBundle;

/** Next generations of members and of the hub itself, as far as the hub knows and vouches for them. */
@Singleton
public final class Announcements {
    /** Sites in one message: two bundles of some 4 KB each. */
    private static final int AT_ONCE = 25;

    private final Wwwroot hub;
    private final SiteIdentity identity;
    private final KeyNotebook notebook;
    private final NetworkKeys networkKeys;
    private final Peers peers;
    private final CryptoEngine crypto;

    @Inject
    Announcements(
            Wwwroot hub,
            SiteIdentity identity,
            KeyNotebook notebook,
            NetworkKeys networkKeys,
            Peers peers,
            CryptoEngine crypto) {
        this.hub = hub;
        this.identity = identity;
        this.notebook = notebook;
        this.networkKeys = networkKeys;
        this.peers = peers;
        this.crypto = crypto;
    }

    /** The next keys of a site; empty when none are announced. */
    public Optional<PublicIdentity> next(Wwwroot site) {
        return site.equals(hub) ? identity.announced() : notebook.announced(site);
    }

    /** Notes what a site says of its next keys. @return false when the keys in use do not vouch for them */
    boolean note(Wwwroot site, String bundle) {
        return site.equals(hub)
                || KeyNotebook.identity(crypto, new SiteBundle(site.value(), bundle))
                        .filter(networkKeys::announce)
                        .isPresent();
    }

    void withdraw(Wwwroot site) {
        networkKeys.withdraw(site);
    }

    /** What one site is to be told of the next keys of these others, in messages of bearable size. */
    List<KeyNews> news(Wwwroot to, Collection<Wwwroot> about) {
        List<KeyNews> news = new ArrayList<>();
        List<SiteBundle> batch = new ArrayList<>();
        List<SiteBundle> present = new ArrayList<>();
        for (Wwwroot other : about) {
            if (!other.equals(to)) {
                next(other).ifPresent(next -> batch.add(new SiteBundle(other.value(), next.bundle())));
                // Whoever missed the rotation before must not take the next generation for the one in use.
                peers.find(other)
                        .ifPresent(peer -> present.add(
                                new SiteBundle(other.value(), peer.identity().bundle())));
            }
            if (Math.max(batch.size(), present.size()) == AT_ONCE) {
                news.add(new KeyNews(batch, present, List.of(), List.of()));
                batch.clear();
                present.clear();
            }
        }
        if (!batch.isEmpty() || !present.isEmpty()) {
            news.add(new KeyNews(batch, present, List.of(), List.of()));
        }
        return news;
    }
}
