package network.constellation.peer.tenant;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import network.constellation.peer.lifecycle.NodeService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes tenants that nobody uses. */
@Singleton
final class IdleCloser implements NodeService {
    private static final Logger LOG = LoggerFactory.getLogger(IdleCloser.class);

    private final Tenants tenants;
    private final TenantConfig config;
    private @Nullable ScheduledExecutorService thread;

    @Inject
    IdleCloser(Tenants tenants, TenantConfig config, MeterRegistry meters) {
        this.tenants = tenants;
        this.config = config;
        Gauge.builder("constellation.tenants.open", tenants::openCount).register(meters);
    }

    @Override
    public Phase phase() {
        return Phase.EARLY;
    }

    @Override
    public void start() {
        ScheduledExecutorService made = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread closer = new Thread(run, "idle-tenants");
            closer.setDaemon(true);
            return closer;
        });
        made.scheduleWithFixedDelay(this::round, 10, 10, TimeUnit.SECONDS);
        thread = made;
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.shutdown();
        }
    }

    private void round() {
        try {
            tenants.closeIdle(config.closeAfter());
        } catch (RuntimeException failed) {
            LOG.warn("An idle tenant could not be closed", failed);
        }
    }
}
