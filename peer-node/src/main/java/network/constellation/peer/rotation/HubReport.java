package network.constellation.peer.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.NextKeysReport;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.rotation.RotationMethods;

/** Reports a rotation that this site makes by itself to its hub, which announces the next keys to the others. */
@Singleton
final class HubReport implements NextKeysReport {
    private final Peers peers;
    private final PeerClient client;
    private final Audit audit;

    @Inject
    HubReport(Peers peers, PeerClient client, Audit audit) {
        this.peers = peers;
        this.client = client;
        this.audit = audit;
    }

    @Override
    public void prepared(PublicIdentity next) {
        peers.hub().filter(Peer::isApproved).ifPresent(hub -> report(hub, next));
    }

    private void report(Peer hub, PublicIdentity next) {
        String generation = Integer.toString(KeyState.generation(next));
        try {
            client.call(hub, RotationMethods.REPORT, next.bundle());
            audit.record(AuditEvent.done("keys.reported", "system")
                    .peer(hub.wwwroot().value())
                    .with("generation", generation));
        } catch (UnreachableException | Fault notNow) {
            // The others find the new keys at the first call, because the old ones vouch for them.
            audit.record(AuditEvent.failed("keys.reported", "system", "hub-not-reached")
                    .peer(hub.wwwroot().value())
                    .with("generation", generation));
        }
    }
}
