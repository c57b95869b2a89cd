package network.constellation.protocol.method.membership;

import java.util.List;
import java.util.Optional;
import network.constellation.protocol.directory.DirectoryVersion;

/**
 * What the hub tells one member about another.
 *
 * @param wwwroot of the member that is introduced
 * @param bundle its public bundle, PEM
 * @param fingerprint of its whole identity, 64 hex digits
 * @param subnetwork number of the sub-network that both belong to
 * @param publish services that the receiver shall publish to it
 * @param subscribe services that the receiver shall subscribe to at it
 * @param newerThan the newest version of the directory that may not tell of this; empty when the hub does not say
 */
public record Introduction(
        String wwwroot,
        String name,
        String application,
        String bundle,
        String fingerprint,
        long subnetwork,
        String subnetworkName,
        List<String> publish,
        List<String> subscribe,
        Optional<DirectoryVersion> newerThan) {
    public Introduction {
        publish = List.copyOf(publish);
        subscribe = List.copyOf(subscribe);
    }
}
