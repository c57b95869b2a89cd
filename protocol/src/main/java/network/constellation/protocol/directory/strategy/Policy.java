package network.constellation.protocol.directory.strategy;

import java.util.Collection;

/** How far a member is linked (network-admin.md 2.1). */
public enum Policy {
    /** Outside the network: neither the hub nor a sibling; the originals' -1. */
    NONE("none"),
    /** The hub only; the originals' 0. */
    HUB("hub"),
    /** The hub, and the members of one or more sub-networks; the originals' N. */
    SUBNETWORKS("subnetworks");

    private final String label;

    Policy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Of a member that is inside: by the sub-networks that it is in. */
    public static Policy of(Collection<Integer> subnetworks) {
        return subnetworks.isEmpty() ? HUB : SUBNETWORKS;
    }

    /** @throws IllegalArgumentException for any other word */
    public static Policy ofLabel(String label) {
        for (Policy policy : values()) {
            if (policy.label.equals(label)) {
                return policy;
            }
        }
        throw new IllegalArgumentException("\"" + label + "\" is no policy; there are none, hub and subnetworks.");
    }
}
