package network.constellation.protocol.method.membership;

import java.util.Optional;

/**
 * The hub's word that a site belongs to the network.
 *
 * @param network id, 32 hex digits
 * @param networkName for people
 * @param hubName for people
 * @param fingerprint of the admitted site as the hub saw it, 64 hex digits: shown at both ends
 * @param anchor the network's root key, signed by the hub for this member
 *     ({@link network.constellation.protocol.directory.DirectoryAnchor#open}); empty from a hub of an earlier version
 */
public record Admission(
        String network, String networkName, String hubName, String fingerprint, Optional<byte[]> anchor) {}
