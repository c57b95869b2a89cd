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

/** At the standby: fetches the hub's state each minute and keeps it, untouched, until it is needed. */
@Singleton
final class Copying {
    private final StandbyStore store;
    private final Founding founding;
    private final Mandate mandate;
    private final Peers peers;
    private final PeerClient client;
    private final Clock clock;

    @Inject
    Copying(StandbyStore store, Founding founding, Mandate mandate, Peers peers, PeerClient client, Clock clock) {
        this.store = store;
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
        if (founding.network().isPresent() || delegation.isEmpty() || hub.isEmpty()) {
            return;
        }
        String known = store.copy().map(StandbyStore.Copy::digest).orElse("");
        HubState state = client.call(hub.get(), StandbyMethods.STATE, known);
        Instant now = clock.instant();
        if (state.content().isEmpty()) {
            store.same(now);
            return;
        }
        byte[] content = state.content().get();
        String digest = HexFormat.of().formatHex(Digests.sha256(CopyText.expanded(content)));
        if (!digest.equals(state.digest())) {
            throw new IllegalStateException("The copy of the hub's state was damaged on the way.");
        }
        store.keep(new StandbyStore.Copy(delegation.get().network(), digest, content, now));
    }
}
