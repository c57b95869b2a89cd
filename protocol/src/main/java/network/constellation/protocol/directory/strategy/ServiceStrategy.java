package network.constellation.protocol.directory.strategy;

import java.util.Locale;

/** How a member's services follow (network-admin.md 2.3). */
public enum ServiceStrategy {
    /** Single sign-on only, with siblings and with the hub. */
    DEFAULT,
    /** From the two matrices. */
    SUBNETWORK;

    /** As the originals write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static ServiceStrategy ofLabel(String label) {
        for (ServiceStrategy strategy : values()) {
            if (strategy.label().equals(label)) {
                return strategy;
            }
        }
        throw new IllegalArgumentException("\"" + label + "\" is no strategy; there are default and subnetwork.");
    }
}
