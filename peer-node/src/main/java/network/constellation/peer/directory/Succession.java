package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.Refusal;
import network.constellation.protocol.directory.SuspensionList;
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
            return new SuccessionAnswer(State.REFUSED, "no member of a network", Optional.empty());
        }
        Optional<byte[]> list = held.list().map(SuspensionList::encoded);
        try {
            boolean news = cache.succession(row.network(), document);
            if (news) {
                refresh.roundSoon();
            }
            return new SuccessionAnswer(State.TAKEN, "", list);
        } catch (DirectoryRefusedException refused) {
            boolean misfit = refused.refusal() == Refusal.WRONG_BASE || refused.refusal() == Refusal.MIXED_VERSIONS;
            if (misfit) {
                return new SuccessionAnswer(State.WHOLE, "", Optional.empty());
            }
            audit.countStranger(DirectoryEvents.REFUSED, refused.refusal().label(), from);
            return new SuccessionAnswer(State.REFUSED, refused.refusal().label(), Optional.empty());
        } catch (IllegalStateException gone) {
            // The tenant left the network meanwhile.
            return new SuccessionAnswer(State.REFUSED, "no member of a network", Optional.empty());
        }
    }
}
