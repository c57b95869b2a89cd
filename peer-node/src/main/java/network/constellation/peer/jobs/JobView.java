package network.constellation.peer.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job as it stands, for pages, command line and tests.
 *
 * @param tenant the tenant's address; empty for work of the node itself
 * @param step the step being done or tried again; for an ended job the last one
 * @param percent 0 to 100
 * @param attempt of the present step, from 1
 * @param nextRun when a waiting job goes on
 */
public record JobView(
        UUID id,
        String kind,
        Optional<String> tenant,
        State state,
        String step,
        int percent,
        String note,
        int attempt,
        Optional<String> lastError,
        Instant created,
        Instant since,
        Optional<Instant> nextRun,
        String stateJson) {

    /** WAITING: about to run, or for its next attempt. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isEnded() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
