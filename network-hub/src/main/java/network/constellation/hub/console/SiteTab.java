package network.constellation.hub.console;

import java.util.Arrays;
import java.util.Locale;

/** What the page of a site shows below its head. */
public enum SiteTab {
    HEALTH,
    LINKS,
    GRANTS,
    KEYS,
    HISTORY;

    /** As it stands in the URL. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SiteTab of(String label) {
        return Arrays.stream(values())
                .filter(tab -> tab.label().equals(label))
                .findFirst()
                .orElse(HEALTH);
    }
}
