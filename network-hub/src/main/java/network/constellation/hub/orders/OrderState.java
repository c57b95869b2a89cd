package network.constellation.hub.orders;

import java.util.Locale;
import java.util.Set;

/** How far an order is. */
public enum OrderState {
    PLANNING,
    /** The differences are known; nothing was changed. */
    PLANNED,
    RUNNING,
    /** Every site is as it was wanted. */
    DONE,
    /** Some sites failed or could not be reached. */
    INCOMPLETE,
    CANCELLED,
    ROLLING_BACK,
    /** Every former value is there again. */
    ROLLED_BACK,
    PARTLY_ROLLED_BACK;

    /** It was applied, as far as it could be. */
    static final Set<OrderState> OVER = Set.of(DONE, INCOMPLETE, CANCELLED, ROLLED_BACK, PARTLY_ROLLED_BACK);

    /** As printed, such as {@code rolled-back}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the order's job is at work. */
    public boolean isMoving() {
        return this == PLANNING || this == RUNNING || this == ROLLING_BACK;
    }
}
