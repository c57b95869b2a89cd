package network.constellation.hub.subnets;

import java.util.Locale;
import network.constellation.keys.address.Wwwroot;

/**
 * What a site holds otherwise than it is wanted.
 *
 * @param at the site that holds it
 * @param about the other site of the link
 * @param detail one sentence
 */
public record Difference(Wwwroot at, Wwwroot about, Kind kind, String detail) {

    /** What is wrong with it. */
    public enum Kind {
        /** The site does not serve the other, which it should. */
        UNKNOWN,
        /** It knows the other by keys that are not the other's. */
        OTHER_KEYS,
        /** It publishes or subscribes something else. */
        SERVICES,
        /** It has it from other sub-networks. */
        SUBNETWORKS,
        /** Nobody wants this link. */
        UNWANTED,
        /** Its own administrator has suspended the other: only that administrator can end this. */
        SUSPENDED_THERE,
        /** Its own administrator has decided so about the hub: only an order of its own changes it. */
        DECIDED_THERE;

        /** Whether the hub's word is enough to mend it. */
        public boolean isRepairable() {
            return this != SUSPENDED_THERE && this != DECIDED_THERE;
        }

        /** For command line and documents. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
