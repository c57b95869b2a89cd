package network.constellation.protocol.envelope;

import java.time.Instant;
import java.util.Arrays;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;

/** The byte form of the signed header and of what is signed (docs/protocol/modern-suite.md 6). */
final class HeaderCodec {
    private static final String PREFIX = "constellation:header:1";
    /** Year 9999; keeps times within what every date class can hold. */
    private static final long MAX_MILLIS = 253_402_300_799_999L;

    private HeaderCodec() {}

    /** The beginning that all headers of a window and direction share: its whole context, as seen by this direction. */
    static byte[] head(ModernContext context, Direction direction) {
        FieldWriter out = new FieldWriter(PREFIX);
        writeContext(out, context, direction);
        return out.bytes();
    }

    /** @param head of the window, in the message's own direction */
    static byte[] encode(byte[] head, ModernHeader header) {
        return FieldWriter.after(head)
                .add(header.messageId())
                .add(header.time().toEpochMilli())
                .add(header.suspensionSequence())
                .add(header.requestId())
                .add(header.news().recipientKey())
                .add(header.news().currentFingerprint())
                .bytes();
    }

    /** What Ed25519 signs: the prefix of the kind, the header as it travels, and the digest of the payload. */
    static byte[] signedBytes(Direction direction, byte[] header, byte[] payloadDigest) {
        return new FieldWriter(direction.prefix().text())
                .add(header)
                .add(payloadDigest)
                .bytes();
    }

    /**
     * Reads a header whose signature already held, and refuses it unless it was made for this very context and
     * direction.
     *
     * @param head of the window, in the direction that is expected
     * @throws EnvelopeException {@code wrong-context}, {@code malformed}
     */
    static ModernHeader decode(byte[] encoded, byte[] head, Direction direction) {
        if (encoded.length < head.length || !Arrays.equals(encoded, 0, head.length, head, 0, head.length)) {
            throw new EnvelopeException(
                    Refusal.WRONG_CONTEXT,
                    "The message was signed for another suite, network, direction, sender, recipient or window.");
        }
        try {
            FieldReader in = FieldReader.after(encoded, head.length);
            byte[] messageId = in.bytes();
            long millis = in.number();
            long sequence = in.number();
            byte[] requestId = in.bytes();
            News news = new News(in.bytes(), in.bytes());
            in.end();
            if (messageId.length != ModernHeader.ID_LENGTH
                    || requestId.length != (direction == Direction.ANSWER ? ModernHeader.ID_LENGTH : 0)
                    || millis < 0
                    || millis > MAX_MILLIS
                    || sequence < 0) {
                throw new EnvelopeException(Refusal.MALFORMED_INSIDE, "The signed header has an impossible field.");
            }
            return new ModernHeader(messageId, Instant.ofEpochMilli(millis), sequence, requestId, news);
        } catch (MalformedFieldsException malformed) {
            throw new EnvelopeException(Refusal.MALFORMED_INSIDE, "The signed header: " + malformed.getMessage());
        }
    }

    private static void writeContext(FieldWriter out, ModernContext context, Direction direction) {
        WindowFacts facts = context.facts();
        boolean request = direction == Direction.REQUEST;
        out.add(direction.label())
                .add(ModernContext.SUITE)
                .add(facts.network())
                .add((request ? context.caller() : context.callee()).value())
                .add((request ? context.callee() : context.caller()).value())
                .add(request ? facts.senderFingerprint() : facts.recipientFingerprint())
                .add(request ? facts.recipientFingerprint() : facts.senderFingerprint())
                .add(facts.recipientKey())
                .add(context.encapsulated());
    }
}
