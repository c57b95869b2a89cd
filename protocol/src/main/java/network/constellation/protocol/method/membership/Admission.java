package network.constellation.protocol.method.membership;

/**
 * The hub's word that a site belongs to the network.
 *
 * @param network id, 32 hex digits
 * @param networkName for people
 * @param hubName for people
 * @param fingerprint of the admitted site as the hub saw it, 64 hex digits: shown at both ends
 */
public record Admission(String network, String networkName, String hubName, String fingerprint) {}
