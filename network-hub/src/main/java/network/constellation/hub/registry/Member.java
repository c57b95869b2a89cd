package network.constellation.hub.registry;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Application;
import network.constellation.protocol.directory.strategy.LinkParty;
import network.constellation.protocol.directory.strategy.ServiceStrategy;

/**
 * A site of the network.
 *
 * @param fingerprint SHA-256 of its whole identity as the hub saw it at admission, 64 hex digits
 * @param bundle its public bundle: certificate, modern keys and key statement, PEM
 * @param joinOrder grows with each admission: of two members the one with the larger is the newer
 * @param strategy how its services follow
 */
public record Member(
        Wwwroot wwwroot,
        String name,
        String application,
        String fingerprint,
        String bundle,
        State state,
        Instant admittedAt,
        long joinOrder,
        ServiceStrategy strategy) {

    /** What the hub has decided about a member. */
    public enum State {
        ADMITTED,
        /** Stays a member of its sub-networks, and is linked with nobody but the hub until it is enabled again. */
        DISABLED,
        SUSPENDED,
        /** Policy none: outside the network, but still in the registry. */
        OUTSIDE,
        REMOVED;

        /** Whether the site belongs to the network, linked or not. */
        public boolean isInside() {
            return this != OUTSIDE && this != REMOVED;
        }
    }

    /** Whether it runs this software, and reads the network's directory itself. */
    public boolean isConstellation() {
        return application.equals(Application.CONSTELLATION.label());
    }

    /** As one end of a link. */
    public LinkParty party() {
        return new LinkParty(wwwroot, joinOrder, strategy, isConstellation());
    }
}
