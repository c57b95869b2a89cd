package network.constellation.protocol.envelope;

/** What a body, or the inside of an opened envelope, is. */
public sealed interface Shape {
    /** No envelope: the document itself, not parsed yet. */
    record Plain(byte[] document) implements Shape {}

    /** A {@code signedMessage} (mnet-wire.md 3). Nothing is verified yet. */
    record Signed(SignedPart part) implements Shape {}

    /** An {@code encryptedMessage} (mnet-wire.md 4). Nothing is opened yet. */
    record Sealed(SealedEnvelope envelope) implements Shape {}
}
