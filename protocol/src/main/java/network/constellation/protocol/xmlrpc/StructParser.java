package network.constellation.protocol.xmlrpc;

import java.util.LinkedHashMap;
import java.util.Map;
import network.constellation.protocol.call.Value;
import org.apache.ws.commons.util.NamespaceContextImpl;
import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.jspecify.annotations.Nullable;

/**
 * {@code <struct><member><name>...<value>...</struct>}, keeping the order of the document. A member without a name or
 * a value, or a name twice, is refused: which of two would count differs between implementations.
 */
final class StructParser extends ContainerParser {
    private final Map<String, Value> members = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inName;
    private @Nullable String name;
    private @Nullable Value value;

    StructParser(XmlRpcStreamConfig config, NamespaceContextImpl context, TypeFactory types) {
        super(config, context, types, 2);
    }

    @Override
    void open(int level, String element) {
        boolean expected = switch (level) {
            case 0 -> "struct".equals(element);
            case 1 -> "member".equals(element);
            default -> "name".equals(element) && name == null || "value".equals(element) && value == null;
        };
        if (!expected) {
            throw refuse("<" + element + ">");
        }
        if (level == 1) {
            name = null;
            value = null;
        } else if ("name".equals(element)) {
            inName = true;
            text.setLength(0);
        }
    }

    @Override
    void close(int level, String element) {
        if (level == 0) {
            setResult(new Value.Struct(members));
        } else if (level == 1) {
            complete();
        } else if ("name".equals(element)) {
            inName = false;
            name = text.toString();
        }
    }

    private void complete() {
        if (name == null || value == null) {
            throw refuse("a member without " + (name == null ? "name" : "value"));
        }
        if (members.putIfAbsent(name, value) != null) {
            throw refuse("a second member of one name");
        }
    }

    @Override
    void text(int level, char[] characters, int start, int length) {
        if (inName) {
            text.append(characters, start, length);
        } else {
            super.text(level, characters, start, length);
        }
    }

    @Override
    boolean inOwnLeaf() {
        return inName;
    }

    @Override
    void take(Value taken) {
        value = taken;
    }
}
