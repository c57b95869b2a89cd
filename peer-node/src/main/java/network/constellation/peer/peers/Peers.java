package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.RecipientKey;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;

/**
 * The sites this tenant knows. All questions are answered from memory, so that calls cost no query; all changes go to the
 * database with their line in the audit in one transaction, then to memory.
 */
@Singleton
public final class Peers {
    private final Wwwroot self;
    private final PeersStore store;
    private final Audit audit;
    private final Clock clock;
    private final CryptoEngine engine;
    private final KeyNotes notes;
    private final Contacts contacts = new Contacts();
    /** Saved in the transaction that is going on; guarded by this. */
    private final List<Peer> touched = new ArrayList<>();
    /** By the exact text, as names compare on this wire. */
    private volatile Map<String, Peer> byText = Map.of();

    @Inject
    Peers(Wwwroot self, PeersStore store, Audit audit, CryptoEngine engine, KeyNotes notes, Clock clock) {
        this.self = self;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.engine = engine;
        this.notes = notes;
        reload();
    }

    /** The peer of exactly this name, in whatever state; the text may come from anybody (mnet-wire.md 2.3). */
    public Optional<Peer> find(String wwwroot) {
        return Optional.ofNullable(byText.get(wwwroot));
    }

    public Optional<Peer> find(Wwwroot wwwroot) {
        return find(wwwroot.value());
    }

    /** @throws PeersException when no peer has this address */
    public Peer require(Wwwroot wwwroot) {
        return find(wwwroot)
                .orElseThrow(() -> new PeersException("There is no peer " + wwwroot + "; `net list` shows them."));
    }

    /** All peers in any state, by address. */
    public List<Peer> list() {
        return byText.values().stream()
                .sorted(Comparator.comparing(Peer::wwwroot))
                .toList();
    }

    /** The tenant's hub, where it has joined a network. */
    public Optional<Peer> hub() {
        return byText.values().stream().filter(Peer::hub).findFirst();
    }

    /** The keys this peer had before, newest first. */
    public List<FormerKey> formerKeys(Wwwroot wwwroot) {
        return store.formerKeys(wwwroot);
    }

    /**
     * Makes a site an approved peer with these keys. For a known peer the terms are renewed and other keys replace its
     * keys, which go to the history: only call it when somebody vouched for them (an administrator who compared the
     * fingerprint, or the hub).
     *
     * @param how who vouched, for history and audit: {@code administrator}, {@code hub}, ...
     * @throws PeersException when the keys are not of that address, are ours, or are another peer's
     */
    public Peer admit(PublicIdentity identity, PeerTerms terms, String how, String actor) {
        return change(handle -> admit(handle, identity, terms, how, actor));
    }

    /** As {@link #admit}, upon the hub's word: a suspension by this site's administrator stays until {@link #resume}. */
    public Peer introduce(PublicIdentity identity, PeerTerms terms, String actor) {
        return change(handle -> {
            boolean suspended = find(identity.wwwroot())
                    .filter(known -> known.state() == PeerState.SUSPENDED)
                    .isPresent();
            return take(handle, identity, terms, suspended ? PeerState.SUSPENDED : PeerState.APPROVED, "hub", actor);
        });
    }

    synchronized Peer admit(Handle handle, PublicIdentity identity, PeerTerms terms, String how, String actor) {
        return take(handle, identity, terms, PeerState.APPROVED, how, actor);
    }

    private Peer take(
            Handle handle, PublicIdentity identity, PeerTerms terms, PeerState state, String how, String actor) {
        checkKeys(identity);
        Instant now = clock.instant();
        Peer before = byText.get(identity.wwwroot().value());
        Peer after = before == null
                ? new Peer(
                        identity.wwwroot(),
                        new PeerKeys(identity, now, terms.network()),
                        terms,
                        Suite.LEGACY,
                        state,
                        false,
                        now)
                : before.withTerms(terms).withState(state);
        if (before != null && !before.keys().same(identity)) {
            store.insertFormer(handle, before, now, how);
            after = after.withKeys(new PeerKeys(identity, now, terms.network()));
        }
        save(handle, after);
        String name = after.isApproved() ? "peer.approved" : "peer.stays-suspended";
        audit.record(handle, event(name, actor, after).with("how", how));
        return after;
    }

    /**
     * Replaces the keys of a peer by later ones that were vouched for (protocol-security.md 1.8).
     *
     * @param how by what: {@code rekey}, {@code key-statement}, {@code directory}, {@code roll-back}, ...
     */
    public Peer replaceKeys(Wwwroot wwwroot, PublicIdentity identity, String how, String actor) {
        if (!identity.wwwroot().equals(wwwroot)) {
            throw new PeersException("The keys are of " + identity.wwwroot() + ", not of " + wwwroot + ".");
        }
        checkKeys(identity);
        return change(handle -> {
            Peer before = require(wwwroot);
            if (before.keys().same(identity)) {
                Peer refreshed = before.withKeys(before.keys().refreshed(identity));
                save(handle, refreshed);
                return refreshed;
            }
            Instant now = clock.instant();
            store.insertFormer(handle, before, now, how);
            Peer after =
                    before.withKeys(new PeerKeys(identity, now, before.terms().network()));
            save(handle, after);
            audit.record(handle, event("peer.keys-replaced", actor, after).with("how", how));
            return after;
        });
    }

    /** A later recipient key of the same generation, verified here. @throws PeersException when it is not vouched for */
    public Peer refreshRecipient(Wwwroot wwwroot, RecipientKey later) {
        return change(handle -> {
            Peer before = require(wwwroot);
            PublicIdentity identity;
            try {
                identity = before.identity().withRecipientKey(engine, later);
            } catch (IdentityRefusedException wrong) {
                throw new PeersException(String.valueOf(wrong.getMessage()));
            }
            if (identity == before.identity()) {
                return before;
            }
            Peer after = before.withKeys(before.keys().refreshed(identity));
            save(handle, after);
            return after;
        });
    }

    /** @throws PeersException when the keys cannot be those of a peer of that address */
    void checkKeys(PublicIdentity identity) {
        PeerKeys.requireUsable(identity, self, byText.values());
        KeyState.requireNotRevoked(identity, notes);
    }

    public Peer setTerms(Wwwroot wwwroot, PeerTerms terms, String actor) {
        return update(wwwroot, "peer.changed", actor, peer -> peer.withTerms(terms));
    }

    /** Neither served nor called until {@link #resume}. */
    public Peer suspend(Wwwroot wwwroot, String actor) {
        return update(
                wwwroot,
                "peer.suspended",
                actor,
                peer -> peer.expect(PeerState.APPROVED, "suspended").withState(PeerState.SUSPENDED));
    }

    public Peer resume(Wwwroot wwwroot, String actor) {
        return update(
                wwwroot,
                "peer.resumed",
                actor,
                peer -> peer.expect(PeerState.SUSPENDED, "resumed").withState(PeerState.APPROVED));
    }

    /** Forgets nothing, serves no more; its services are withdrawn. */
    public Peer remove(Wwwroot wwwroot, String actor) {
        return change(handle -> {
            Peer after = require(wwwroot).withState(PeerState.DELETED);
            save(handle, after);
            audit.record(handle, event("peer.removed", actor, after));
            return after;
        });
    }

    /** Marks the tenant's hub; there is at most one. */
    public Peer setHub(Wwwroot wwwroot, String actor) {
        return change(handle -> {
            hub().filter(former -> !former.wwwroot().equals(wwwroot))
                    .ifPresent(former -> save(handle, former.withHub(false)));
            Peer after = require(wwwroot).withHub(true);
            save(handle, after);
            audit.record(handle, event("peer.hub-set", actor, after));
            return after;
        });
    }

    public void noHub(String actor) {
        hub().ifPresent(former -> update(former.wwwroot(), "peer.hub-set", actor, now -> now.withHub(false)));
    }

    /** The peer proved itself in this suite: from now on not less. Cheap when nothing changes. */
    public void proved(Peer peer, Suite suite) {
        if (suite == Suite.MODERN && peer.ratchet() == Suite.LEGACY && peer.choice() != SuiteChoice.LEGACY) {
            update(peer.wwwroot(), "peer.suite-raised", "system", now -> now.withRatchet(Suite.MODERN));
        }
    }

    public Contact contact(Wwwroot wwwroot) {
        return contacts.of(wwwroot);
    }

    /** A verified message came from it. In memory; {@link #saveContacts} writes it. */
    public void heard(Wwwroot wwwroot, Instant at) {
        contacts.heard(wwwroot, at);
    }

    /** It could not be called, or answered something unusable. */
    public void failed(Wwwroot wwwroot, String sentence) {
        contacts.failed(wwwroot, sentence);
    }

    void saveContacts() {
        contacts.save(store::saveContacts);
    }

    /** Takes over what another process of the same tenant changed. */
    synchronized void reload() {
        Map<String, Peer> known = new HashMap<>();
        for (PeersStore.Row row : store.peers(wwwroot -> find(wwwroot).map(Peer::identity))) {
            known.put(row.peer().wwwroot().value(), row.peer());
            contacts.known(row.peer().wwwroot(), row.contact());
        }
        byText = Map.copyOf(known);
    }

    private Peer update(Wwwroot wwwroot, String name, String actor, java.util.function.UnaryOperator<Peer> change) {
        return change(handle -> {
            Peer before = require(wwwroot);
            Peer after = change.apply(before);
            if (!after.equals(before)) {
                save(handle, after);
                audit.record(handle, event(name, actor, after));
            }
            return after;
        });
    }

    private void save(Handle handle, Peer peer) {
        store.save(handle, peer);
        touched.add(peer);
    }

    /** One change at a time: the transaction, then the same in memory. */
    synchronized Peer change(HandleCallback<Peer, RuntimeException> work) {
        touched.clear();
        Peer result = store.inTransaction(work);
        Map<String, Peer> known = new HashMap<>(byText);
        touched.forEach(peer -> known.put(peer.wwwroot().value(), peer));
        byText = Map.copyOf(known);
        return result;
    }

    static AuditEvent event(String name, String actor, Peer peer) {
        return AuditEvent.done(name, actor).peer(peer.wwwroot().value()).with("fingerprint", peer.fingerprint());
    }
}
