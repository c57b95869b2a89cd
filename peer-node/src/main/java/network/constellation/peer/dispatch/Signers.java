package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import network.constellation.peer.outbound.KeyRefresh;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.NextKeys;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.envelope.ModernPeer;

/**
 * Which generation of a peer's keys signed a modern message, and whether it may: the present one, the announced next one,
 * or a later one that is asked for once and for which the present one must vouch. Each refusal has its own word in the
 * audit (reliability-anchors.md 6.2, promise 15); outside all look the same.
 */
@Singleton
final class Signers {
    private static final String UNKNOWN = "unknown-generation";

    private final NextKeys keys;
    private final KeyRefresh refresh;

    @Inject
    Signers(NextKeys keys, KeyRefresh refresh) {
        this.keys = keys;
        this.refresh = refresh;
    }

    /** The peer with the generation of that fingerprint. */
    Peer ofGeneration(Peer peer, byte[] fingerprint, Instant now) {
        if (keys.isRevoked(fingerprint)) {
            throw Faults.badSignature(KeyState.REVOKED.code());
        }
        if (isOf(peer, fingerprint)) {
            return good(peer, now);
        }
        Optional<Peer> announced = keys.announced(peer, fingerprint, now);
        if (announced.isPresent()) {
            return good(announced.get(), now);
        }
        if (keys.isFormer(peer.wwwroot(), fingerprint)) {
            throw Faults.badSignature("retired-key");
        }
        return good(
                refresh.afterUnknownGeneration(peer)
                        .filter(renewed -> isOf(renewed, fingerprint))
                        .orElseThrow(() -> Faults.badSignature(UNKNOWN)),
                now);
    }

    /** Whether these are keys that were announced and not taken up yet. */
    boolean isAnnounced(Peer sender) {
        return keys.announced(sender.wwwroot(), modern(sender).fingerprint());
    }

    /** An ordinary message came with an announced generation: it is the present one from now on. */
    void inUse(Peer sender) {
        keys.take(sender.wwwroot(), modern(sender).fingerprint());
    }

    /** As the other side of modern messages. */
    static ModernPeer modern(Peer peer) {
        ModernPeer known = peer.modern();
        if (known == null) {
            throw Faults.badSignature(UNKNOWN);
        }
        return known;
    }

    private Peer good(Peer peer, Instant now) {
        KeyState state = keys.state(peer, now);
        if (state != KeyState.GOOD) {
            throw Faults.badSignature(state.code());
        }
        return peer;
    }

    private static boolean isOf(Peer peer, byte[] fingerprint) {
        ModernPeer known = peer.modern();
        return known != null && Arrays.equals(known.fingerprint(), fingerprint);
    }
}
