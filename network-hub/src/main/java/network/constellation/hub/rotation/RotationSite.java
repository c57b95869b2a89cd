package network.constellation.hub.rotation;

import java.time.Instant;
import java.util.Locale;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/**
 * A site in a rotation.
 *
 * @param rotates whether its keys change; the others are told and take part in the rehearsal
 * @param generationTo its next generation; 0 until it is prepared
 * @param told whether it was told of the next keys of all its peers
 * @param attempts that failed since the last that succeeded
 */
public record RotationSite(
        Wwwroot wwwroot,
        boolean rotates,
        State state,
        int generationFrom,
        int generationTo,
        boolean told,
        int attempts,
        @Nullable String lastError,
        Instant changedAt) {

    /** How far this site has come. */
    public enum State {
        /** Nothing was done yet. */
        WAITING,
        PREPARED,
        ACTIVATED,
        RETIRED,
        /** It kept its keys. */
        DISCARDED,
        /** It speaks the legacy suite only: it renews its key itself, and others learn it by fault 7025. */
        LEGACY;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it lags behind the rotation, and will be tried again. */
    public boolean isBehind(Rotation.Phase phase) {
        if (state == State.LEGACY) {
            return false;
        }
        boolean aborted = phase.isAtLeast(Rotation.Phase.ABORTING);
        if (!told && !aborted) {
            return true;
        }
        return rotates && (aborted ? state == State.PREPARED : state.compareTo(wanted(phase)) < 0);
    }

    /** What a site should have come to when its rotation is in that phase. */
    static State wanted(Rotation.Phase phase) {
        if (phase.isAtLeast(Rotation.Phase.RETIRED)) {
            return State.RETIRED;
        }
        return phase.isAtLeast(Rotation.Phase.ACTIVATED) ? State.ACTIVATED : State.PREPARED;
    }
}
