package network.constellation.peer.packages;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of an archive's members under the rules of section 4.4.3; one bad name refuses the package. */
final class MemberNames {
    private static final int LONGEST_PART = 255;
    private static final int LONGEST = 1024;

    private final Map<String, String> taken = new HashMap<>();

    /** A name as text; only UTF-8 is read, of which ASCII is a part. */
    static String decode(byte[] bytes) throws RefusedSignal {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException foreign) {
            throw new RefusedSignal(Refusal.NAME_ENCODING, new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    /** @return the tidy name; empty for the root folder, which some repacked archives list */
    String accept(String raw) throws RefusedSignal {
        if (raw.chars().anyMatch(c -> c < ' ' || c >= 0x7F && c < 0xA0)) {
            throw new RefusedSignal(Refusal.NAME_CONTROL, raw);
        }
        if (raw.indexOf('\\') >= 0) {
            throw new RefusedSignal(Refusal.NAME_BACKSLASH, raw);
        }
        if (raw.startsWith("/")) {
            throw new RefusedSignal(Refusal.NAME_ABSOLUTE, raw);
        }
        if (raw.matches("[A-Za-z]:.*")) {
            throw new RefusedSignal(Refusal.NAME_DRIVE, raw);
        }
        String name = raw.startsWith("./") ? raw.substring(2) : raw;
        if (name.endsWith("/")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.isEmpty() || name.equals(".")) {
            return "";
        }
        if (name.length() > LONGEST) {
            throw new RefusedSignal(Refusal.NAME_LENGTH, raw);
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".") || part.isEmpty()) {
                throw new RefusedSignal(Refusal.NAME_TRAVERSAL, raw);
            }
            if (part.length() > LONGEST_PART) {
                throw new RefusedSignal(Refusal.NAME_LENGTH, raw);
            }
        }
        String folded = Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFC);
        String other = taken.putIfAbsent(folded, name);
        if (other != null) {
            throw new RefusedSignal(other.equals(name) ? Refusal.NAME_DUPLICATE : Refusal.NAME_CASE, name, other);
        }
        return name;
    }
}
