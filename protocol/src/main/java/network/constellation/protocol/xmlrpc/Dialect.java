package network.constellation.protocol.xmlrpc;

import java.util.regex.Pattern;
import network.constellation.protocol.xml.Declaration;

/**
 * Which software's text form a document has (mnet-wire.md 10.1, 10.3). An answer goes out in the dialect of its
 * request, as receivers differ in what they make of non-ASCII text.
 */
public enum Dialect {
    /** PHP's xmlrpc extension: Moodle up to 4.1, and Mahara. Non-ASCII text of answers is in byte references. */
    PHP_EXTENSION,
    /** The phpxmlrpc library: Moodle 4.2 and later. Non-ASCII text of answers is in code point references. */
    PHPXMLRPC,
    /** Anything else: raw UTF-8. */
    PLAIN;

    private static final String EXTENSION_END = "encoding=\"utf-8\"?>";
    private static final String USUAL_LIBRARY_END = "encoding=\"utf-8\" ?>";
    private static final Pattern LIBRARY_END = Pattern.compile("encoding=\"utf-8\"\\s+\\?>", Pattern.CASE_INSENSITIVE);

    /** The dialect of a call, judged by the end of its declaration. */
    public static Dialect ofCall(byte[] document) {
        String declaration = Declaration.of(document).text();
        if (declaration.contains(EXTENSION_END)) {
            return PHP_EXTENSION;
        }
        if (declaration.endsWith(USUAL_LIBRARY_END)) {
            return PHPXMLRPC;
        }
        boolean blankEnd = declaration.length() > 3 && declaration.charAt(declaration.length() - 3) <= ' ';
        return blankEnd && LIBRARY_END.matcher(declaration).find() ? PHPXMLRPC : PLAIN;
    }
}
