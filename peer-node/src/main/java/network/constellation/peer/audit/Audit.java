package network.constellation.peer.audit;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The audit of one tenant; injectable there. */
public interface Audit {

    /** Durable when this returns: record before you acknowledge. */
    void record(AuditEvent event);

    /** Within a transaction of the tenant's database: the line exists if and only if that commits. */
    void record(Handle transaction, AuditEvent event);

    /**
     * A refusal of somebody unknown: counted by name and reason, one line per minute however many there were, so that a
     * flood cannot fill the disk. Returns at once.
     */
    void countStranger(String name, String reason, String address);

    /** A refusal of a known peer at a high rate: written soon, in order, without waiting; over the rate counted together. */
    void recordSoon(AuditEvent event);

    /** Writes what {@link #recordSoon} and {@link #countStranger} still hold. */
    void flush();

    /** Newest first. @param before only lines with a smaller number; {@code Long.MAX_VALUE} for the newest */
    List<AuditLine> page(long before, int size);

    /** Lines that fit, newest first. */
    AuditFound search(AuditQuery query, int offset, int size);

    /** Names of all events that rooms register here, in alphabetical order. */
    List<String> eventNames();

    /** Reads everything and compares with the head that the node keeps. */
    AuditVerdict verify();
}
