package network.constellation.protocol.xmlrpc;

import java.util.Base64;
import java.util.Map;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.Value;

/** The layout of phpxmlrpc 4.x, byte for byte: vectors {@code m42-*} (mnet-wire.md 10.1). */
final class CompactWriter {
    private final TextForm form;
    private final StringBuilder out = new StringBuilder(512);

    CompactWriter(TextForm form) {
        this.form = form;
    }

    String call(MethodCall call) {
        out.append("<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n<methodCall>\n<methodName>");
        form.write(call.method(), out);
        out.append("</methodName>\n<params>\n");
        for (Value argument : call.arguments()) {
            param(argument);
        }
        return out.append("</params>\n</methodCall>").toString();
    }

    String response(Value value) {
        out.append("<?xml version=\"1.0\"?>\n<methodResponse>\n<params>\n");
        param(value);
        return out.append("</params>\n</methodResponse>").toString();
    }

    private void param(Value value) {
        out.append("<param>\n");
        value(value);
        out.append("</param>\n");
    }

    private void value(Value value) {
        out.append("<value>");
        if (value instanceof Value.Str text) {
            out.append("<string>");
            form.write(text.value(), out);
            out.append("</string>");
        } else if (value instanceof Value.Int number) {
            out.append("<int>").append(number.value()).append("</int>");
        } else if (value instanceof Value.Bool truth) {
            out.append("<boolean>").append(truth.value() ? '1' : '0').append("</boolean>");
        } else if (value instanceof Value.Dbl number) {
            out.append("<double>").append(Scalars.shortest(number.value())).append("</double>");
        } else if (value instanceof Value.Date date) {
            out.append("<dateTime.iso8601>")
                    .append(Scalars.dateText(date.value()))
                    .append("</dateTime.iso8601>");
        } else if (value instanceof Value.Base64 binary) {
            out.append("<base64>")
                    .append(Base64.getEncoder().encodeToString(binary.bytes()))
                    .append("</base64>");
        } else if (value instanceof Value.Arr array) {
            array(array);
        } else if (value instanceof Value.Struct struct) {
            struct(struct);
        } else {
            out.append("<string></string>");
        }
        out.append("</value>\n");
    }

    private void array(Value.Arr array) {
        out.append("<array>\n<data>\n");
        for (Value item : array.items()) {
            value(item);
        }
        out.append("</data>\n</array>");
    }

    private void struct(Value.Struct struct) {
        out.append("<struct>\n");
        for (Map.Entry<String, Value> member : struct.members().entrySet()) {
            out.append("<member><name>");
            form.write(member.getKey(), out);
            out.append("</name>\n");
            value(member.getValue());
            out.append("</member>\n");
        }
        out.append("</struct>");
    }
}
