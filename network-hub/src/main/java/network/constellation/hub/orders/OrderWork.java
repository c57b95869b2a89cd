package network.constellation.hub.orders;

/**
 * What the job of an order carries.
 *
 * @param number of the order
 */
public record OrderWork(int number, Phase phase) {

    /** What is being done with the order. */
    public enum Phase {
        PLAN,
        APPLY,
        ROLL_BACK
    }
}
