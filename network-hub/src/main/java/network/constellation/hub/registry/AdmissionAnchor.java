package network.constellation.hub.registry;

import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/** The network's root key, as the hub vouches for it towards one new member; it goes into the answer of admission. */
@FunctionalInterface
public interface AdmissionAnchor {
    /** {@link network.constellation.protocol.directory.DirectoryAnchor#signedFor}. */
    Optional<byte[]> signedFor(Wwwroot member);
}
