package network.constellation.hub.rotation;

/**
 * What the job of a rotation remembers.
 *
 * @param number of the rotation
 * @param action what it is to do
 */
public record RotationWork(int number, Action action, String actor) {
    /** A part of a rotation that somebody asked for. */
    public enum Action {
        PREPARE,
        REHEARSE,
        ACTIVATE,
        RETIRE,
        ABORT,
        /** Whatever is still to be done at sites that are behind. */
        CATCH_UP
    }
}
