package network.constellation.hub.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A dangerous act that somebody asked for.
 *
 * @param number from 1
 * @param preview the canonical text of what would run
 * @param sha256 of {@code preview} in UTF-8, 64 hex digits: what a second person approves
 * @param voices administrators who approved, the first first; who asked is not among them
 * @param outcome a sentence: what became of it
 */
public record Approval(
        int number,
        String kind,
        Map<String, String> parameters,
        String preview,
        String sha256,
        String reason,
        Person askedBy,
        State state,
        Optional<String> outcome,
        Instant askedAt,
        Instant expiresAt,
        Optional<Instant> endedAt,
        List<Voice> voices) {
    public Approval {
        parameters = Map.copyOf(parameters);
        voices = List.copyOf(voices);
    }

    /** How far it is. */
    public enum State {
        /** For a second person. */
        WAITING,
        /** Begun; a process that was killed here leaves it so, and it is never begun again. */
        EXECUTING,
        DONE,
        /** It was approved and could not be done. */
        FAILED,
        /** What it was asked for had changed when it was to run; nothing ran. */
        CHANGED,
        REFUSED,
        EXPIRED;

        /** As printed. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An administrator who said yes. */
    public record Voice(long account, String username, Instant at) {}

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** How many different administrators stand behind it. */
    public long persons() {
        long others = voices.stream()
                .filter(voice ->
                        askedBy.account().filter(id -> id == voice.account()).isEmpty())
                .count();
        return others + (askedBy.account().isPresent() ? 1 : 0);
    }
}
