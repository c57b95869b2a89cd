package network.constellation.peer.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line to be written.
 *
 * @param name from a registered list: {@link AuditNames}
 * @param actor who did it: a user name, a peer's address, {@code system}
 * @param peer address of the other site, if one is concerned
 * @param details few and short; never a secret
 */
public record AuditEvent(
        String name,
        String actor,
        @Nullable String peer,
        Outcome outcome,
        @Nullable String traceId,
        Map<String, String> details) {

    /** What became of it. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    public AuditEvent {
        details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
    }

    public static AuditEvent done(String name, String actor) {
        return new AuditEvent(name, actor, null, Outcome.DONE, null, Map.of());
    }

    public static AuditEvent refused(String name, String actor, String reason) {
        return new AuditEvent(name, actor, null, Outcome.REFUSED, null, Map.of("reason", reason));
    }

    public static AuditEvent failed(String name, String actor, String reason) {
        return new AuditEvent(name, actor, null, Outcome.FAILED, null, Map.of("reason", reason));
    }

    public AuditEvent peer(String wwwroot) {
        return new AuditEvent(name, actor, wwwroot, outcome, traceId, details);
    }

    public AuditEvent trace(@Nullable String id) {
        return new AuditEvent(name, actor, peer, outcome, id, details);
    }

    public AuditEvent with(String key, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(key, value);
        return new AuditEvent(name, actor, peer, outcome, traceId, more);
    }
}
