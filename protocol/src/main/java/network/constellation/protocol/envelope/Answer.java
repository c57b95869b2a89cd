package network.constellation.protocol.envelope;

import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.protocol.call.MethodResponse;

/** What a legacy answer turned out to be, verified. */
public sealed interface Answer {
    /**
     * A value or a fault.
     *
     * @param payload the exact bytes of the document
     */
    record Document(byte[] payload, MethodResponse response) implements Answer {}

    /**
     * The peer says that it has a new key (fault 7025): signed with the key we know, and the certificate passes
     * mnet-wire.md 2.2. Nothing is stored yet: rate limit, members of the directory, keys that another peer uses
     * already, and alerts are the caller's.
     */
    record RekeyProposed(SiteCertificate certificate) implements Answer {}
}
