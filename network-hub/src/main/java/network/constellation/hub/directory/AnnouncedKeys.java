package network.constellation.hub.directory;

import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;

/** Keys that are to come and keys that are gone, of members and of the hub itself; bound by the room of rotations. */
public interface AnnouncedKeys {
    /** The next keys of a site, announced and not good yet. */
    Optional<PublicIdentity> next(Wwwroot site);

    /** Keys of this generation and before are never good again; 0: none was revoked. */
    int revokedThrough(Wwwroot site);

    /** Nothing was announced or revoked. */
    AnnouncedKeys NONE = new AnnouncedKeys() {
        @Override
        public Optional<PublicIdentity> next(Wwwroot site) {
            return Optional.empty();
        }

        @Override
        public int revokedThrough(Wwwroot site) {
            return 0;
        }
    };
}
