package network.constellation.protocol.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.suite.Suite;

/**
 * Recognises a modern envelope that is byte for byte as {@link ModernText} writes it, and takes it apart without an XML
 * reader: that is what our own nodes send, and reading it as XML was a fifth of the cost of a call. Whatever differs by
 * one byte outside the values, or holds a value that is not plain, is not recognised and goes the way of all XML; what is
 * recognised means the same there (CanonicalFormTest).
 */
final class CanonicalForm {
    private static final int MOST_TEXT = EnvelopeReader.MAX_SHORT_TEXT;
    private static final int MOST_FACTS = EnvelopeReader.MAX_FACTS;

    private final List<byte[]> sealed =
            ModernText.SEALED.stream().map(CanonicalForm::bytes).toList();
    private final List<byte[]> signed =
            ModernText.SIGNED.stream().map(CanonicalForm::bytes).toList();

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** An encrypted envelope in our own form. */
    Optional<SealedEnvelope> sealed(byte[] document) {
        Scanner in = new Scanner(document, sealed);
        byte[] data = in.base64(document.length);
        byte[] key = in.base64(document.length);
        byte[] window = in.base64(MOST_FACTS);
        String wwwroot = in.text();
        return in.isWhole()
                ? Optional.of(new SealedEnvelope(Suite.MODERN, wwwroot, key, data, window))
                : Optional.empty();
    }

    /** A signed envelope in our own form. */
    Optional<SignedPart> signed(byte[] document) {
        Scanner in = new Scanner(document, signed);
        String digest = in.text();
        byte[] signature = in.base64(MOST_FACTS);
        byte[] header = in.base64(MOST_FACTS);
        byte[] payload = in.base64(document.length);
        String wwwroot = in.text();
        String timestamp = in.text();
        return in.isWhole() && signature.length > 0
                ? Optional.of(
                        new SignedPart(Suite.MODERN, payload, digest, signature, true, wwwroot, timestamp, header))
                : Optional.empty();
    }

    /** Goes through a document value by value; once something does not fit, it stays failed. */
    private static final class Scanner {
        private static final byte[] NONE = new byte[0];

        private final byte[] document;
        /** The same, as a text is searched many bytes at a time. */
        private final String text;

        private final List<byte[]> literals;
        private int at;
        private int next;
        private boolean failed;

        Scanner(byte[] document, List<byte[]> literals) {
            this.document = document;
            this.literals = literals;
            literal();
            this.text = failed ? "" : new String(document, ISO_8859_1);
        }

        private void literal() {
            byte[] expected = literals.get(next++);
            int end = at + expected.length;
            failed |= end > document.length || !Arrays.equals(document, at, end, expected, 0, expected.length);
            at = end;
        }

        /** Base64 without white space, with its padding. */
        byte[] base64(int most) {
            int start = at;
            int end = valueEnd();
            if (failed || end - start > most || (end - start) % 4 != 0) {
                failed = true;
                return NONE;
            }
            literal();
            try {
                return Base64.getDecoder().decode(Arrays.copyOfRange(document, start, end));
            } catch (IllegalArgumentException notBase64) {
                failed = true;
                return NONE;
            }
        }

        /** Characters that stand for themselves in XML. */
        String text() {
            int start = at;
            int end = valueEnd();
            if (failed || end - start > MOST_TEXT) {
                failed = true;
                return "";
            }
            for (int i = start; i < end; i++) {
                failed |= document[i] <= ' ' || document[i] > '~' || document[i] == '&' || document[i] == '>';
            }
            literal();
            return text.substring(start, end);
        }

        private int valueEnd() {
            int found = text.indexOf('<', at);
            at = found < 0 ? document.length : found;
            return at;
        }

        boolean isWhole() {
            return !failed && at == document.length;
        }
    }
}
