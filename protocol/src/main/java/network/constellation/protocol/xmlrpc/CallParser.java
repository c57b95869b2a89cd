package network.constellation.protocol.xmlrpc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.XmlRpcRequestParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The library's parser of {@code methodCall}, made stricter: one value in each {@code param}, nothing twice, and an end
 * to the length of the method name.
 */
final class CallParser extends XmlRpcRequestParser {
    private static final int PARAM_LEVEL = 2;

    private final Limits limits;
    private final List<Value> arguments = new ArrayList<>();
    private final Set<String> parts = new HashSet<>();
    private int level;
    private boolean valueSeen;

    CallParser(XmlRpcStreamConfig config, ValueTypes types, Limits limits) {
        super(config, types);
        this.limits = limits;
    }

    MethodCall call() {
        @Nullable String name = getMethodName();
        if (name == null || name.isEmpty()) {
            throw refused("the call names no method");
        }
        return new MethodCall(name, arguments);
    }

    @Override
    public void startElement(String uri, String localName, String qName, @Nullable Attributes attributes)
            throws SAXException {
        if (level == 1 && !parts.add(localName)) {
            throw refused("the call has a second " + localName);
        }
        if (level == PARAM_LEVEL) {
            valueSeen = false;
        }
        level++;
        super.startElement(uri, localName, qName, attributes);
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        level--;
        super.endElement(uri, localName, qName);
        if (level == PARAM_LEVEL && !valueSeen) {
            throw refused("a param without value");
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        super.characters(text, start, length);
        // The library joins the pieces of a name one by one: without this, quadratic work for a name of megabytes.
        @Nullable String name = getMethodName();
        if (name != null && name.length() > limits.methodLength()) {
            throw new MalformedDocumentException(
                    Reason.TOO_LARGE, "the method name is longer than " + limits.methodLength() + " characters");
        }
    }

    @Override
    protected void addResult(Object result) {
        if (valueSeen) {
            throw refused("a param with two values");
        }
        valueSeen = true;
        arguments.add(result instanceof Value typed ? typed : new Value.Str((String) result));
    }

    /** Types are found by their namespace; the library's own book of prefixes fails on legal documents. */
    @Override
    public void startPrefixMapping(String prefix, String uri) {}

    @Override
    public void endPrefixMapping(String prefix) {}

    private static MalformedDocumentException refused(String why) {
        return new MalformedDocumentException(Reason.MALFORMED, why);
    }
}
