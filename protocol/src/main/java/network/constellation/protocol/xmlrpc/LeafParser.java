package network.constellation.protocol.xmlrpc;

import java.util.function.Function;
import network.constellation.protocol.call.Value;
import org.apache.xmlrpc.parser.AtomicParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** A value without values inside: its text, turned into a {@link Value}. What follows it in its value is refused. */
final class LeafParser extends AtomicParser {
    private final Function<String, Value> reading;
    private boolean finished;

    LeafParser(Function<String, Value> reading) {
        this.reading = reading;
    }

    @Override
    protected void setResult(String text) {
        finished = true;
        setResult(reading.apply(text));
    }

    @Override
    public void startElement(String uri, String localName, String qName, @Nullable Attributes attributes)
            throws SAXException {
        if (finished) {
            throw ContainerParser.refuse("<" + qName + ">");
        }
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (!finished) {
            super.characters(text, start, length);
        } else if (!isEmpty(text, start, length)) {
            throw ContainerParser.refuse("text after a value");
        }
    }
}
