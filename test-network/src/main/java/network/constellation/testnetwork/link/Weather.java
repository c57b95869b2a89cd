package network.constellation.testnetwork.link;

import java.time.Duration;

/**
 * How a link behaves for the connections it accepts from now on.
 *
 * @param delay added before each piece is handed on
 * @param refuse new connections are closed at once
 * @param cutAfter bytes of the request after which the connection is reset; negative: never
 * @param cutAnswerAfter bytes of the answer after which the connection is reset; negative: never
 * @param corrupt one bit of each piece of the request is flipped
 * @param duplicate the request is sent a second time, on a connection of its own, and that answer is dropped
 */
public record Weather(
        Duration delay, boolean refuse, long cutAfter, long cutAnswerAfter, boolean corrupt, boolean duplicate) {

    public static final Weather FAIR = new Weather(Duration.ZERO, false, -1, -1, false, false);

    public Weather delayed(Duration by) {
        return new Weather(by, refuse, cutAfter, cutAnswerAfter, corrupt, duplicate);
    }

    /** The peer cannot be reached at all. */
    public Weather down() {
        return new Weather(delay, true, cutAfter, cutAnswerAfter, corrupt, duplicate);
    }

    public Weather cutRequestAfter(long bytes) {
        return new Weather(delay, refuse, bytes, cutAnswerAfter, corrupt, duplicate);
    }

    /** The request arrives and is executed; its answer is lost after so many bytes. */
    public Weather loseAnswerAfter(long bytes) {
        return new Weather(delay, refuse, cutAfter, bytes, corrupt, duplicate);
    }

    public Weather corrupting() {
        return new Weather(delay, refuse, cutAfter, cutAnswerAfter, true, duplicate);
    }

    public Weather duplicating() {
        return new Weather(delay, refuse, cutAfter, cutAnswerAfter, corrupt, true);
    }
}
