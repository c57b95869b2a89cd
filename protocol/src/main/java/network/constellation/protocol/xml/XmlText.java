package network.constellation.protocol.xml;

/** Text made safe for a document. Characters that XML 1.0 cannot carry become U+FFFD, so writing never fails. */
public final class XmlText {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    /**
     * Text between tags or in a quoted attribute: the five named entities; a carriage return as a reference, as a
     * reader would turn a raw one into a newline.
     */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int character = legal(text.codePointAt(i));
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(character);
            }
            i += Character.charCount(text.codePointAt(i));
        }
        return out.toString();
    }

    /** The code point itself, or U+FFFD where XML 1.0 has no such character (a lone surrogate among them). */
    public static int legal(int codePoint) {
        boolean fine = codePoint >= 0x20 && codePoint <= 0xD7FF
                || codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || codePoint >= 0xE000 && codePoint <= 0xFFFD
                || codePoint >= 0x10000 && codePoint <= 0x10FFFF;
        return fine ? codePoint : REPLACEMENT;
    }
}
