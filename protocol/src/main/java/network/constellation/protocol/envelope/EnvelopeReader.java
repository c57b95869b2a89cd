package network.constellation.protocol.envelope;

/**
 * Tells the shape of a body and takes an envelope apart, without any key (mnet-wire.md 3.1 and 4). One pass of the
 * hardened reader; names compare without case and without namespaces; repeated elements are concatenated, unknown ones
 * ignored, ciphertexts are positional. Thread-safe.
 */
public final class EnvelopeReader {

    /**
     * @throws EnvelopeException {@code malformed}, {@code doctype}, {@code too-large}, {@code truncated}
     */
    public Shape read(byte[] body) {
        throw new UnsupportedOperationException("lands in minutes");
    }

    /**
     * The same for what came out of an encrypted envelope: every fault of form is the one fault of a message that
     * does not open (protocol-security.md 2). Never {@link Shape.Sealed}.
     */
    public Shape readInside(byte[] opened) {
        throw new UnsupportedOperationException("lands in minutes");
    }
}
