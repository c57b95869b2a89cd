package network.constellation.peer.jobs;

/**
 * Where a test may kill the process; called before and after each step and after its state is stored, and by rooms
 * between two writes that do not share a transaction.
 */
@FunctionalInterface
public interface CrashPoints {
    CrashPoints NONE = point -> {};

    /** @param point such as {@code join/exchange-keys/before}, {@code .../done} (work done, not yet noted), {@code .../stored} */
    void reached(String point);
}
