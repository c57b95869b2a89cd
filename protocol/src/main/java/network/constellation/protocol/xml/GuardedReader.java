package network.constellation.protocol.xml;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * One JDK SAX reader with every door shut, and the counters in front of the handler. Not thread-safe: used by one
 * parse at a time, then re-used, as building one costs more than parsing a small call.
 */
final class GuardedReader extends XMLFilterImpl {
    private static final String APACHE = "http://apache.org/xml/features/";
    private static final String SAX = "http://xml.org/sax/features/";

    private final Limits limits;
    private int depth;
    private int elements;

    GuardedReader(Limits limits) {
        super(hardened());
        this.limits = limits;
        setEntityResolver((publicId, systemId) -> {
            throw new Refusal(Reason.DOCTYPE, "it refers to an external entity");
        });
        setErrorHandler(new Strict());
    }

    void read(byte[] document, ContentHandler handler) {
        try {
            readStream(new ByteArrayInputStream(document), handler);
        } catch (IOException malformed) {
            throw new MalformedDocumentException(Reason.MALFORMED, "it is not well-formed: " + malformed.getMessage());
        }
    }

    void readStream(InputStream document, ContentHandler handler) throws IOException {
        depth = 0;
        elements = 0;
        setContentHandler(handler);
        try {
            parse(new InputSource(document));
        } catch (Refusal refusal) {
            throw refusal.asMalformed();
        } catch (SAXParseException malformed) {
            throw explain(malformed);
        } catch (SAXException | CharConversionException malformed) {
            throw new MalformedDocumentException(Reason.MALFORMED, "it is not well-formed: " + malformed.getMessage());
        } finally {
            setContentHandler(null);
        }
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
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        depth--;
        super.endElement(uri, localName, qName);
    }

    private static XMLReader hardened() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setValidating(false);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(APACHE + "disallow-doctype-decl", true);
            factory.setFeature(APACHE + "nonvalidating/load-external-dtd", false);
            factory.setFeature(SAX + "external-general-entities", false);
            factory.setFeature(SAX + "external-parameter-entities", false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException impossible) {
            throw new IllegalStateException("This Java runtime has no XML reader that can be hardened", impossible);
        }
    }

    /**
     * The JDK reader knows no exception types for these, only texts; the words looked for are names of features and
     * message keys, which are not translated.
     */
    private static MalformedDocumentException explain(SAXParseException malformed) {
        String message = String.valueOf(malformed.getMessage());
        if (message.contains("disallow-doctype-decl")) {
            return new MalformedDocumentException(Reason.DOCTYPE, "it carries a document type declaration");
        }
        if (message.toUpperCase(Locale.ROOT).startsWith("JAXP0001")) {
            return new MalformedDocumentException(Reason.TOO_LARGE, "a limit of the XML reader is exceeded");
        }
        return new MalformedDocumentException(
                Reason.MALFORMED, "it is not well-formed, line " + malformed.getLineNumber() + ": " + message);
    }

    /** The default handler prints to standard error. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(@Nullable SAXParseException harmless) {}

        @Override
        public void error(SAXParseException malformed) throws SAXException {
            throw malformed;
        }

        @Override
        public void fatalError(SAXParseException malformed) throws SAXException {
            throw malformed;
        }
    }
}
