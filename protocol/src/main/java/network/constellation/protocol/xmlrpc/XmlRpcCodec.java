package network.constellation.protocol.xmlrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.compat.ByteReferences;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.Declaration;
import network.constellation.protocol.xml.XmlReader;
import org.apache.xmlrpc.common.XmlRpcHttpRequestConfigImpl;

/**
 * Between XML-RPC documents and typed values (mnet-wire.md 10). Reads with the parsers of the Apache library behind
 * our hardened reader and our own types (its extensions and exceptions stay off); writes the text forms of the field
 * itself, byte for byte. Thread-safe.
 */
public final class XmlRpcCodec {
    private static final int LONGEST_HEAD = 400;

    private final XmlReader reader;
    private final Limits limits;
    private final ValueTypes types = new ValueTypes();
    private final XmlRpcHttpRequestConfigImpl everythingOff = new XmlRpcHttpRequestConfigImpl();

    public XmlRpcCodec(XmlReader reader) {
        this.reader = reader;
        this.limits = reader.limits();
    }

    /** @throws network.constellation.protocol.xml.MalformedDocumentException when it is not an acceptable call */
    public DecodedCall readCall(byte[] document) {
        Dialect dialect = Dialect.ofCall(document);
        CallParser parser = new CallParser(everythingOff, types, limits);
        reader.parse(dialect == Dialect.PHP_EXTENSION ? ByteReferences.repair(document) : document, parser);
        return new DecodedCall(parser.call(), dialect);
    }

    /** @throws network.constellation.protocol.xml.MalformedDocumentException when it is not an acceptable answer */
    public MethodResponse readResponse(byte[] document) {
        boolean byteReferences = Dialect.ofCall(document) == Dialect.PHP_EXTENSION && !holdsFault(document);
        ResponseParser parser = new ResponseParser(everythingOff, types);
        reader.parse(byteReferences ? ByteReferences.repair(document) : document, parser);
        return parser.response();
    }

    /** Always raw UTF-8, in the layout of phpxmlrpc, which every known receiver reads rightly. */
    public byte[] writeCall(MethodCall call) {
        return new CompactWriter(TextForm.RAW).call(call).getBytes(UTF_8);
    }

    /** In the form that the sender of a call in this dialect expects; faults have one form for all (9.1). */
    public byte[] writeResponse(MethodResponse response, Dialect dialect) {
        if (response instanceof MethodResponse.Failure failure) {
            return FaultText.of(failure).getBytes(UTF_8);
        }
        MethodResponse.Success success = (MethodResponse.Success) response;
        String text = dialect == Dialect.PHP_EXTENSION
                ? new PrettyWriter().response(success.value())
                : new CompactWriter(dialect == Dialect.PHPXMLRPC ? TextForm.CODE_POINTS : TextForm.RAW)
                        .response(success.value());
        return text.getBytes(UTF_8);
    }

    /** Faults are raw UTF-8 in every dialect, so references in them are what they say. */
    private static boolean holdsFault(byte[] document) {
        int start = Declaration.of(document).text().length();
        String head = new String(document, 0, Math.min(document.length, start + LONGEST_HEAD), ISO_8859_1);
        int root = head.indexOf("<methodResponse");
        int child = root < 0 ? -1 : head.indexOf('<', root + 1);
        return child >= 0 && head.startsWith("<fault", child);
    }
}
