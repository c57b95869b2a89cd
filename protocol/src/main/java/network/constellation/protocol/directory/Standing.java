package network.constellation.protocol.directory;

import java.util.Locale;

/** What the hub has decided about a member. A removed one is in the directory no more. */
public enum Standing {
    ACTIVE,
    /** Switched off with intent: known, but nobody calls it. */
    DISABLED,
    /** Cut off; the suspension list says it faster. */
    SUSPENDED,
    /** Its keys were revoked, and there are no new ones yet. */
    REVOKED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static Standing ofLabel(String label) {
        for (Standing standing : values()) {
            if (standing.label().equals(label)) {
                return standing;
            }
        }
        throw new IllegalArgumentException("\"" + label + "\" is no standing of a member.");
    }
}
