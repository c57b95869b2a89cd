package network.constellation.protocol.xmlrpc;

import network.constellation.protocol.call.Value;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;
import org.apache.ws.commons.util.NamespaceContextImpl;
import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.RecursiveTypeParserImpl;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * What arrays and structs have in common: levels of own elements above a {@code value}, whose content the library
 * hands to the parser of its type. Subclasses say which element may stand at which level.
 */
abstract class ContainerParser extends RecursiveTypeParserImpl {
    private final int valueLevel;
    private int level;
    private boolean finished;

    /** @param valueLevel how many elements enclose a {@code value}, the outermost of this type included */
    ContainerParser(XmlRpcStreamConfig config, NamespaceContextImpl context, TypeFactory types, int valueLevel) {
        super(config, context, types);
        this.valueLevel = valueLevel;
    }

    /** An element of our own begins. */
    abstract void open(int level, String name);

    /** An element of our own ends. */
    abstract void close(int level, String name);

    abstract void take(Value value);

    /** Text directly inside our elements; by default only white space. */
    void text(int level, char[] text, int start, int length) {
        if (!isEmpty(text, start, length)) {
            throw refuse("text between elements");
        }
    }

    @Override
    public final void startElement(String uri, String localName, String qName, @Nullable Attributes attributes)
            throws SAXException {
        if (finished || inOwnLeaf()) {
            throw refuse("<" + qName + ">");
        }
        int here = level++;
        if (here > valueLevel) {
            super.startElement(uri, localName, qName, attributes);
        } else if (!uri.isEmpty()) {
            throw refuse("<" + qName + ">");
        } else if (here == valueLevel && "value".equals(localName)) {
            open(here, localName);
            startValueTag();
        } else {
            open(here, localName);
        }
    }

    @Override
    public final void endElement(String uri, String localName, String qName) throws SAXException {
        int here = --level;
        if (here > valueLevel) {
            super.endElement(uri, localName, qName);
        } else if (here == valueLevel && "value".equals(localName)) {
            endValueTag();
            close(here, localName);
        } else {
            close(here, localName);
        }
        finished = level == 0;
    }

    @Override
    public final void characters(char[] text, int start, int length) throws SAXException {
        if (inValue()) {
            super.characters(text, start, length);
        } else {
            text(level, text, start, length);
        }
    }

    /** Whether the text and elements that come belong to a value. */
    private boolean inValue() {
        return level > valueLevel && !inOwnLeaf();
    }

    /** Whether an element of ours that stands beside {@code value} is open. */
    boolean inOwnLeaf() {
        return false;
    }

    @Override
    protected final void addResult(Object value) {
        // An untyped <value> comes as a plain string from the library.
        take(value instanceof Value typed ? typed : new Value.Str((String) value));
    }

    static MalformedDocumentException refuse(String unexpected) {
        return new MalformedDocumentException(Reason.MALFORMED, unexpected + " is not expected here");
    }
}
