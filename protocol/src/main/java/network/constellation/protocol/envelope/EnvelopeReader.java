package network.constellation.protocol.envelope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.suite.Suite;
import network.constellation.protocol.envelope.Grammar.Field;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xml.XmlReader;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Tells the shape of a body and takes an envelope apart, without any key (mnet-wire.md 3.1 and 4). One pass of the
 * hardened reader; names compare without case and without namespaces; repeated elements are concatenated, unknown ones
 * ignored, ciphertexts are positional. Thread-safe.
 */
public final class EnvelopeReader {
    /** Longer than any wwwroot, timestamp or digest, short enough to quote in a log. */
    static final int MAX_SHORT_TEXT = 1_024;

    static final int MAX_FACTS = 8_192;
    private static final byte[] EMPTY = new byte[0];

    private final XmlReader xml;
    private final CanonicalForm canonical = new CanonicalForm();

    public EnvelopeReader(XmlReader xml) {
        this.xml = xml;
    }

    /**
     * @throws EnvelopeException {@code malformed}, {@code doctype}, {@code too-large}, {@code truncated}
     */
    public Shape read(byte[] body) {
        Optional<SealedEnvelope> ours = fits(body) ? canonical.sealed(body) : Optional.empty();
        return ours.isPresent() ? new Shape.Sealed(ours.get()) : readXml(body);
    }

    private boolean fits(byte[] document) {
        return document.length <= xml.limits().documentBytes();
    }

    /** As {@link #read}, whatever the document looks like. */
    Shape readXml(byte[] body) {
        Collector collector = new Collector(xml.limits().documentBytes(), false);
        try {
            xml.parse(body, collector);
        } catch (PlainDocument plain) {
            return new Shape.Plain(body);
        } catch (MalformedDocumentException malformed) {
            throw new EnvelopeException(outside(malformed), "The body is refused: " + malformed.getMessage());
        }
        return collector.shape(body, Refusal.MALFORMED);
    }

    /**
     * The same for what came out of an encrypted envelope: every fault of form is the one fault of a message that
     * does not open (protocol-security.md 2). Never {@link Shape.Sealed}; a bare document is read to its end, as only
     * well-formed inner XML may have a fault of its own.
     */
    public Shape readInside(byte[] opened) {
        Optional<SignedPart> ours = fits(opened) ? canonical.signed(opened) : Optional.empty();
        return ours.isPresent() ? new Shape.Signed(ours.get()) : readXmlInside(opened);
    }

    /** As {@link #readInside}, whatever the document looks like. */
    Shape readXmlInside(byte[] opened) {
        Collector collector = new Collector(xml.limits().documentBytes(), true);
        try {
            xml.parse(opened, collector);
        } catch (MalformedDocumentException malformed) {
            Refusal refusal = malformed.reason() == MalformedDocumentException.Reason.DOCTYPE
                    ? Refusal.DOCTYPE_INSIDE
                    : Refusal.MALFORMED_INSIDE;
            throw new EnvelopeException(refusal, "The opened envelope is refused: " + malformed.getMessage());
        }
        Shape shape = collector.shape(opened, Refusal.MALFORMED_INSIDE);
        return shape instanceof Shape.Sealed ? new Shape.Plain(opened) : shape;
    }

    private static Refusal outside(MalformedDocumentException malformed) {
        return switch (malformed.reason()) {
            case DOCTYPE -> Refusal.DOCTYPE;
            case TOO_LARGE, TOO_DEEP -> Refusal.TOO_LARGE;
            case MALFORMED -> Refusal.MALFORMED;
        };
    }

    /** Ends the pass at the root of a document that is no envelope: the codec will read it anyway. */
    private static final class PlainDocument extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PlainDocument() {
            super("not an envelope", null, false, false);
        }
    }

    /** One pass: text belongs to the innermost element. */
    private static final class Collector extends DefaultHandler {
        private final int limit;
        private final boolean readPlainToEnd;
        private final List<TextSink> ciphers = new ArrayList<>(2);
        private final TextSink digest = new TextSink(MAX_SHORT_TEXT);
        private final TextSink signature = new TextSink(MAX_FACTS);
        private final TextSink wwwroot = new TextSink(MAX_SHORT_TEXT);
        private final TextSink timestamp = new TextSink(MAX_SHORT_TEXT);
        private final TextSink window = new TextSink(MAX_FACTS);
        private final TextSink header = new TextSink(MAX_FACTS);
        private final TextSink object;
        private final TextSink ignored = new TextSink(0);
        private TextSink[] open = new TextSink[16];
        private int depth;
        private Field root = Field.OTHER;
        private boolean hpke;
        private boolean ed25519;

        Collector(int limit, boolean readPlainToEnd) {
            this.limit = limit;
            this.readPlainToEnd = readPlainToEnd;
            this.object = new TextSink(limit);
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            Field field = Grammar.field(name);
            if (depth == 0) {
                root = field;
                if (!readPlainToEnd && field != Field.ENCRYPTED_MESSAGE && field != Field.SIGNED_MESSAGE) {
                    throw new PlainDocument();
                }
            }
            if (depth == open.length) {
                open = Arrays.copyOf(open, depth * 2);
            }
            open[depth++] = sink(field, attributes);
        }

        private TextSink sink(Field field, Attributes attributes) {
            switch (field) {
                case CIPHER_VALUE -> {
                    TextSink cipher = new TextSink(limit);
                    ciphers.add(cipher);
                    return cipher;
                }
                case DIGEST_VALUE -> {
                    return digest;
                }
                case SIGNATURE_VALUE -> {
                    return signature;
                }
                case OBJECT -> {
                    return object;
                }
                case WWWROOT -> {
                    return wwwroot;
                }
                case TIMESTAMP -> {
                    return timestamp;
                }
                case WINDOW -> {
                    return window;
                }
                case HEADER -> {
                    return header;
                }
                case ENCRYPTION_METHOD -> hpke |= Grammar.HPKE.equals(attributes.getValue("Algorithm"));
                case SIGNATURE_METHOD -> ed25519 |= Grammar.ED25519.equals(attributes.getValue("Algorithm"));
                case ENCRYPTED_MESSAGE, SIGNED_MESSAGE, OTHER -> {}
            }
            return ignored;
        }

        @Override
        public void characters(char[] characters, int start, int length) throws SAXException {
            TextSink sink = open[depth - 1];
            if (sink != ignored) {
                sink.append(characters, start, length);
            }
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            depth--;
        }

        Shape shape(byte[] document, Refusal malformed) {
            if (digest.overflowed()
                    || signature.overflowed()
                    || wwwroot.overflowed()
                    || timestamp.overflowed()
                    || window.overflowed()
                    || header.overflowed()) {
                throw new EnvelopeException(malformed, "A field of the envelope is too long.");
            }
            return switch (root) {
                case ENCRYPTED_MESSAGE -> new Shape.Sealed(sealed(malformed));
                case SIGNED_MESSAGE -> new Shape.Signed(signed(malformed));
                default -> new Shape.Plain(document);
            };
        }

        private SealedEnvelope sealed(Refusal malformed) {
            if (ciphers.size() < 2) {
                throw new EnvelopeException(malformed, "The encrypted envelope has fewer than two cipher values.");
            }
            // The last is the key and the one before it the data, whatever stands around them (mnet-wire.md 4).
            byte[] key = ciphers.get(ciphers.size() - 1).decoded();
            byte[] data = ciphers.get(ciphers.size() - 2).decoded();
            if (data == null) {
                throw new EnvelopeException(Refusal.TRUNCATED, "The data of the envelope is no complete base64 text.");
            }
            byte[] facts = hpke ? window.decoded() : EMPTY;
            if (facts == null) {
                throw new EnvelopeException(malformed, "The facts of the window are no base64 text.");
            }
            return new SealedEnvelope(
                    hpke ? Suite.MODERN : Suite.LEGACY, wwwroot.text(), key == null ? EMPTY : key, data, facts);
        }

        private SignedPart signed(Refusal malformed) {
            byte[] payload = object.decoded();
            if (payload == null) {
                throw new EnvelopeException(malformed, "The object of the signed envelope is no base64 text.");
            }
            byte[] value = signature.decoded();
            byte[] facts = ed25519 ? header.decoded() : EMPTY;
            if (facts == null) {
                throw new EnvelopeException(malformed, "The signed header is no base64 text.");
            }
            return new SignedPart(
                    ed25519 ? Suite.MODERN : Suite.LEGACY,
                    payload,
                    digest.text().strip(),
                    value == null ? EMPTY : value,
                    !signature.isEmpty(),
                    wwwroot.text(),
                    timestamp.text().strip(),
                    facts);
        }
    }
}
