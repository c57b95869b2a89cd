package network.constellation.hub.orders;

import java.util.Locale;
import java.util.Set;

/** Where one site stands within an order. */
public enum TargetState {
    PLANNING,
    /** There is something to do; before and after are known. */
    PLANNED,
    /** It already is as wanted. */
    SAME,
    /** The site says no. */
    REFUSED,
    /** No answer came; whether the order arrived is not known until it is tried again. */
    UNREACHABLE,
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    /** Nothing to do, or left out. */
    SKIPPED,
    CANCELLED,
    RESTORING,
    /** The former value is there again. */
    RESTORED,
    /** Somebody has changed the value since; theirs was left. */
    CONFLICT,
    /** Rolling back failed; it can be tried again. */
    NOT_RESTORED;

    /** What a retry tries again. */
    static final Set<TargetState> AGAIN = Set.of(FAILED, UNREACHABLE, REFUSED, CANCELLED);

    /** As printed, such as {@code not-restored}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
