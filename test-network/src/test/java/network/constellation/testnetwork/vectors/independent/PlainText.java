package network.constellation.testnetwork.vectors.independent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields of an envelope by regular expression. */
final class PlainText {
    private PlainText() {}

    /** The text of the only element of this name. */
    static String field(byte[] envelope, String element) {
        List<String> found = fields(envelope, element);
        if (found.size() != 1) {
            throw new RefusedByPlain(found.size() + " elements " + element);
        }
        return found.get(0);
    }

    static List<String> fields(byte[] envelope, String element) {
        Matcher matcher = Pattern.compile("<" + element + "(?:\\s[^>]*)?>([^<]*)</" + element + "\\s*>")
                .matcher(new String(envelope, ISO_8859_1));
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    static byte[] decoded(byte[] envelope, String element) {
        return bytes(field(envelope, element));
    }

    static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
