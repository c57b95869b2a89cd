package network.constellation.keys.ring;

import network.constellation.keys.identity.SiteKeys;

/** A generation with which legacy envelopes are tried, and what a message that it opens is worth. */
public record OpeningKey(SiteKeys keys, Standing standing) {
    /** The place of a generation in its ring. */
    public enum Standing {
        CURRENT,
        /** Prepared: peers may rehearse with it, messages are executed. */
        NEXT,
        /** Answered with fault 7025 only, never executed (mnet-wire.md 2.5). */
        RETIRED
    }

    public boolean mayExecute() {
        return standing != Standing.RETIRED;
    }
}
