package network.constellation.peer.subnets;

import java.time.Instant;
import java.util.Optional;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryVersion;

/**
 * A word of the hub.
 *
 * @param at when it came
 * @param newerThan the newest version of the directory that may not tell of it; empty when the hub did not say
 */
record Said(Instant at, Optional<DirectoryVersion> newerThan) {
    static final Said NEVER = new Said(Instant.EPOCH, Optional.empty());

    /** Whether that directory may have been made before the hub decided this. */
    boolean isNewerThan(Directory directory) {
        // Times are told in whole seconds: what was said within the same one may stand in the directory.
        return newerThan
                .map(version -> !directory.version().isAfter(version))
                .orElseGet(() -> at.isAfter(directory.header().issued().plusSeconds(1)));
    }
}
