package network.constellation.protocol.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.protocol.xml.MalformedDocumentException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The {@code <?xml ...?>} at the head of a document, read from its bytes before parsing.
 *
 * @param text as written, or empty where the document has none
 * @param encoding as written, or null where it names none
 */
public record Declaration(String text, @Nullable String encoding) {
    private static final int LONGEST = 200;
    private static final Pattern ENCODING =
            Pattern.compile("\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("\\sversion\\s*=\\s*[\"']([^\"']*)[\"']");

    /** Only encodings in which markup is ASCII, so that what we scan is what the reader will see. */
    private static final Set<String> ACCEPTED = Set.of("utf-8", "utf8", "iso-8859-1", "latin1", "us-ascii", "ascii");

    private static final Declaration NONE = new Declaration("", null);

    /** As our own nodes and the originals write it: read without a pattern. */
    private static final List<Declaration> USUAL = List.of(
            new Declaration("<?xml version=\"1.0\" encoding=\"utf-8\" ?>", "utf-8"),
            new Declaration("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "utf-8"),
            new Declaration("<?xml version=\"1.0\"?>", null),
            new Declaration("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "UTF-8"),
            new Declaration("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>", "iso-8859-1"));

    /** Never fails: bytes that begin with no declaration give an empty one. */
    public static Declaration of(byte[] document) {
        int start = markupStart(document);
        for (Declaration usual : USUAL) {
            if (startsWith(document, start, usual.text)) {
                return usual;
            }
        }
        String head = new String(document, start, Math.min(LONGEST, document.length - start), ISO_8859_1);
        if (!head.startsWith("<?xml") || head.length() < 6 || head.charAt(5) > ' ') {
            return NONE;
        }
        int end = head.indexOf("?>");
        if (end < 0) {
            return NONE;
        }
        String text = head.substring(0, end + 2);
        Matcher encoding = ENCODING.matcher(text);
        return new Declaration(text, encoding.find() ? encoding.group(1) : null);
    }

    /** The first byte after a UTF-8 byte order mark, where there is one. */
    private static int markupStart(byte[] bytes) {
        boolean mark =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return mark ? 3 : 0;
    }

    /** Refuses before parsing what the reader would guess to be another encoding, such as UTF-16 or EBCDIC. */
    static Declaration requireAcceptable(byte[] head) {
        int start = markupStart(head);
        if (start >= head.length || "<\t\n\r ".indexOf(head[start]) < 0) {
            throw new MalformedDocumentException(Reason.MALFORMED, "it does not begin with XML markup");
        }
        for (int i = start; i < Math.min(start + 4, head.length); i++) {
            if (head[i] == 0) {
                throw new MalformedDocumentException(Reason.MALFORMED, "its encoding is not accepted");
            }
        }
        Declaration declaration = of(head);
        declaration.requireAcceptable();
        if (holdsDocumentType(head, start)) {
            throw new MalformedDocumentException(Reason.DOCTYPE, "it carries a document type declaration");
        }
        return declaration;
    }

    private static boolean holdsDocumentType(byte[] document, int start) {
        int at = start;
        while (at < document.length) {
            if (document[at] == ' ' || document[at] == '\n' || document[at] == '\r' || document[at] == '\t') {
                at++;
            } else if (startsWith(document, at, "<?")) {
                at = endOf(document, at + 2, "?>");
            } else if (startsWith(document, at, "<!--")) {
                at = endOf(document, at + 4, "-->");
            } else {
                return startsWith(document, at, "<!DOCTYPE");
            }
        }
        return false;
    }

    private static int endOf(byte[] document, int from, String end) {
        int at = from;
        while (at < document.length && !startsWith(document, at, end)) {
            at++;
        }
        return at + end.length();
    }

    private static boolean startsWith(byte[] document, int at, String text) {
        if (document.length - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (document[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean isUtf8() {
        return encoding == null || encoding.toLowerCase(Locale.ROOT).startsWith("utf");
    }

    private void requireAcceptable() {
        if (USUAL.contains(this)) {
            return;
        }
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0x7F || c == '\n' || c == '\r' || c == '\t')) {
            throw new MalformedDocumentException(Reason.MALFORMED, "its declaration holds characters beyond ASCII");
        }
        if (encoding != null && !ACCEPTED.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw new MalformedDocumentException(Reason.MALFORMED, "its encoding " + encoding + " is not accepted");
        }
        Matcher version = VERSION.matcher(text);
        if (version.find() && !"1.0".equals(version.group(1))) {
            throw new MalformedDocumentException(Reason.MALFORMED, "it is not XML 1.0");
        }
    }
}
