package network.constellation.peer.audit;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import network.constellation.peer.tenant.TenantListener;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit of one tenant, as a chain in its database. */
@Singleton
final class ChainedAudit implements Audit, TenantListener {
    private static final Logger LOG = LoggerFactory.getLogger(ChainedAudit.class);
    private static final int SOON = 1000;
    private static final int MOST_NAMES = 200;

    private final AuditStore store;
    private final AuditClerk clerk;
    private final Clock clock;
    private final Set<String> names = new HashSet<>();
    private final ArrayBlockingQueue<AuditEvent> soon = new ArrayBlockingQueue<>(SOON);
    private final Tallies tallies = new Tallies(MOST_NAMES);

    @Inject
    ChainedAudit(AuditStore store, AuditClerk clerk, Clock clock, Set<AuditNames> rooms) {
        this.store = store;
        this.clerk = clerk;
        this.clock = clock;
        rooms.forEach(room -> names.addAll(room.names()));
    }

    @Override
    public void record(AuditEvent event) {
        store.append(List.of(checked(event)), now());
    }

    @Override
    public void record(Handle transaction, AuditEvent event) {
        store.appendIn(transaction, checked(event), now());
    }

    @Override
    public void countStranger(String name, String reason, String address) {
        tallies.count(checked(AuditEvent.refused(name, "strangers", reason)), address);
    }

    @Override
    public void recordSoon(AuditEvent event) {
        AuditEvent checked = checked(event);
        if (!soon.offer(checked)) {
            tallies.count(checked, checked.actor());
        }
    }

    @Override
    public void flush() {
        writeSoon();
        List<AuditEvent> counted = tallies.take();
        if (!counted.isEmpty()) {
            store.append(counted, now());
        }
    }

    /** What {@link #recordSoon} holds, in one transaction. */
    synchronized void writeSoon() {
        List<AuditEvent> waiting = new ArrayList<>();
        soon.drainTo(waiting);
        if (!waiting.isEmpty()) {
            store.append(waiting, now());
        }
    }

    @Override
    public List<AuditLine> page(long before, int size) {
        return store.page(before, size);
    }

    @Override
    public AuditFound search(AuditQuery query, int offset, int size) {
        flush();
        return store.search(query, offset, size);
    }

    @Override
    public List<String> eventNames() {
        return names.stream().sorted().toList();
    }

    @Override
    public AuditVerdict verify() {
        flush();
        return new ChainCheck(store).verify();
    }

    @Override
    public void opened() {
        clerk.add(this);
    }

    @Override
    public void closing() {
        clerk.remove(this);
        try {
            flush();
        } catch (RuntimeException failed) {
            LOG.warn("The last lines of the audit could not be written", failed);
        }
    }

    private AuditEvent checked(AuditEvent event) {
        if (!names.contains(event.name())) {
            throw new IllegalArgumentException("No room registers the audit event " + event.name());
        }
        return Redaction.clean(event);
    }

    /** Both databases keep milliseconds, and the hash is over what is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
