package network.constellation.peer.peers;

import java.time.Duration;
import java.time.Instant;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;

/** Whether modern keys may be used at a moment, and by which word the audit names it if not (reliability-anchors.md 6.2). */
public enum KeyState {
    GOOD("good", "are good"),
    /** Beyond what clocks may differ by. */
    NOT_YET_VALID("key-not-yet-valid", "are not valid yet"),
    EXPIRED("expired-key", "have expired"),
    REVOKED("revoked-key", "were revoked");

    /** Clocks differ and jump: whether a message is of the right time is for its own fault to say, not for its keys. */
    private static final Duration SKEW = Duration.ofHours(25);

    private final String code;
    private final String words;

    KeyState(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** For the audit. */
    public String code() {
        return code;
    }

    /** As in "its keys have expired". */
    public String words() {
        return words;
    }

    /** Of a peer's generation; a site without modern keys is judged by revocation alone (mnet-wire.md 2.2). */
    public static KeyState of(PublicIdentity identity, String fingerprint, KeyNotes notes, Instant now) {
        if (notes.isRevoked(fingerprint)) {
            return REVOKED;
        }
        if (identity.modern().isEmpty()) {
            return GOOD;
        }
        Instant from = identity.modern().get().statement().created();
        Instant until = identity.modern().get().statement().notAfter();
        if (!until.isAfter(now)) {
            return EXPIRED;
        }
        return from.isAfter(now.plus(SKEW)) ? NOT_YET_VALID : GOOD;
    }

    /** Of a known peer's present keys. */
    public static KeyState of(Peer peer, KeyNotes notes, Instant now) {
        return of(peer.identity(), peer.fingerprint(), notes, now);
    }

    /** @throws PeersException when these keys were revoked: nobody takes them up again, whoever vouches */
    static void requireNotRevoked(PublicIdentity identity, KeyNotes notes) {
        if (notes.isRevoked(Fingerprint.of(identity).hex())) {
            throw new PeersException("These keys of " + identity.wwwroot() + " were revoked: it needs new ones.");
        }
    }

    /** The number of a site's generation; 0 when it has only a certificate. */
    public static int generation(PublicIdentity identity) {
        return identity.modern().map(keys -> keys.statement().generation()).orElse(0);
    }
}
