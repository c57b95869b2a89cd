package network.constellation.peer.peers;

import java.time.Instant;
import network.constellation.keys.identity.PublicIdentity;

/** Keys that a peer had before. @param how they were replaced, such as {@code rekey} or {@code administrator} */
public record FormerKey(PublicIdentity identity, String fingerprint, Instant since, Instant replaced, String how) {}
