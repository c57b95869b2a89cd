package network.constellation.hub.reporting;

import java.util.Locale;

/** Why a site's figures could not be collected the last time. */
public enum Problem {
    NONE,
    /** Never asked yet. */
    NOT_ASKED,
    UNREACHABLE,
    REFUSED,
    /** It does not know the question. */
    UNSUPPORTED,
    /** Its answer was not signed by its keys, or was no answer to what was asked. */
    BAD_ANSWER;

    /** For bundles, JSON and the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
