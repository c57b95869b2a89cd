package network.constellation.peer.connectivity;

/** Which version of the network's directory this site holds; bound where there is one. */
@FunctionalInterface
public interface HeldDirectory {
    /** {@code term.sequence}; empty: none. */
    String version();
}
