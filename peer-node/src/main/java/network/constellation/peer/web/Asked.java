package network.constellation.peer.web;

import java.util.Optional;

/**
 * A request with what the endpoint alone may know of it.
 *
 * @param browserSecret what the browser's forms are bound to: its session's secret, else its own; empty for neither
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param notice a sentence left by the page before, empty for none
 * @param staleSession the browser holds a session that is over
 */
record Asked(
        WebRequest request,
        Optional<Router.Match> match,
        String browserSecret,
        String theme,
        String notice,
        boolean staleSession) {}
