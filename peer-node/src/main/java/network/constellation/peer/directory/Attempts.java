package network.constellation.peer.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * How asking the hub has gone lately. The pause after a failure grows from a second to the usual minute; a hub that has
 * been silent for longer than {@link #LONG} is asked less and less, down to every ten minutes. Each pause is shortened at
 * random, so that members which lost the hub together do not come back together (promises 10 and 17).
 *
 * @param last the last attempt, whatever came of it
 * @param success the last that the hub answered as it must
 * @param next not before then, unless the hub calls
 * @param failingSince the first failure after a success
 * @param error of the last attempt; empty when it succeeded
 */
record Attempts(
        Optional<Instant> last,
        Optional<Instant> success,
        Optional<Instant> next,
        Optional<Instant> failingSince,
        int failures,
        Optional<String> error) {
    static final Attempts NONE =
            new Attempts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());

    /** From one answer of the hub to the next question. */
    static final Duration INTERVAL = Duration.ofSeconds(60);

    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(10);
    /** How long a hub is asked each minute although it does not answer. */
    static final Duration LONG = Duration.ofHours(1);

    private static final int LONGEST_ERROR = 500;

    boolean isDue(Instant now) {
        // A clock that was set back must not put the next attempt into the far future.
        return next.isEmpty()
                || !now.isBefore(next.get())
                || next.get().isAfter(now.plus(LONGEST).plus(INTERVAL));
    }

    Attempts succeeded(Instant now) {
        return new Attempts(
                Optional.of(now),
                Optional.of(now),
                Optional.of(now.plus(INTERVAL)),
                Optional.empty(),
                0,
                Optional.empty());
    }

    Attempts failed(Instant now, String sentence, DoubleSupplier random) {
        Instant since = failingSince.orElse(now);
        Duration pause = pause(failures + 1, Duration.between(since, now));
        long shortened = (long) (pause.toMillis() * (1 - random.getAsDouble() / 2));
        return new Attempts(
                Optional.of(now),
                success,
                Optional.of(now.plusMillis(shortened)),
                Optional.of(since),
                failures + 1,
                Optional.of(sentence.substring(0, Math.min(sentence.length(), LONGEST_ERROR))));
    }

    private static Duration pause(int failures, Duration failingFor) {
        Duration grown = SHORTEST.multipliedBy(1L << Math.min(failures - 1, 10));
        if (failingFor.compareTo(LONG) <= 0) {
            return grown.compareTo(INTERVAL) > 0 ? INTERVAL : grown;
        }
        Duration slower = failingFor.dividedBy(30);
        return slower.compareTo(LONGEST) > 0 ? LONGEST : slower;
    }
}
