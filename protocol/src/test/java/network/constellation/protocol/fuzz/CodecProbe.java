package network.constellation.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xmlrpc.Dialect;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** What must hold for any bytes: refused in one known way, or read, and then written and read again the same. */
final class CodecProbe {
    private CodecProbe() {}

    /** @return whether the bytes were acceptable as a call or an answer */
    static boolean probe(XmlRpcCodec codec, byte[] document) {
        return probeCall(codec, document) | probeAnswer(codec, document);
    }

    private static boolean probeCall(XmlRpcCodec codec, byte[] document) {
        MethodCall call;
        try {
            call = codec.readCall(document).call();
        } catch (MalformedDocumentException refused) {
            return false;
        }
        if (call.arguments().stream().noneMatch(CodecProbe::losesSomething)) {
            assertThat(codec.readCall(codec.writeCall(call)).call()).isEqualTo(call);
        }
        return true;
    }

    private static boolean probeAnswer(XmlRpcCodec codec, byte[] document) {
        MethodResponse response;
        try {
            response = codec.readResponse(document);
        } catch (MalformedDocumentException refused) {
            return false;
        }
        boolean loses = response instanceof MethodResponse.Success success && losesSomething(success.value());
        if (!loses) {
            assertThat(codec.readResponse(codec.writeResponse(response, Dialect.PLAIN)))
                    .isEqualTo(response);
        }
        return true;
    }

    /** Nil goes out as an empty string. */
    private static boolean losesSomething(Value value) {
        if (value instanceof Value.Arr array) {
            return array.items().stream().anyMatch(CodecProbe::losesSomething);
        }
        if (value instanceof Value.Struct struct) {
            return struct.members().values().stream().anyMatch(CodecProbe::losesSomething);
        }
        return value instanceof Value.Nil;
    }
}
