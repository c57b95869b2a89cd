package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.directory.DirectoryAnchor;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * By which root key this tenant recognises the directory of its network: pinned once, when it joins, and never replaced
 * while it stays in that network (protocol-security.md 3).
 */
@Singleton
public final class DirectoryAnchors {
    private final Wwwroot self;
    private final DirectoryCache cache;
    private final DirectoryRefresh refresh;
    private final CryptoEngine engine;
    private final Audit audit;

    @Inject
    DirectoryAnchors(Wwwroot self, DirectoryCache cache, DirectoryRefresh refresh, CryptoEngine engine, Audit audit) {
        this.self = self;
        this.cache = cache;
        this.refresh = refresh;
        this.engine = engine;
        this.audit = audit;
    }

    /**
     * This tenant belongs to the network of that root key, whose directory is asked for at once. Again with the same: no
     * change.
     *
     * @throws IllegalStateException when the network is known here by another root key
     */
    public void pin(DirectoryAnchor anchor, String actor) {
        cache.belong(self, anchor.network(), false);
        boolean first = anchor().isEmpty();
        cache.pin(anchor);
        if (first) {
            audit.record(AuditEvent.done(DirectoryEvents.PINNED, actor).with("network", anchor.network()));
        }
        refresh.soon(anchor.network());
    }

    /**
     * This tenant was admitted: pins the root key that the hub signed for it, or asks for it later where a hub of an earlier
     * version gave none.
     *
     * @throws DirectoryRefusedException when the hub's key does not vouch for it
     */
    public void joined(String network, Peer hub, Optional<byte[]> signed, String actor)
            throws DirectoryRefusedException {
        Optional<ModernKeys> keys = hub.identity().modern();
        if (signed.isEmpty() || keys.isEmpty()) {
            belong(network);
            return;
        }
        DirectoryAnchor anchor = DirectoryAnchor.open(
                signed.get(), engine, self, hub.wwwroot(), keys.get().ed25519());
        if (!anchor.network().equals(network)) {
            throw new DirectoryRefusedException(Refusal.WRONG_NETWORK, "The root key is that of another network.");
        }
        pin(anchor, actor);
    }

    /** This tenant is a member of a network whose root key it does not know: its authenticated hub is asked for it once. */
    public void belong(String network) {
        cache.belong(self, network, false);
        refresh.soon(network);
    }

    /** This tenant is the hub of the network: it signs the directory and asks nobody for it. */
    public void lead(DirectoryAnchor anchor) {
        cache.belong(self, anchor.network(), true);
        cache.pin(anchor);
    }

    /**
     * What this tenant, the hub, has just signed: the other tenants of this process need not ask for it.
     *
     * @throws DirectoryRefusedException when it could not be taken by a member either
     */
    public void published(byte[] document, byte[] suspensions) throws DirectoryRefusedException {
        String network = led();
        boolean other = cache.received(network, document);
        if (cache.suspensions(network, suspensions) || other) {
            refresh.roundSoon();
        }
    }

    /** As {@link #published(byte[], byte[])}, while the directory stays as it was. */
    public void published(byte[] suspensions) throws DirectoryRefusedException {
        if (cache.suspensions(led(), suspensions)) {
            refresh.roundSoon();
        }
    }

    private String led() {
        @Nullable TenantRow row = cache.tenant(self);
        if (row == null || !row.leads()) {
            throw new IllegalStateException(self + " does not lead a network.");
        }
        return row.network();
    }

    /** This tenant is in no network any more. */
    public void leave() {
        cache.leave(self);
    }

    /** Empty while it is not known yet, or when this tenant is in no network. */
    public Optional<DirectoryAnchor> anchor() {
        @Nullable Held held = held();
        return held == null ? Optional.empty() : held.anchor();
    }

    private @Nullable Held held() {
        @Nullable TenantRow row = cache.tenant(self);
        return row == null ? null : cache.held(row.network());
    }
}
