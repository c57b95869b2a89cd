package network.constellation.peer.audit;

import java.time.Instant;

/** One line as it was written. */
public record AuditLine(long sequence, Instant at, AuditEvent event, String hash) {}
