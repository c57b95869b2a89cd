package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.SuspensionList;
import org.jspecify.annotations.Nullable;

/** The signed directory of the network, as this tenant sees it (docs/protocol/directory-members.md). */
@Singleton
public final class NetworkDirectory {
    private static final int LONGEST_NOTE = 300;

    private final Wwwroot self;
    private final DirectoryCache cache;
    private final DirectoryRefresh refresh;
    private final Clock clock;

    @Inject
    NetworkDirectory(Wwwroot self, DirectoryCache cache, DirectoryRefresh refresh, Clock clock) {
        this.self = self;
        this.cache = cache;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** The newest that was accepted, whatever its age; empty without a network, and until the first came. */
    public Optional<Directory> current() {
        @Nullable Held held = held();
        return held == null ? Optional.empty() : held.directory();
    }

    /** Whether this site's peers and services are as the newest that was accepted wants them. */
    public boolean isFollowed() {
        @Nullable TenantRow row = cache.tenant(self);
        @Nullable Held held = row == null ? null : cache.held(row.network());
        return row != null && held != null && held.directory().isPresent() && !Following.isBehind(row, held);
    }

    /** The newest that was accepted, whatever its age. */
    public Optional<SuspensionList> suspensions() {
        @Nullable Held held = held();
        return held == null ? Optional.empty() : held.list();
    }

    /** Whether the network's hub has cut this site off. */
    public boolean isSuspended(Wwwroot site) {
        @Nullable Held held = held();
        return held != null && held.cutsOff(site);
    }

    /** Age, life and how asking goes; empty without a network. */
    public Optional<DirectoryAge> age() {
        @Nullable TenantRow row = cache.tenant(self);
        @Nullable Held held = row == null ? null : cache.held(row.network());
        return row == null || held == null
                ? Optional.empty()
                : Optional.of(DirectoryAge.of(held, row.leads(), refresh.attempts(row.network()), clock.instant()));
    }

    /**
     * Asks the hub now and waits for it, seconds at most.
     *
     * @return whether the hub answered as it must
     */
    public boolean refresh() {
        @Nullable TenantRow row = cache.tenant(self);
        return row != null && refresh.now(row.network());
    }

    /** Tells the hub, with the next question, which links this tenant could not bring in line. @param note the first reason */
    public void report(int missing, String note) {
        cache.follow(self, row -> row.lacking(missing, note.substring(0, Math.min(note.length(), LONGEST_NOTE))));
    }

    private @Nullable Held held() {
        @Nullable TenantRow row = cache.tenant(self);
        return row == null ? null : cache.held(row.network());
    }
}
