package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.TenantListener;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.SuspensionList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the rooms of one tenant what is new, until they have followed. */
@Singleton
final class DirectoryDelivery implements TenantListener {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryDelivery.class);

    private final Wwwroot self;
    private final DirectoryCache cache;
    private final DirectoryRefresh refresh;
    private final Set<DirectoryListener> listeners;
    private final Peers peers;
    private final Audit audit;

    @Inject
    DirectoryDelivery(
            Wwwroot self,
            DirectoryCache cache,
            DirectoryRefresh refresh,
            Set<DirectoryListener> listeners,
            Peers peers,
            Audit audit) {
        this.self = self;
        this.cache = cache;
        this.refresh = refresh;
        this.listeners = listeners;
        this.peers = peers;
        this.audit = audit;
    }

    /** Whoever joined before there were directories belongs to the network of its hub; whoever slept catches up. */
    @Override
    public void opened() {
        @Nullable TenantRow row = cache.tenant(self);
        if (row == null) {
            peers.hub()
                    .filter(Peer::isApproved)
                    .map(hub -> hub.terms().network())
                    .filter(network -> !network.equals(PeerTerms.NO_NETWORK))
                    .ifPresent(network -> {
                        cache.belong(self, network, false);
                        refresh.soon(network);
                    });
            return;
        }
        @Nullable Held held = cache.held(row.network());
        if (held != null && !row.leads() && Following.isBehind(row, held)) {
            refresh.roundSoon();
        }
    }

    /** Tells all that they have not followed; what one of them cannot do now is told again at the next round. */
    synchronized void deliver() {
        @Nullable TenantRow row = cache.tenant(self);
        @Nullable Held held = row == null ? null : cache.held(row.network());
        if (row == null || held == null) {
            return;
        }
        Optional<Directory> directory =
                held.directory().filter(now -> !now.version().equals(row.applied()));
        Optional<SuspensionList> list = held.list().filter(now -> now.sequence() != row.appliedList());
        // The list comes first: it is the shorter way to whoever must be cut off.
        list.filter(this::told)
                .ifPresent(now -> cache.follow(self, present -> present.applied(present.applied(), now.sequence())));
        directory
                .filter(this::told)
                .ifPresent(now -> cache.follow(self, present -> present.applied(now.version(), present.appliedList())));
    }

    private boolean told(SuspensionList list) {
        boolean all = true;
        for (DirectoryListener listener : listeners) {
            all &= done(listener, () -> listener.suspensionsChanged(list));
        }
        if (all) {
            audit.record(AuditEvent.done(DirectoryEvents.CUT_OFF, "hub")
                    .with("sequence", Long.toString(list.sequence()))
                    .with("suspended", Integer.toString(list.suspended().size())));
        }
        return all;
    }

    private boolean told(Directory directory) {
        boolean all = true;
        for (DirectoryListener listener : listeners) {
            all &= done(listener, () -> listener.directoryChanged(directory));
        }
        if (all) {
            audit.record(AuditEvent.done(DirectoryEvents.CHANGED, "hub")
                    .with("version", directory.version().toString())
                    .with("members", Integer.toString(directory.members().size())));
        }
        return all;
    }

    private boolean done(DirectoryListener listener, Runnable work) {
        try {
            work.run();
            return true;
        } catch (DirectoryListener.NotYet later) {
            LOG.debug("{} of {} follows later: {}", listener.getClass(), self, later.getMessage());
            return false;
        } catch (RuntimeException failed) {
            LOG.warn("{} of {} could not follow the directory yet", listener.getClass(), self, failed);
            return false;
        }
    }
}
