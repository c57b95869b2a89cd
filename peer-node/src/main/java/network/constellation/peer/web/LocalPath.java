package network.constellation.peer.web;

import java.util.Optional;

/** Where to go after signing in or changing a preference: a page of this site, whatever the browser asked for. */
public final class LocalPath {
    private static final int LONGEST = 1500;

    private LocalPath() {}

    /**
     * The wanted path when it stays inside the site; empty for everything else: other schemes, other hosts ({@code
     * //host}, {@code /\host}), control characters, and what leads out by {@code ..}.
     */
    public static Optional<String> of(String wanted) {
        boolean inside = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.length() <= LONGEST
                && wanted.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\')
                && !wanted.matches("(?i).*(/|%2f)(\\.|%2e){2}(/|%2f|\\?|#|$).*");
        return inside ? Optional.of(wanted) : Optional.empty();
    }
}
