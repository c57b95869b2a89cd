package network.constellation.peer.outbound;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a connection to a site came.
 *
 * @param step where it ended; {@link Step#DONE} when it could be used
 * @param word why: {@code unknown}, {@code forbidden}, {@code refused}, {@code silent}, {@code expired}, {@code early},
 *     {@code name}, {@code untrusted}, {@code broken}; empty when it could be used
 * @param detail the address that was connected to, or what was said
 * @param certificateEnds of the site's door; empty: without TLS, or not reached
 */
public record Reached(Step step, String word, String detail, Optional<Instant> certificateEnds) {
    /** In the order in which it is done. */
    public enum Step {
        RESOLVE,
        CONNECT,
        TLS,
        DONE
    }

    static Reached failed(Step step, String word, String detail) {
        return new Reached(step, word, detail, Optional.empty());
    }

    static Reached plain(String address) {
        return new Reached(Step.DONE, "", address, Optional.empty());
    }

    static Reached secure(String address, Instant ends) {
        return new Reached(Step.DONE, "", address, Optional.of(ends));
    }
}
