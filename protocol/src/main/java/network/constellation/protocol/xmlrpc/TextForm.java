package network.constellation.protocol.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import network.constellation.protocol.xml.XmlText;

/** How text stands between tags (mnet-wire.md 10.3). */
enum TextForm {
    /** UTF-8 as it is; markup by the five named entities. */
    RAW,
    /** ASCII only; other characters by their code point. */
    CODE_POINTS,
    /** ASCII only; every byte of the UTF-8 form by its number, markup too. */
    BYTES;

    void write(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); ) {
            int raw = text.codePointAt(i);
            i += Character.charCount(raw);
            int character = XmlText.legal(raw);
            if (character < 0x80) {
                writeAscii((char) character, out);
            } else {
                writeOther(character, out);
            }
        }
    }

    private void writeAscii(char character, StringBuilder out) {
        boolean numbered = this == BYTES
                ? character < ' ' || character == '<' || character == '>' || character == '&' || character == '"'
                : character == '\r' || this == CODE_POINTS && character < ' ';
        if (numbered) {
            reference(character, out);
            return;
        }
        switch (this == BYTES ? ' ' : character) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&apos;");
            default -> out.append(character);
        }
    }

    private void writeOther(int character, StringBuilder out) {
        switch (this) {
            case RAW -> out.appendCodePoint(character);
            case CODE_POINTS -> reference(character, out);
            case BYTES -> {
                for (byte octet : Character.toString(character).getBytes(UTF_8)) {
                    reference(octet & 0xFF, out);
                }
            }
        }
    }

    private static void reference(int number, StringBuilder out) {
        out.append("&#").append(number).append(';');
    }
}
