package network.constellation.protocol.xml;

import com.ctc.wstx.api.ReaderConfig;
import com.ctc.wstx.exc.WstxException;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.sax.WstxSAXParser;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLStreamException;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * One Woodstox reader with every door shut, and the counters in front of the handler. Not thread-safe: used by one
 * parse at a time, then re-used, as it has learned the names of our documents.
 */
final class GuardedReader extends XMLFilterImpl {
    /** Different names of elements, attributes and prefixes in one document; ours have fewer than a hundred. */
    private static final int MOST_NAMES = 2_000;

    private static final int FEW_NAMES = 500;

    private final Limits limits;
    private final SymbolTable names;
    private final int namesAtFirst;
    private int depth;
    private int elements;

    GuardedReader(Limits limits) {
        this(limits, new WstxSAXParser(new Isolated(), false));
    }

    private GuardedReader(Limits limits, WstxSAXParser parser) {
        super(parser);
        this.limits = limits;
        ReaderConfig config = parser.getStaxConfig();
        config.doSupportNamespaces(true);
        config.doSupportDTDs(false);
        config.doSupportExternalEntities(false);
        config.setMaxAttributesPerElement(limits.attributes());
        refuseDocumentTypes(parser);
        this.names = config.getSymbols();
        this.namesAtFirst = names.size();
    }

    private static void refuseDocumentTypes(WstxSAXParser parser) {
        DefaultHandler2 refusing = new DefaultHandler2() {
            @Override
            public void startDTD(String name, @Nullable String publicId, @Nullable String systemId)
                    throws SAXException {
                throw new Refusal(Reason.DOCTYPE, "it carries a document type declaration");
            }
        };
        try {
            parser.setProperty("http://xml.org/sax/properties/lexical-handler", refusing);
        } catch (SAXException impossible) {
            throw new IllegalStateException("The XML reader cannot be hardened", impossible);
        }
    }

    void read(byte[] document, ContentHandler handler) {
        try {
            read(new InputSource(new ByteArrayInputStream(document)), handler);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @throws IOException what the stream itself throws, as it is */
    void read(InputSource document, ContentHandler handler) throws IOException {
        depth = 0;
        elements = 0;
        setContentHandler(handler);
        try {
            parse(document);
        } catch (SAXParseException ended) {
            throw explain(ended);
        } catch (SAXException malformed) {
            throw new MalformedDocumentException(Reason.MALFORMED, "it is not well-formed: " + malformed.getMessage());
        } finally {
            setContentHandler(null);
        }
    }

    /** Whether what it has learned is still worth keeping: names chosen by a stranger could make it slow. */
    boolean knowsFewNames() {
        return names.size() - namesAtFirst <= FEW_NAMES;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (++depth > limits.elementDepth()) {
            throw new Refusal(Reason.TOO_DEEP, "elements are nested deeper than " + limits.elementDepth());
        }
        if (++elements > limits.elements()) {
            throw new Refusal(Reason.TOO_LARGE, "more than " + limits.elements() + " elements");
        }
        if (qName.length() > limits.nameLength()) {
            throw new Refusal(Reason.TOO_LARGE, "a name is longer than " + limits.nameLength() + " characters");
        }
        int count = attributes.getLength();
        if (count > limits.attributes()) {
            throw new Refusal(Reason.TOO_LARGE, "an element has more than " + limits.attributes() + " attributes");
        }
        requireNotTooManyNames();
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        depth--;
        super.endElement(uri, localName, qName);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        requireNotTooManyNames();
        super.processingInstruction(target, data);
    }

    /** No entity but the five named ones is known; the parser only tells, as it reads no document type. */
    @Override
    public void skippedEntity(String name) throws SAXException {
        throw new Refusal(Reason.MALFORMED, "it refers to an entity " + name);
    }

    /** Their table degrades to a list when a stranger chooses names that collide. */
    private void requireNotTooManyNames() throws Refusal {
        if (names.size() - namesAtFirst > MOST_NAMES) {
            throw new Refusal(Reason.TOO_LARGE, "more than " + MOST_NAMES + " different names");
        }
    }

    /** Whatever ends a parse comes wrapped, be it the parser's own, a refusal of ours or an exception of the handler. */
    private static RuntimeException explain(SAXParseException ended) throws IOException {
        Exception cause = ended.getException();
        if (cause instanceof Refusal refusal) {
            return refusal.asMalformed();
        }
        if (cause instanceof RuntimeException ofHandler) {
            return ofHandler;
        }
        if (cause instanceof WstxIOException
                && cause.getCause() instanceof IOException ofStream
                && !(ofStream instanceof CharConversionException || ofStream instanceof CharacterCodingException)) {
            throw ofStream;
        }
        if (cause instanceof XMLStreamException limit && !(limit instanceof WstxException)) {
            return new MalformedDocumentException(Reason.TOO_LARGE, "a limit of the XML reader is exceeded");
        }
        return new MalformedDocumentException(
                Reason.MALFORMED, "it is not well-formed, line " + ended.getLineNumber() + ": " + ended.getMessage());
    }

    /** Names met in a document stay with the reader that met them, instead of going to a table for the whole process. */
    private static final class Isolated extends WstxInputFactory {
        @Override
        public synchronized void updateSymbolTable(SymbolTable learned) {}
    }
}
