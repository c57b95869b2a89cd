package network.constellation.protocol.method.roaming;

/** What {@code update_enrolments} answers (mnet-wire.md 11.1). */
public enum EnrolmentUpdateResult {
    /** The parameters were bad: false. */
    REFUSED,
    /** The list was empty and all were cleared: true. */
    CLEARED,
    /** The list was taken: an empty string. */
    UPDATED
}
