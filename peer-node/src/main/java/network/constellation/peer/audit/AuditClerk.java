package network.constellation.peer.audit;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import network.constellation.peer.lifecycle.NodeService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that writes for all tenants what did not have to be written at once. */
@Singleton
final class AuditClerk implements NodeService {
    private static final Logger LOG = LoggerFactory.getLogger(AuditClerk.class);

    private final Set<ChainedAudit> audits = ConcurrentHashMap.newKeySet();
    private @Nullable ScheduledExecutorService thread;

    @Inject
    AuditClerk() {}

    void add(ChainedAudit audit) {
        audits.add(audit);
    }

    void remove(ChainedAudit audit) {
        audits.remove(audit);
    }

    @Override
    public Phase phase() {
        return Phase.EARLY;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread clerk = new Thread(run, "audit-clerk");
            clerk.setDaemon(true);
            return clerk;
        });
        made.scheduleWithFixedDelay(() -> each(ChainedAudit::writeSoon), 250, 250, TimeUnit.MILLISECONDS);
        made.scheduleWithFixedDelay(() -> each(ChainedAudit::flush), 1, 1, TimeUnit.MINUTES);
        thread = made;
    }

    @Override
    public synchronized void stop() throws InterruptedException {
        if (thread != null) {
            thread.shutdown();
            var unused = thread.awaitTermination(2, TimeUnit.SECONDS);
        }
    }

    private void each(Consumer<ChainedAudit> work) {
        for (ChainedAudit audit : audits) {
            try {
                work.accept(audit);
            } catch (RuntimeException failed) {
                LOG.warn("Lines of the audit could not be written", failed);
            }
        }
    }
}
