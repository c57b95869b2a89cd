package network.constellation.protocol.xmlrpc;

import org.apache.ws.commons.util.NamespaceContextImpl;
import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.parser.TypeParser;
import org.apache.xmlrpc.serializer.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Which element makes which {@link network.constellation.protocol.call.Value} (mnet-wire.md 10.2). Besides the
 * classic types, {@code i8} and {@code nil} are read, with the extension namespace or without; nothing else is.
 */
final class ValueTypes implements TypeFactory {
    private static final String EXTENSIONS = "http://ws.apache.org/xmlrpc/namespaces/extensions";

    @Override
    public @Nullable TypeParser getParser(
            XmlRpcStreamConfig config, NamespaceContextImpl context, String uri, String localName) {
        if (EXTENSIONS.equals(uri)) {
            return switch (localName) {
                case "i8" -> new LeafParser(Scalars::wholeNumber);
                case "nil" -> new LeafParser(Scalars::nil);
                default -> null;
            };
        }
        if (!uri.isEmpty()) {
            return null;
        }
        return switch (localName) {
            case "string" -> new LeafParser(Scalars::string);
            case "int", "i4", "i8", "i2", "i1" -> new LeafParser(Scalars::wholeNumber);
            case "boolean" -> new LeafParser(Scalars::truth);
            case "double" -> new LeafParser(Scalars::number);
            case "dateTime.iso8601" -> new LeafParser(Scalars::date);
            case "base64" -> new LeafParser(Scalars::bytes);
            case "nil" -> new LeafParser(Scalars::nil);
            case "array" -> new ArrayParser(config, context, this);
            case "struct" -> new StructParser(config, context, this);
            default -> null;
        };
    }

    /** Writing is ours (see {@link CompactWriter}). */
    @Override
    public TypeSerializer getSerializer(XmlRpcStreamConfig config, Object value) {
        throw new UnsupportedOperationException("Values are not written through the library.");
    }
}
