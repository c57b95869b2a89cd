package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.hub.directory.AnnouncedKeys;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;

/** What the signed directory tells of keys to come and keys that are gone. Answered from memory: asked for each member. */
@Singleton
final class DirectoryKeys implements AnnouncedKeys {
    private final Announcements announcements;
    private final RevocationsStore store;
    private final Map<Wwwroot, Integer> revoked = new ConcurrentHashMap<>();

    @Inject
    DirectoryKeys(Announcements announcements, RevocationsStore store) {
        this.announcements = announcements;
        this.store = store;
        readAgain();
    }

    @Override
    public Optional<PublicIdentity> next(Wwwroot site) {
        return announcements.next(site);
    }

    @Override
    public int revokedThrough(Wwwroot site) {
        return revoked.getOrDefault(site, 0);
    }

    /** When the rows came from elsewhere. */
    final void readAgain() {
        store.all().forEach(this::revoked);
    }

    void revoked(Revocation revocation) {
        revoked.merge(revocation.wwwroot(), revocation.generation(), Math::max);
    }
}
