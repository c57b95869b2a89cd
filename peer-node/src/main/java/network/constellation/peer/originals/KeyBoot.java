package network.constellation.peer.originals;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.CrashPoints;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;

/**
 * A master that has this site make new keys, once, while the window is open. Its public key alone opens nothing, as
 * everybody has it: the secret of the window must come with it (network-admin.md 9 A, items 9 to 11).
 */
@Singleton
final class KeyBoot {
    private static final String REFUSED = "keyboot.refused";

    private final Peers peers;
    private final SiteIdentity identity;
    private final OriginalsStore store;
    private final Audit audit;
    private final CrashPoints crash;

    @Inject
    KeyBoot(Peers peers, SiteIdentity identity, OriginalsStore store, Audit audit, CrashPoints crash) {
        this.peers = peers;
        this.identity = identity;
        this.store = store;
        this.audit = audit;
        this.crash = crash;
    }

    /**
     * New keys, in use when it returns.
     *
     * @param key the public certificate of whoever asks
     * @return why not, as a word for the audit; empty after success
     */
    synchronized Optional<String> boot(String key, String secret, String from, Instant now) {
        Optional<String> refusal = refusal(key, secret, now);
        if (refusal.isPresent()) {
            audit.countStranger(REFUSED, refusal.get(), from);
            return refusal;
        }
        BootWindow window = store.window().orElseThrow();
        // Noted before the keys are made: who was killed in between and is asked again makes no second generation.
        int wanted = window.generation().orElse(identity.current().generation() + 1);
        store.claim(wanted);
        crash.reached("keyboot/claimed");
        if (identity.current().generation() < wanted) {
            identity.prepare();
            identity.change(ring -> ring.activate(now));
        }
        crash.reached("keyboot/generated");
        store.used(now);
        audit.record(AuditEvent.done("keyboot.done", window.master().value())
                .peer(window.master().value())
                .with("generation", Integer.toString(wanted)));
        return Optional.empty();
    }

    private Optional<String> refusal(String key, String secret, Instant now) {
        if (key.isBlank()) {
            return Optional.of("empty-key");
        }
        Optional<Peer> caller = peers.list().stream()
                .filter(Peer::isApproved)
                .filter(peer -> plain(peer.identity().certificate().pem()).equals(plain(key)))
                .findFirst();
        if (caller.isEmpty()) {
            return Optional.of("unknown-key");
        }
        Optional<BootWindow> window =
                store.window().filter(open -> open.master().equals(caller.get().wwwroot()));
        if (window.isEmpty() || !caller.get().hub()) {
            return Optional.of("no-window");
        }
        if (!Digests.equal(ascii(Masters.hash(secret)), ascii(window.get().secretSha256()))) {
            return Optional.of("no-secret");
        }
        if (window.get().usedAt().isPresent()) {
            return Optional.of("window-used");
        }
        return window.get().isOpen(now) ? Optional.empty() : Optional.of("window-closed");
    }

    /** Carriage returns and outer blanks do not count. */
    private static String plain(String pem) {
        return pem.replace("\r", "").strip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
