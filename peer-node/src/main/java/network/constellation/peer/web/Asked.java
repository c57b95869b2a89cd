package network.constellation.peer.web;

import java.util.Optional;

/**
 * A request with what the endpoint alone may know of it.
 *
 * @param browserSecret what the browser's forms are bound to: its session's secret, else its own; empty for neither
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param notice a sentence left by the page before, after {@link #REFUSAL} where it says why something was not done;
 *     empty for none
 * @param staleSession the browser holds a session that is over
 */
record Asked(
        WebRequest request,
        Optional<Router.Match> match,
        String browserSecret,
        String theme,
        String notice,
        boolean staleSession) {
    /** Stands before a sentence that says why something was not done. */
    static final String REFUSAL = "!";

    /** The sentence without its mark. */
    String sentence() {
        return refused() ? notice.substring(REFUSAL.length()) : notice;
    }

    boolean refused() {
        return notice.startsWith(REFUSAL);
    }
}
