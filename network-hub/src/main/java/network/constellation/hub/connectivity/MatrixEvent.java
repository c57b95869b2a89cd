package network.constellation.hub.connectivity;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;

/**
 * Trouble, or its end, as administrators were told.
 *
 * @param word the key of what was found, {@code well} for the end
 * @param former what had been told before
 */
public record MatrixEvent(long id, Instant when, Wwwroot at, Wwwroot about, String word, String former, String detail) {
    static final String WELL = "well";

    public boolean isRecovery() {
        return word.equals(WELL);
    }
}
