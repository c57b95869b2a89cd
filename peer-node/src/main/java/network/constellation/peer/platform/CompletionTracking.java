package network.constellation.peer.platform;

/** What makes an activity done for a learner. */
public enum CompletionTracking {
    /** Nobody keeps account. */
    NONE,
    /** The learner says so. */
    MANUAL,
    /** Having opened it is enough. */
    VIEW
}
