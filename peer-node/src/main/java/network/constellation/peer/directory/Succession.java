package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.method.directory.SuccessionAnswer;
import network.constellation.protocol.method.directory.SuccessionAnswer.State;
import org.jspecify.annotations.Nullable;

/**
 * Takes the first directory of a promoted hub from whoever brings it: what counts is that the root key let its hub sign in
 * a later term (docs/protocol/standby.md). The rooms that follow the directory then follow that hub.
 */
@Singleton
final class Succession {
    private final Wwwroot self;
    private final DirectoryCache cache;
    private final DirectoryRefresh refresh;
    private final Audit audit;

    @Inject
    Succession(Wwwroot self, DirectoryCache cache, DirectoryRefresh refresh, Audit audit) {
        this.self = self;
        this.cache = cache;
        this.refresh = refresh;
        this.audit = audit;
    }

    SuccessionAnswer take(byte[] document, String from) {
        @Nullable TenantRow row = cache.tenant(self);
        @Nullable Held held = row == null ? null : cache.held(row.network());
        if (row == null || held == null || row.leads()) {
            return refused("no-member", from);
        }
        try {
            if (cache.succession(row.network(), document)) {
                refresh.roundSoon();
            }
            return new SuccessionAnswer(State.TAKEN);
        } catch (DirectoryRefusedException refused) {
            return refused(refused.refusal().label(), from);
        } catch (IllegalStateException gone) {
            // The tenant left the network meanwhile.
            return refused("no-member", from);
        }
    }

    /** One answer for every cause: a stranger does not learn what this site knows. */
    private SuccessionAnswer refused(String why, String from) {
        audit.countStranger(DirectoryEvents.REFUSED, why, from);
        return new SuccessionAnswer(State.REFUSED);
    }
}
