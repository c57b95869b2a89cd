package network.constellation.protocol.method.connectivity;

import java.util.Optional;

/**
 * What was found of one part of a link. Immutable.
 *
 * @param word names the finding, such as {@code expired}: with the part the key of its sentence
 * @param detail a figure or what the other side said; one line of at most {@value #LONGEST} characters
 */
public record PartResult(Part part, Grade grade, String word, String detail) {
    private static final int LONGEST = 300;

    public PartResult {
        if (!word.matches("[a-z-]{1,40}")) {
            throw new IllegalArgumentException("A finding is named in lower-case letters.");
        }
        String line = detail.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        detail = line.substring(0, Math.min(line.length(), LONGEST));
    }

    public static PartResult good(Part part, String word, String detail) {
        return new PartResult(part, Grade.GOOD, word, detail);
    }

    public static PartResult warning(Part part, String word, String detail) {
        return new PartResult(part, Grade.WARNING, word, detail);
    }

    public static PartResult bad(Part part, String word, String detail) {
        return new PartResult(part, Grade.BAD, word, detail);
    }

    public static PartResult unknown(Part part) {
        return new PartResult(part, Grade.UNKNOWN, "unknown", "");
    }

    /** Part and word, such as {@code tls.expired}. */
    public String key() {
        return part.label() + "." + word;
    }

    /** As it travels and is stored: one line. */
    public String line() {
        return part.label() + " " + grade.label() + " " + word + " " + detail;
    }

    /** Empty when it is no such line, as a later release may tell of parts that this one does not know. */
    public static Optional<PartResult> parse(String line) {
        String[] fields = line.split(" ", 4);
        if (fields.length < 3 || !fields[2].matches("[a-z-]{1,40}")) {
            return Optional.empty();
        }
        String detail = fields.length == 4 ? fields[3] : "";
        return Part.of(fields[0])
                .flatMap(part -> Grade.of(fields[1]).map(grade -> new PartResult(part, grade, fields[2], detail)));
    }
}
