package network.constellation.peer.roaming;

import java.util.Locale;

/**
 * Why a jump or a landing is refused: said to the person in plain words, with whom to ask, and written into the audit by
 * its label.
 */
public enum Refusal {
    /** The address was not made by a site of the network, or got damaged. */
    MALFORMED(400),
    /** A picture, a frame or a prefetch, not somebody who opened a page. */
    NOT_A_PAGE(400),
    /** The landing is not the one that this browser was sent home for. */
    NOT_ASKED_FOR(403),
    /** No such site is connected with this one. */
    UNKNOWN_SITE(404),
    /** The site is known but not served for the time being. */
    SITE_SUSPENDED(403),
    /** What this site holds of the network's directory is too old, and the hub does not answer. */
    NETWORK_OUTDATED(503),
    /** Roaming between the two sites is not agreed. */
    NOT_AGREED(403),
    /** This person may not leave for other sites. */
    NOT_PERMITTED(403),
    /** The administrator keeps this person out. */
    DENIED(403),
    /** The account here is suspended. */
    ACCOUNT_SUSPENDED(403),
    /** The home does not know the token: used before, of another browser, or made up. */
    TOKEN_UNKNOWN(403),
    TOO_LATE(403),
    /** The home could not say who it is. */
    HOME_REFUSED(502),
    /** The home told too little of the person. */
    PROFILE_INCOMPLETE(502),
    HOME_UNREACHABLE(504),
    /** Somebody at this address presents one bad token after the other. */
    TOO_MANY(429);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** Status of the page. */
    public int status() {
        return status;
    }

    /** For audit and keys of texts, such as {@code too-late}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether going again from home may well succeed. */
    boolean isWorthAnotherTry() {
        return this == TOKEN_UNKNOWN
                || this == TOO_LATE
                || this == HOME_UNREACHABLE
                || this == NOT_ASKED_FOR
                || this == NETWORK_OUTDATED;
    }
}
