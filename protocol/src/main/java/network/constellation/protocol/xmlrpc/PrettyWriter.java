package network.constellation.protocol.xmlrpc;

import java.util.Base64;
import java.util.Map;
import network.constellation.protocol.call.Value;

/**
 * The layout of PHP's xmlrpc extension, byte for byte: vectors {@code m311-*} (mnet-wire.md 10.1). Whole numbers
 * beyond 32 bits go out as strings, as that extension would wrap them.
 */
final class PrettyWriter {
    private final StringBuilder out = new StringBuilder(512);
    private int depth;

    String response(Value value) {
        out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        open("methodResponse");
        depth = 0;
        open("params");
        open("param");
        value(value);
        close("param");
        close("params");
        depth = 0;
        return out.append("</methodResponse>\n").toString();
    }

    private void value(Value value) {
        open("value");
        if (value instanceof Value.Str text) {
            leaf("string", text.value());
        } else if (value instanceof Value.Int number) {
            boolean fits = number.value() == (int) number.value();
            leaf(fits ? "int" : "string", Long.toString(number.value()));
        } else if (value instanceof Value.Bool truth) {
            leaf("boolean", truth.value() ? "1" : "0");
        } else if (value instanceof Value.Dbl number) {
            leaf("double", Scalars.sixDecimals(number.value()));
        } else if (value instanceof Value.Date date) {
            leaf("dateTime.iso8601", Scalars.dateText(date.value()));
        } else if (value instanceof Value.Base64 binary) {
            leaf("base64", Base64.getEncoder().encodeToString(binary.bytes()) + "\n");
        } else if (value instanceof Value.Arr array) {
            array(array);
        } else if (value instanceof Value.Struct struct) {
            struct(struct);
        } else {
            leaf("string", "");
        }
        close("value");
    }

    private void array(Value.Arr array) {
        open("array");
        if (array.items().isEmpty()) {
            leaf("data", "");
        } else {
            open("data");
            array.items().forEach(this::value);
            close("data");
        }
        close("array");
    }

    private void struct(Value.Struct struct) {
        if (struct.members().isEmpty()) {
            leaf("struct", "");
            return;
        }
        open("struct");
        for (Map.Entry<String, Value> member : struct.members().entrySet()) {
            open("member");
            leaf("name", member.getKey());
            value(member.getValue());
            close("member");
        }
        close("struct");
    }

    private void open(String name) {
        indent().append('<').append(name).append(">\n");
        depth++;
    }

    private void close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
    }

    private void leaf(String name, String text) {
        if (text.isEmpty()) {
            indent().append('<').append(name).append("/>\n");
            return;
        }
        indent().append('<').append(name).append('>');
        TextForm.BYTES.write(text, out);
        out.append("</").append(name).append(">\n");
    }

    private StringBuilder indent() {
        for (int i = 0; i < depth; i++) {
            out.append(' ');
        }
        return out;
    }
}
