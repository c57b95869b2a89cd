package network.constellation.peer.web.view;

import java.time.Duration;
import java.time.Instant;
import network.constellation.peer.web.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * How far long work is.
 *
 * @param total 0 when nobody knows
 * @param doing the present step
 * @param remaining an honest guess, or null
 * @param failed how many parts failed so far
 */
public record Progress(
        long done,
        long total,
        @Nullable Message doing,
        Instant since,
        @Nullable Duration remaining,
        long failed,
        boolean finished) {

    public int percent() {
        return total <= 0 ? 0 : (int) Math.min(100, 100 * done / total);
    }

    public State state() {
        return !finished ? State.WORKING : failed == 0 ? State.GOOD : State.BAD;
    }
}
