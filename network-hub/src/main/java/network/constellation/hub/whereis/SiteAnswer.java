package network.constellation.hub.whereis;

import java.util.Locale;

/**
 * What one site said to a search.
 *
 * @param total how many accounts fit there, which may be more than were given
 * @param detail why it did not answer; empty when it did
 */
public record SiteAnswer(String site, String name, Outcome outcome, int given, long total, String detail) {

    /** Each has its own word for the person who asks. */
    public enum Outcome {
        ANSWERED,
        /** It answered that it does not tell. */
        REFUSED,
        /** No answer came in time. */
        UNREACHABLE,
        /** It does not know the question. */
        UNSUPPORTED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** More accounts fit than it gave. */
    public boolean truncated() {
        return total > given;
    }
}
