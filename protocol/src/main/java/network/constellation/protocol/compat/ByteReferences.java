package network.constellation.protocol.compat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/**
 * PHP's xmlrpc extension writes each <em>byte</em> of UTF-8 text as a decimal reference, and loses the middle digit of
 * 200 to 209 (mnet-wire.md 10.3). Proven by the vectors {@code m311-echo-utf8} (bytes), {@code
 * m311-echo-greek-cyrillic} (the lost digit) and {@code mahara-utf8-request} (in a request).
 */
public final class ByteReferences {
    /** What a reference {@code &#2n;} has lost: {@code &#20n;} minus {@code &#2n;}. */
    private static final int LOST = 180;

    private static final int NONE = -1;

    private ByteReferences() {}

    /**
     * The document with byte references turned back into the bytes they stand for; the same array where there are
     * none, or where the outcome would not be UTF-8, as then they were code points after all.
     */
    public static byte[] repair(byte[] document) {
        if (indexOfReference(document) == NONE) {
            return document;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length);
        boolean changed = false;
        int copied = 0;
        for (int at = indexOfReference(document); at < document.length; ) {
            int end = document[at] == '&' ? endOfReference(document, at) : NONE;
            if (end == NONE) {
                at++;
                continue;
            }
            int meant = meant(number(document, at), numberAt(document, end));
            if (meant != NONE) {
                out.write(document, copied, at - copied);
                out.write(meant);
                copied = end;
                changed = true;
            }
            at = end;
        }
        if (!changed) {
            return document;
        }
        out.write(document, copied, document.length - copied);
        byte[] repaired = out.toByteArray();
        return isUtf8(repaired) ? repaired : document;
    }

    /** The byte that reference {@code n} stands for when {@code next} follows directly, or NONE to keep it. */
    private static int meant(int n, int next) {
        if (n >= 128 && n <= 255) {
            return n;
        }
        boolean leadByteOfTwo = n >= 20 && n <= 29 && next >= 128 && next <= 191;
        return leadByteOfTwo ? n + LOST : NONE;
    }

    private static int indexOfReference(byte[] document) {
        for (int i = 0; i + 3 < document.length; i++) {
            if (document[i] == '&' && document[i + 1] == '#') {
                return i;
            }
        }
        return NONE;
    }

    private static int numberAt(byte[] document, int at) {
        boolean another = at < document.length && document[at] == '&' && endOfReference(document, at) != NONE;
        return another ? number(document, at) : NONE;
    }

    /** The index after the semicolon, or NONE when no decimal reference of at most seven digits begins here. */
    private static int endOfReference(byte[] document, int ampersand) {
        int at = ampersand + 1;
        if (at >= document.length || document[at] != '#') {
            return NONE;
        }
        int digits = ++at;
        while (at < document.length && at - digits < 7 && document[at] >= '0' && document[at] <= '9') {
            at++;
        }
        return at > digits && at < document.length && document[at] == ';' ? at + 1 : NONE;
    }

    private static int number(byte[] document, int ampersand) {
        int number = 0;
        for (int at = ampersand + 2; document[at] != ';'; at++) {
            number = number * 10 + document[at] - '0';
        }
        return number;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
