package network.constellation.peer.roaming;

/** Where a browser goes next, or why not. */
sealed interface Onward {
    /** To an address of another site. */
    record To(String url) implements Onward {}

    /** @param site name or address of the other site, for the sentence */
    record Refused(Refusal refusal, String site) implements Onward {}
}
