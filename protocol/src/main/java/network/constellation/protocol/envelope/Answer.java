package network.constellation.protocol.envelope;

/** What a legacy answer turned out to be, verified. */
public sealed interface Answer {
    /** The exact bytes of the answer's XML-RPC document (a value or a fault). */
    record Document(byte[] payload) implements Answer {}

    /**
     * The peer says that it has a new key (fault 7025): signed with the key we know, and the certificate passes
     * mnet-wire.md 2.2. Nothing is stored yet: rate limit, members of the directory and alerts are the caller's.
     *
     * @param certificatePem the exact text to store
     */
    record RekeyProposed(String certificatePem) implements Answer {}
}
