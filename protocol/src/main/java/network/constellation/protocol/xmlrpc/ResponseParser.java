package network.constellation.protocol.xmlrpc;

import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;
import org.apache.xmlrpc.common.XmlRpcStreamRequestConfig;
import org.apache.xmlrpc.parser.XmlRpcResponseParser;
import org.jspecify.annotations.Nullable;

/** The library's parser of {@code methodResponse}, giving our values; a fault code may also come as a string. */
final class ResponseParser extends XmlRpcResponseParser {
    private @Nullable MethodResponse response;

    ResponseParser(XmlRpcStreamRequestConfig config, ValueTypes types) {
        super(config, types);
    }

    /** Ours instead of the library's, which would look for the cause of a fault to deserialise. */
    @Override
    protected void addResult(Object result) {
        if (response != null) {
            throw new MalformedDocumentException(Reason.MALFORMED, "the answer holds more than one value");
        }
        Value value = result instanceof Value typed ? typed : new Value.Str((String) result);
        response = isSuccess() ? new MethodResponse.Success(value) : failure(value);
    }

    /** Types are found by their namespace; the library's own book of prefixes fails on legal documents. */
    @Override
    public void startPrefixMapping(String prefix, String uri) {}

    @Override
    public void endPrefixMapping(String prefix) {}

    MethodResponse response() {
        if (response == null) {
            throw new MalformedDocumentException(Reason.MALFORMED, "the answer holds no value");
        }
        return response;
    }

    private static MethodResponse failure(Value value) {
        if (value instanceof Value.Struct struct
                && struct.members().get("faultString") instanceof Value.Str text
                && struct.members().containsKey("faultCode")) {
            return new MethodResponse.Failure(code(struct.members().get("faultCode")), text.value());
        }
        throw new MalformedDocumentException(Reason.MALFORMED, "the fault has no faultCode and faultString");
    }

    private static int code(@Nullable Value code) {
        @Nullable Value number = code instanceof Value.Str text ? Scalars.wholeNumber(text.value()) : code;
        if (number instanceof Value.Int whole && whole.value() == (int) whole.value()) {
            return (int) whole.value();
        }
        throw new MalformedDocumentException(Reason.MALFORMED, "the faultCode is no number of 32 bits");
    }
}
