package network.constellation.peer.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.NextKeys;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.protocol.keyswap.Finding;
import network.constellation.protocol.keyswap.KeySwap;
import network.constellation.protocol.method.rotation.KeyNews;
import network.constellation.protocol.method.rotation.RevokedKey;
import network.constellation.protocol.method.rotation.SiteBundle;

/**
 * Takes in what the network tells of the keys of its members. Only of peers that belong to it: those that this site's
 * administrator approved by hand keep the keys that he compared. The hub's own keys change by succession alone.
 */
@Singleton
public final class NetworkKeys {
    private static final String BY_THE_NETWORK = "network";

    private final KeyNotebook notebook;
    private final Peers peers;
    private final NextKeys nextKeys;
    private final KeySwap keySwap;
    private final CryptoEngine crypto;
    private final Audit audit;
    private final Clock clock;

    @Inject
    NetworkKeys(
            KeyNotebook notebook,
            Peers peers,
            NextKeys nextKeys,
            KeySwap keySwap,
            CryptoEngine crypto,
            Audit audit,
            Clock clock) {
        this.notebook = notebook;
        this.peers = peers;
        this.nextKeys = nextKeys;
        this.keySwap = keySwap;
        this.crypto = crypto;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes all of it in; what does not concern this site or does not verify is left out, as is what is known. */
    public synchronized void learn(KeyNews news) {
        news.revoked().forEach(this::revoke);
        for (SiteBundle site : news.current()) {
            KeyNotebook.identity(crypto, site).ifPresent(this::replace);
        }
        for (SiteBundle site : news.announced()) {
            KeyNotebook.identity(crypto, site).ifPresent(this::announce);
        }
        for (String wwwroot : news.withdrawn()) {
            peers.find(wwwroot).ifPresent(peer -> withdraw(peer.wwwroot()));
        }
    }

    /** A generation will follow: believed when the one in use vouches for it. @return whether it is noted */
    public boolean announce(PublicIdentity next) {
        Optional<Peer> known = peers.find(next.wwwroot()).filter(this::isOfTheNetwork);
        if (known.isEmpty()
                || notebook.isRevoked(Fingerprint.of(next).hex())
                || nextKeys.state(known.get(), clock.instant()) == KeyState.REVOKED
                || keySwap.compare(Optional.of(known.get().identity()), next) != Finding.VOUCHED) {
            return false;
        }
        notebook.announce(next);
        return true;
    }

    /**
     * The same upon the word of the signed directory, whose key is another than the hub's (protocol-security.md 1.8); a
     * generation that is noted already, with what vouches for it, stays.
     */
    void announcedByDirectory(PublicIdentity next) {
        Optional<Peer> known = peers.find(next.wwwroot()).filter(this::isOfTheNetwork);
        boolean later = known.filter(peer -> KeyState.generation(next) > KeyState.generation(peer.identity()))
                .isPresent();
        boolean noted = notebook.announced(next.wwwroot())
                .filter(present -> KeyState.generation(present) >= KeyState.generation(next))
                .isPresent();
        if (later && !noted && !notebook.isRevoked(Fingerprint.of(next).hex())) {
            notebook.announce(next);
        }
    }

    /** An announced generation will not come into use. */
    public void withdraw(Wwwroot wwwroot) {
        notebook.withdraw(wwwroot);
    }

    /** Refused everywhere from now on, and what it vouched for is not waited for. */
    public void revoke(RevokedKey key) {
        if (notebook.revoke(key)) {
            audit.record(AuditEvent.done("keys.revoked", BY_THE_NETWORK)
                    .peer(key.wwwroot())
                    .with("fingerprint", key.fingerprint())
                    .with("reason", key.reason()));
        }
        peers.find(key.wwwroot())
                .filter(peer -> peer.fingerprint().equals(key.fingerprint()))
                .ifPresent(peer -> notebook.withdraw(peer.wwwroot()));
    }

    /** The keys that the network vouches for, in place of older or revoked ones. */
    public void replace(PublicIdentity identity) {
        Optional<Peer> known =
                peers.find(identity.wwwroot()).filter(this::isOfTheNetwork).filter(peer -> !peer.hub());
        boolean later = known.filter(peer -> KeyState.generation(identity) > KeyState.generation(peer.identity())
                        || nextKeys.state(peer, clock.instant()) == KeyState.REVOKED)
                .isPresent();
        if (!later) {
            return;
        }
        try {
            peers.replaceKeys(identity.wwwroot(), identity, BY_THE_NETWORK, BY_THE_NETWORK);
        } catch (PeersException unfit) {
            audit.record(AuditEvent.refused("keys.refused", BY_THE_NETWORK, "unfit")
                    .peer(identity.wwwroot().value())
                    .with("why", String.valueOf(unfit.getMessage())));
        }
    }

    /** Whether the network may change what we know of this peer. */
    boolean isOfTheNetwork(Peer peer) {
        return peer.hub()
                || !peer.terms().network().isEmpty()
                        && peers.hub()
                                .map(hub -> hub.terms()
                                        .network()
                                        .equals(peer.terms().network()))
                                .orElse(true);
    }
}
