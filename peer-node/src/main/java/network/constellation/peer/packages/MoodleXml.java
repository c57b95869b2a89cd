package network.constellation.peer.packages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import network.constellation.protocol.xml.XmlText;

/** Writes one document of a package, element by element. */
final class MoodleXml {
    static final String NOTHING = "$@NULL@$";

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes name, value, name, value, ... */
    MoodleXml begin(String name, Object... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(XmlText.escape(String.valueOf(attributes[i + 1])))
                    .append('"');
        }
        out.append(">\n");
        open.push(name);
        return this;
    }

    MoodleXml leaf(String name, Object value) {
        indent().append('<')
                .append(name)
                .append('>')
                .append(XmlText.escape(String.valueOf(value)))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** The same small value for each of these. */
    MoodleXml leaves(Object value, String... names) {
        for (String name : names) {
            leaf(name, value);
        }
        return this;
    }

    MoodleXml end() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    private StringBuilder indent() {
        return out.append("  ".repeat(open.size()));
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A document that is only its outermost element. */
    static byte[] empty(String name, String... inside) {
        MoodleXml xml = new MoodleXml().begin(name);
        for (String child : inside) {
            xml.begin(child).end();
        }
        return xml.end().bytes();
    }
}
