package network.constellation.hub.rotation;

import java.time.Instant;
import java.util.Locale;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** A stolen generation of a member's keys. @param fingerprint 64 hexadecimal digits, outside any network */
public record Revocation(
        String fingerprint,
        Wwwroot wwwroot,
        int generation,
        State state,
        String reason,
        String actor,
        @Nullable String lastError,
        Instant revokedAt,
        Instant changedAt) {

    /** How far it has come. The hub itself refuses the keys from the first moment. */
    public enum State {
        /** The others are told. */
        TELLING,
        /** The site has no new keys that the hub could believe yet: it stays outside. */
        WAITING,
        /** The others are told of its new keys. */
        SPREADING,
        DONE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
