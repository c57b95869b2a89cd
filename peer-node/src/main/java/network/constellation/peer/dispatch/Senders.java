package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.NetConfig;
import network.constellation.peer.peers.NextKeys;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;

/** Who is served at all, and in which suite. */
@Singleton
final class Senders {
    private final Wwwroot self;
    private final SiteIdentity identity;
    private final Peers peers;
    private final NetConfig config;
    private final NextKeys nextKeys;
    private final Clock clock;

    @Inject
    Senders(Wwwroot self, SiteIdentity identity, Peers peers, NetConfig config, NextKeys nextKeys, Clock clock) {
        this.self = self;
        this.identity = identity;
        this.peers = peers;
        this.config = config;
        this.nextKeys = nextKeys;
        this.clock = clock;
    }

    /** The approved peer of exactly this name, or fault 7020 (mnet-wire.md 2.3). */
    Peer known(Passage passage, String claimed) {
        passage.claims(claimed);
        if (claimed.equals(self.value())) {
            // The readiness probe; with no services it may ask who we are, and nothing else.
            Peer own = identity.asPeer();
            passage.sender(own);
            return own;
        }
        Optional<Peer> found = peers.find(claimed);
        found.ifPresent(passage::sender);
        Peer peer = found.orElseThrow(() -> Faults.unknownPeer(claimed, "unknown-peer"));
        if (!peer.isApproved()) {
            throw Faults.unknownPeer(claimed, peer.state().label() + "-peer");
        }
        return peer;
    }

    /** The legacy suite may be off, only for listed peers, or given up by this peer (protocol-security.md 3). */
    void requireLegacyAllowed(Peer peer) {
        boolean allowed = switch (config.legacySuite()) {
            case ALLOWED -> peer.mayCallLegacy();
            case LISTED_PEERS -> peer.choice() == SuiteChoice.LEGACY;
            case OFF -> false;
        };
        if (!allowed) {
            throw Faults.forbiddenTransport("legacy-refused");
        }
    }

    /** A revoked key of a peer that has no other yet is refused before any work is done for it. */
    void requireNotRevoked(Peer peer) {
        if (nextKeys.state(peer, now()) == KeyState.REVOKED) {
            throw Faults.badSignature(KeyState.REVOKED.code());
        }
    }

    Instant now() {
        return clock.instant();
    }
}
