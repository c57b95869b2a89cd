package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;

/**
 * Generations of peers that were announced before they came into use, and whether a generation may be used at all. A
 * message that such a generation signed verifies at once, without a fetch (network-admin.md 9, item 21).
 */
@Singleton
public final class NextKeys {
    private final Peers peers;
    private final KeyNotes notes;

    @Inject
    NextKeys(Peers peers, KeyNotes notes) {
        this.peers = peers;
        this.notes = notes;
    }

    /** Whether the keys that this peer has here may be used. */
    public KeyState state(Peer peer, Instant now) {
        return KeyState.of(peer, notes, now);
    }

    /** Whether a generation was revoked. @param fingerprint 32 bytes */
    public boolean isRevoked(byte[] fingerprint) {
        return notes.isRevoked(HexFormat.of().formatHex(fingerprint));
    }

    /** The peer as it will be with the announced generation of that fingerprint; nothing is stored. */
    public Optional<Peer> announced(Peer peer, byte[] fingerprint, Instant now) {
        return announced(peer, now).filter(next -> is(next, fingerprint));
    }

    /** The peer as it will be with its announced generation, if there is one. */
    public Optional<Peer> announced(Peer peer, Instant now) {
        return notes.announced(peer.wwwroot())
                .filter(next -> KeyState.generation(next) > KeyState.generation(peer.identity()))
                .map(next -> peer.withKeys(new PeerKeys(next, now, peer.terms().network())));
    }

    /** Whether an announced generation of that fingerprint waits to come into use. */
    public boolean announced(Wwwroot wwwroot, byte[] fingerprint) {
        return notes.announced(wwwroot)
                .filter(next -> Arrays.equals(Fingerprint.of(next).bytes(), fingerprint))
                .isPresent();
    }

    /** The announced generation of that fingerprint has come into use. @return the peer with it; empty: nobody announced it */
    public Optional<Peer> take(Wwwroot wwwroot, byte[] fingerprint) {
        return notes.announced(wwwroot)
                .filter(next -> Arrays.equals(Fingerprint.of(next).bytes(), fingerprint))
                .filter(next -> peers.find(wwwroot)
                        .filter(known -> KeyState.generation(next) > KeyState.generation(known.identity()))
                        .isPresent())
                .map(next -> peers.replaceKeys(wwwroot, next, "announced", wwwroot.value()));
    }

    /** Whether the peer had a generation of that fingerprint before the present one. */
    public boolean isFormer(Wwwroot wwwroot, byte[] fingerprint) {
        String hex = HexFormat.of().formatHex(fingerprint);
        return peers.formerKeys(wwwroot).stream()
                .anyMatch(former -> former.fingerprint().equals(hex));
    }

    private static boolean is(Peer peer, byte[] fingerprint) {
        return peer.modern() != null && Arrays.equals(peer.modern().fingerprint(), fingerprint);
    }
}
