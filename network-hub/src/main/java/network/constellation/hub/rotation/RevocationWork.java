package network.constellation.hub.rotation;

/** Which revocation is worked at. */
public record RevocationWork(String fingerprint) {}
