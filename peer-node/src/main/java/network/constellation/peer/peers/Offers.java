package network.constellation.peer.peers;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;

/**
 * Keys that strangers offered, and what administrators decide about them (protocol-security.md 3). An offer never changes
 * a peer that is known, never replaces another offer, has no services, and makes us fetch nothing.
 */
@Singleton
public final class Offers {
    /** Per network address, new offers a minute. */
    static final int PER_MINUTE = 10;
    /** What one tenant keeps at most; further ones are not noted. */
    static final int MOST = 1_000;
    /** Different keys under one name. */
    static final int MOST_PER_NAME = 20;

    private final Peers peers;
    private final PeersStore store;
    private final NetConfig config;
    private final Audit audit;
    private final Clock clock;
    private final Cache<Minute, AtomicInteger> recent;

    @Inject
    Offers(Peers peers, PeersStore store, NetConfig config, Audit audit, Clock clock) {
        this.peers = peers;
        this.store = store;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
        this.recent = Caffeine.newBuilder().maximumSize(10_000).build();
    }

    /** What became of an offer. */
    public enum Outcome {
        /** Noted, waits for an administrator. */
        PENDING,
        /** The same keys wait already, or were refused. */
        KNOWN,
        /** A peer of this name exists; nothing was changed. */
        PEER_EXISTS,
        /** The site accepts all hosts: it is a peer now. */
        ACCEPTED,
        /** Too many offers from there, or in all. */
        TOO_MANY,
        /** The keys are not of that name, or are another's. */
        UNFIT
    }

    /** A stranger's key swap (mnet-wire.md 2.7). */
    public Outcome offer(PublicIdentity identity, Application application, InetAddress from) {
        Optional<Peer> known = peers.find(identity.wwwroot());
        if (known.isPresent()) {
            return Outcome.PEER_EXISTS;
        }
        try {
            peers.checkKeys(identity);
        } catch (PeersException unfit) {
            return Outcome.UNFIT;
        }
        PeerTerms terms = PeerTerms.of(identity.wwwroot().host(), application);
        if (config.acceptAllHosts()) {
            peers.admit(identity, terms, "accept-all-hosts", from.getHostAddress());
            return Outcome.ACCEPTED;
        }
        if (!counts(from)) {
            return Outcome.TOO_MANY;
        }
        return note(identity, terms, "keyswap " + from.getHostAddress(), from.getHostAddress());
    }

    /** An administrator's wish to add a site whose keys still have to be compared. */
    public PeerOffer propose(PublicIdentity identity, PeerTerms terms, String actor) {
        peers.checkKeys(identity);
        Outcome outcome = note(identity, terms, actor, actor);
        if (outcome == Outcome.TOO_MANY) {
            throw new PeersException("There are too many pending offers; refuse or remove some first.");
        }
        PeerOffer offer =
                require(identity.wwwroot(), Optional.of(Fingerprint.of(identity).hex()));
        if (outcome == Outcome.KNOWN) {
            store.inTransaction(handle -> {
                store.setTerms(handle, offer, terms);
                return offer;
            });
        }
        return require(identity.wwwroot(), Optional.of(offer.fingerprint()));
    }

    /** All offers, oldest first, refused ones too. */
    public List<PeerOffer> list() {
        return store.offers();
    }

    /**
     * Makes the offered site a peer. The administrator has compared the fingerprint.
     *
     * @param fingerprint which of several offers of this name
     */
    public Peer approve(Wwwroot wwwroot, Optional<String> fingerprint, String actor) {
        PeerOffer offer = require(wwwroot, fingerprint);
        return peers.change(handle -> {
            Peer peer = peers.admit(handle, offer.identity(), offer.terms(), "administrator", actor);
            store.deleteOffers(handle, wwwroot);
            return peer;
        });
    }

    /** Says no; the same keys will not be asked about again. */
    public void refuse(Wwwroot wwwroot, Optional<String> fingerprint, String actor) {
        PeerOffer offer = require(wwwroot, fingerprint);
        store.inTransaction(handle -> {
            store.setRefused(handle, offer, clock.instant());
            audit.record(handle, event("peer.refused", actor, offer));
            return offer;
        });
    }

    /** Forgets all offers of this name. */
    public void forget(Wwwroot wwwroot, String actor) {
        if (store.offers().stream().noneMatch(offer -> offer.wwwroot().equals(wwwroot))) {
            return;
        }
        store.inTransaction(handle -> {
            store.deleteOffers(handle, wwwroot);
            audit.record(handle, AuditEvent.done("peer.offers-forgotten", actor).peer(wwwroot.value()));
            return wwwroot;
        });
    }

    private PeerOffer require(Wwwroot wwwroot, Optional<String> fingerprint) {
        List<PeerOffer> fitting = store.offers().stream()
                .filter(offer -> offer.wwwroot().equals(wwwroot))
                .filter(offer -> fingerprint.isEmpty() || offer.matches(fingerprint.get()))
                .toList();
        if (fitting.isEmpty()) {
            throw new PeersException(
                    "No offer of " + wwwroot + (fingerprint.isPresent() ? " with this fingerprint" : "")
                            + " is waiting; `net list` shows them.");
        }
        if (fitting.size() > 1) {
            throw new PeersException(fitting.size() + " different keys were offered for " + wwwroot
                    + "; say which one with --fingerprint.");
        }
        return fitting.get(0);
    }

    private synchronized Outcome note(PublicIdentity identity, PeerTerms terms, String origin, String actor) {
        List<PeerOffer> waiting = store.offers();
        long sameName = waiting.stream()
                .filter(offer -> offer.wwwroot().equals(identity.wwwroot()))
                .count();
        boolean known = waiting.stream()
                .anyMatch(offer -> offer.wwwroot().equals(identity.wwwroot())
                        && offer.fingerprint().equals(Fingerprint.of(identity).hex()));
        if (known) {
            return Outcome.KNOWN;
        }
        if (waiting.size() >= MOST || sameName >= MOST_PER_NAME) {
            return Outcome.TOO_MANY;
        }
        PeerOffer offer = new PeerOffer(
                identity.wwwroot(),
                identity,
                Fingerprint.of(identity).hex(),
                terms,
                origin,
                clock.instant(),
                Optional.empty());
        return store.inTransaction(handle -> {
            if (!store.insert(handle, offer)) {
                return Outcome.KNOWN;
            }
            audit.record(handle, event("peer.offered", actor, offer));
            return Outcome.PENDING;
        });
    }

    private boolean counts(InetAddress from) {
        AddressRange address = new AddressRange(from, from.getAddress().length == 16 ? 64 : 32);
        Minute minute = new Minute(address, clock.instant().getEpochSecond() / 60);
        return recent.get(minute, key -> new AtomicInteger()).incrementAndGet() <= PER_MINUTE;
    }

    private static AuditEvent event(String name, String actor, PeerOffer offer) {
        return AuditEvent.done(name, actor).peer(offer.wwwroot().value()).with("fingerprint", offer.fingerprint());
    }

    private record Minute(AddressRange address, long minute) {}
}
