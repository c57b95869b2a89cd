package network.constellation.protocol.xmlrpc;

import java.util.ArrayList;
import java.util.List;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.XmlRpcRequestParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The library's parser of {@code methodCall}, with an end to the length of the method name. */
final class CallParser extends XmlRpcRequestParser {
    private final Limits limits;

    CallParser(XmlRpcStreamConfig config, ValueTypes types, Limits limits) {
        super(config, types);
        this.limits = limits;
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

    MethodCall call() {
        @Nullable String name = getMethodName();
        if (name == null) {
            throw new MalformedDocumentException(Reason.MALFORMED, "the call names no method");
        }
        // Null where the call has no <params>.
        @Nullable List<?> params = getParams();
        List<Value> arguments = new ArrayList<>();
        if (params != null) {
            for (Object param : params) {
                arguments.add(param instanceof Value typed ? typed : new Value.Str((String) param));
            }
        }
        return new MethodCall(name, arguments);
    }
}
