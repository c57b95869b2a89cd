package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/**
 * One site within an order.
 *
 * @param before the state when it was planned; JSON null: there was none
 * @param after the state that is wanted, or what a reading order answered
 * @param mark of {@code before}, which the site compares when it executes; null: not planned yet
 * @param error what went wrong, or a note
 * @param attempts calls that were begun
 */
public record OrderTarget(
        int order,
        Wwwroot peer,
        TargetState state,
        JsonNode before,
        JsonNode after,
        @Nullable String mark,
        @Nullable String error,
        int attempts,
        Instant changedAt) {}
