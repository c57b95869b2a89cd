package network.constellation.peer.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are wanted; whatever is null or empty wants all.
 *
 * @param from first instant, included
 * @param until last instant, not included
 * @param event the beginning of an event's name, such as {@code peer.}
 * @param actor part of who did it
 * @param peer part of the other site's address
 * @param reference the number that somebody was shown with a refusal
 * @param text part of the details or of the name of the event
 */
public record AuditQuery(
        @Nullable Instant from,
        @Nullable Instant until,
        String event,
        String actor,
        String peer,
        AuditEvent.@Nullable Outcome outcome,
        String reference,
        String text) {
    public static final AuditQuery ALL = new AuditQuery(null, null, "", "", "", null, "", "");

    /** Everything at or about one site. */
    public static AuditQuery ofPeer(String wwwroot) {
        return new AuditQuery(null, null, "", "", wwwroot, null, "", "");
    }
}
