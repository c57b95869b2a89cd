package network.constellation.peer.commands;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order of the hub that changes something, as it was received.
 *
 * @param callId as the hub gave it
 * @param orderedBy the person at the hub, as the hub says
 * @param mark of function and arguments: the same call again has the same
 * @param former what it was before, as JSON
 * @param answer the first answer, as JSON; null while it is being executed
 * @param granted the grant it stood on, as it was then
 */
public record CallRecord(
        String callId,
        String hub,
        String orderedBy,
        String function,
        String subject,
        String mark,
        String former,
        @Nullable String answer,
        Instant at,
        String granted) {}
