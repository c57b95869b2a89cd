package network.constellation.peer.packages;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads one document of a package as a stream: rooms of the tree are named by their path, such as {@code
 * course/category/name}; no tree is built. Refuses XInclude and endless texts, and counts what is about persons.
 */
class DocumentHandler extends DefaultHandler {
    private static final String INCLUDE = "http://www.w3.org/2001/XInclude";
    private static final String NOTHING = "$@NULL@$";
    private static final int LONGEST_TEXT = 32 * 1024 * 1024;
    private static final int LARGE = 64 * 1024;

    private final PersonalData personal;
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder path = new StringBuilder();
    private StringBuilder text = new StringBuilder();

    DocumentHandler(PersonalData personal) {
        this.personal = personal;
    }

    /** An element begins. */
    void opened(String where, Attributes attributes) throws SAXException {}

    /** An element ends; {@code value} is its own text, empty for "nothing" as platforms write it. */
    void closed(String where, String value) throws SAXException {}

    @Override
    public final void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
        if (uri.equals(INCLUDE)) {
            throw new IncludeRefused();
        }
        @Nullable String parent = open.peek();
        personal.seen(parent == null ? "" : parent, name);
        open.push(name);
        if (path.length() > 0) {
            path.append('/');
        }
        path.append(name);
        clear();
        opened(path.toString(), attributes);
    }

    @Override
    public final void characters(char[] characters, int start, int length) throws SAXException {
        if (text.length() + length > LONGEST_TEXT) {
            throw new TextTooLong();
        }
        text.append(characters, start, length);
    }

    @Override
    public final void endElement(String uri, String local, String name) throws SAXException {
        String value = text.toString();
        closed(path.toString(), value.equals(NOTHING) ? "" : value);
        clear();
        open.pop();
        path.setLength(Math.max(0, path.length() - name.length() - 1));
    }

    private void clear() {
        if (text.capacity() > LARGE) {
            text = new StringBuilder();
        }
        text.setLength(0);
    }

    /** It asks for another document to be put in. */
    static final class IncludeRefused extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** One text is longer than any course has. */
    static final class TextTooLong extends SAXException {
        private static final long serialVersionUID = 1L;
    }
}
