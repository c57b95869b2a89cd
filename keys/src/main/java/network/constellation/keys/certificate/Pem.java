package network.constellation.keys.certificate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PEM texts: written in the one form that peers compare as strings (64 columns, line feeds, one at the end), read
 * with tolerance for what editors and mail do to them.
 */
public final class Pem {
    /** No bundle of ours comes near it; a stranger's text is not worth more work. */
    static final int MAX_LENGTH = 65_536;

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int COLUMNS = 64;

    private Pem() {}

    /** One block of a PEM text. */
    public record Block(String label, byte[] content) {
        /** The canonical text of this block. */
        public String text() {
            return write(label, content);
        }
    }

    /** The canonical text: lines of exactly 64 characters, LF, one trailing LF (mnet-wire.md 2.1). */
    public static String write(String label, byte[] content) {
        String base64 = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'}).encodeToString(content);
        return BEGIN + label + DASHES + "\n" + base64 + "\n" + END + label + DASHES + "\n";
    }

    /**
     * All blocks of a text, in order. Anything outside blocks (comments of other tools) is skipped.
     *
     * @throws MalformedPemException when the text is too long, a block does not end, or its content is not base64
     */
    public static List<Block> readAll(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new MalformedPemException("is longer than " + MAX_LENGTH + " characters");
        }
        List<Block> blocks = new ArrayList<>();
        @Nullable String label = null;
        StringBuilder base64 = new StringBuilder();
        for (String line : text.lines().map(String::strip).toList()) {
            if (label == null) {
                label = labelOf(line, BEGIN);
            } else if (label.equals(labelOf(line, END))) {
                blocks.add(new Block(label, decode(base64.toString())));
                base64.setLength(0);
                label = null;
            } else if (line.startsWith(DASHES)) {
                throw new MalformedPemException(
                        "has a block " + label + " that is not ended before the next line of dashes");
            } else {
                base64.append(line);
            }
        }
        if (label != null) {
            throw new MalformedPemException("has a block " + label + " without an end");
        }
        return blocks;
    }

    /** The content of the only block with this label; nothing when there is none. */
    public static Optional<byte[]> only(List<Block> blocks, String label) {
        List<Block> found =
                blocks.stream().filter(block -> block.label().equals(label)).toList();
        if (found.size() > 1) {
            throw new MalformedPemException("has " + found.size() + " blocks " + label + " where one may be");
        }
        return found.stream().map(Block::content).findFirst();
    }

    private static @Nullable String labelOf(String line, String head) {
        return line.startsWith(head) && line.endsWith(DASHES) && line.length() > head.length() + DASHES.length()
                ? line.substring(head.length(), line.length() - DASHES.length())
                : null;
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedPemException("has a block that is not base64");
        }
    }
}
