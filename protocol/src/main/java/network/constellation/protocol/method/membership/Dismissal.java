package network.constellation.protocol.method.membership;

import java.util.Optional;
import network.constellation.protocol.directory.DirectoryVersion;

/**
 * The end of what one {@link Introduction} began; about the hub itself, with {@link #NETWORK}: the end of the receiver's
 * membership.
 *
 * @param subnetwork positive, or {@link #NETWORK}
 * @param newerThan the newest version of the directory that may not tell of this; empty when the hub does not say
 */
public record Dismissal(String wwwroot, long subnetwork, Optional<DirectoryVersion> newerThan) {
    /** Stands for the network itself, as the number of a sub-network. */
    public static final int NETWORK = 0;
}
