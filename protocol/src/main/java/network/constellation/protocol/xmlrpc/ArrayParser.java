package network.constellation.protocol.xmlrpc;

import java.util.ArrayList;
import java.util.List;
import network.constellation.protocol.call.Value;
import org.apache.ws.commons.util.NamespaceContextImpl;
import org.apache.xmlrpc.common.TypeFactory;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;

/** {@code <array><data><value>...</data></array>}; an array without {@code data} is taken for empty. */
final class ArrayParser extends ContainerParser {
    private final List<Value> items = new ArrayList<>();
    private boolean dataSeen;

    ArrayParser(XmlRpcStreamConfig config, NamespaceContextImpl context, TypeFactory types) {
        super(config, context, types, 2);
    }

    @Override
    void open(int level, String name) {
        String expected = level == 0 ? "array" : level == 1 ? "data" : "value";
        if (!expected.equals(name) || level == 1 && dataSeen) {
            throw refuse("<" + name + ">");
        }
        dataSeen |= level == 1;
    }

    @Override
    void close(int level, String name) {
        if (level == 0) {
            setResult(new Value.Arr(items));
        }
    }

    @Override
    void take(Value value) {
        items.add(value);
    }
}
