package network.constellation.peer.health;

/**
 * What one check found.
 *
 * @param sentence what is, for an administrator
 * @param remedy what to do; empty when all is well
 */
public record Finding(String check, Grade grade, String sentence, String remedy) {

    /** WARNING: works today, will not for ever. */
    public enum Grade {
        GOOD,
        WARNING,
        BAD
    }

    public static Finding good(String check, String sentence) {
        return new Finding(check, Grade.GOOD, sentence, "");
    }

    public static Finding warning(String check, String sentence, String remedy) {
        return new Finding(check, Grade.WARNING, sentence, remedy);
    }

    public static Finding bad(String check, String sentence, String remedy) {
        return new Finding(check, Grade.BAD, sentence, remedy);
    }
}
