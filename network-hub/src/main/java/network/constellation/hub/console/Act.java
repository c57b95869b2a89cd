package network.constellation.hub.console;

import java.util.Locale;

/** Something done to one site. */
public enum Act {
    /** Refused everywhere within minutes; ended by {@link #RESUME}. */
    SUSPEND,
    RESUME,
    /** Linked with the hub only; ended by {@link #ENABLE}. */
    DISABLE,
    ENABLE,
    /** Out of the network for good. */
    REMOVE;

    /** Whether whoever does it types the site's host name first. */
    public boolean typed() {
        return this == REMOVE;
    }

    /** Whether a reason is asked for. */
    public boolean reasoned() {
        return this == SUSPEND;
    }

    /** As it stands in the URL. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
