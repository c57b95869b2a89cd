package network.constellation.peer.tenant;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All listeners of one tenant. */
@Singleton
final class TenantListeners {
    private static final Logger LOG = LoggerFactory.getLogger(TenantListeners.class);

    private final Set<TenantListener> listeners;

    @Inject
    TenantListeners(Set<TenantListener> listeners) {
        this.listeners = listeners;
    }

    void opened() {
        listeners.forEach(TenantListener::opened);
    }

    void closing() {
        for (TenantListener listener : listeners) {
            try {
                listener.closing();
            } catch (RuntimeException failed) {
                LOG.warn("{} could not close cleanly", listener.getClass().getSimpleName(), failed);
            }
        }
    }
}
