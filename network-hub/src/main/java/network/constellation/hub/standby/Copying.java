package network.constellation.hub.standby;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.founding.Founding;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.method.standby.HubState;
import network.constellation.protocol.method.standby.StandbyMethods;

/** At the standby: fetches the hub's state each minute and keeps it, sealed, until it is needed. */
@Singleton
final class Copying {
    private final StandbyStore store;
    private final KeptCopy kept;
    private final Lease lease;
    private final Founding founding;
    private final Mandate mandate;
    private final Peers peers;
    private final PeerClient client;
    private final Clock clock;

    @Inject
    Copying(
            StandbyStore store,
            KeptCopy kept,
            Lease lease,
            Founding founding,
            Mandate mandate,
            Peers peers,
            PeerClient client,
            Clock clock) {
        this.store = store;
        this.kept = kept;
        this.lease = lease;
        this.founding = founding;
        this.mandate = mandate;
        this.peers = peers;
        this.client = client;
        this.clock = clock;
    }

    /** Asks the hub, where this site stands by for one. */
    void round() {
        Optional<Delegation> delegation = mandate.highest();
        Optional<Peer> hub = peers.hub();
        // From the first moment of a promotion on, the copy stays as it is.
        if (founding.network().isPresent() || lease.begun() > 0 || delegation.isEmpty() || hub.isEmpty()) {
            return;
        }
        HubState state = client.call(hub.get(), StandbyMethods.STATE, kept.digest());
        Instant now = clock.instant();
        if (state.content().isEmpty()) {
            store.same(now);
            return;
        }
        byte[] content = state.content().get();
        byte[] plain = CopyText.expanded(content);
        String digest = HexFormat.of().formatHex(Digests.sha256(plain));
        if (!digest.equals(state.digest())) {
            throw new IllegalStateException("The copy of the hub's state was damaged on the way.");
        }
        // What could not be read at a promotion is refused now, while there is a hub that can be asked again.
        if (!HubCopy.read(plain).from().equals(hub.get().wwwroot())) {
            throw new IllegalStateException("The copy is not that of this site's hub.");
        }
        kept.keep(delegation.get().network(), digest, content, now);
    }
}
