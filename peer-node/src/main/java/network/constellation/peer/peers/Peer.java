package network.constellation.peer.peers;

import java.time.Instant;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.protocol.envelope.ModernPeer;
import org.jspecify.annotations.Nullable;

/**
 * A site we know, as it stands. Immutable; {@link Peers} hands out the newest.
 *
 * @param keys its present keys
 * @param terms what was settled about it
 * @param ratchet the best suite in which it ever proved itself; less is refused from then on
 * @param hub whether it is this tenant's hub
 * @param created when it became a peer
 */
public record Peer(
        Wwwroot wwwroot, PeerKeys keys, PeerTerms terms, Suite ratchet, PeerState state, boolean hub, Instant created) {

    /** For people. */
    public String name() {
        return terms.name();
    }

    public Application application() {
        return terms.application();
    }

    /** Which suite an administrator wants. */
    public SuiteChoice choice() {
        return terms.choice();
    }

    /** Ranges beyond the public internet that may be connected to for this peer. */
    public List<AddressRange> allowed() {
        return terms.allowed();
    }

    /** Whether it may be called without TLS. */
    public boolean allowHttp() {
        return terms.allowHttp();
    }

    public PublicIdentity identity() {
        return keys.identity();
    }

    /** As two people compare it. */
    public String fingerprint() {
        return keys.fingerprint();
    }

    /** As the other side of modern messages; null when it speaks the legacy suite only. */
    public @Nullable ModernPeer modern() {
        return keys.modern();
    }

    public boolean isApproved() {
        return state == PeerState.APPROVED;
    }

    /** The suite in which we call it. */
    public Suite callSuite() {
        return switch (choice()) {
            case LEGACY -> Suite.LEGACY;
            case MODERN -> Suite.MODERN;
            case AUTO -> modern() != null ? Suite.MODERN : ratchet;
        };
    }

    /** Whether its calls may come in the legacy suite: not after it has shown better, unless an administrator says so. */
    public boolean mayCallLegacy() {
        return choice() == SuiteChoice.LEGACY || (choice() == SuiteChoice.AUTO && ratchet == Suite.LEGACY);
    }

    /** Where its calls are received (mnet-wire.md 1.1). */
    public String rpcUrl() {
        return wwwroot.with(application().rpcPath());
    }

    /** When its certificate ends. A peer whose key has ended is still served; its administrator is warned. */
    public Instant keyExpires() {
        return identity().certificate().notAfter();
    }

    /** @throws PeersException when it is in another state; {@code verb} is what was asked of it */
    Peer expect(PeerState wanted, String verb) {
        if (state != wanted) {
            throw new PeersException("Only a peer that is " + wanted.label() + " can be " + verb + "; " + wwwroot
                    + " is " + state.label() + ".");
        }
        return this;
    }

    Peer withState(PeerState next) {
        return new Peer(wwwroot, keys, terms, ratchet, next, hub && next != PeerState.DELETED, created);
    }

    Peer withRatchet(Suite next) {
        return new Peer(wwwroot, keys, terms, next, state, hub, created);
    }

    Peer withKeys(PeerKeys next) {
        return new Peer(wwwroot, next, terms, ratchet, state, hub, created);
    }

    /** An administrator who chooses the legacy suite releases the ratchet. */
    Peer withTerms(PeerTerms next) {
        Suite kept = next.choice() == SuiteChoice.LEGACY ? Suite.LEGACY : ratchet;
        return new Peer(wwwroot, keys.in(next.network()), next, kept, state, hub, created);
    }

    Peer withHub(boolean isHub) {
        return new Peer(wwwroot, keys, terms, ratchet, state, isHub, created);
    }
}
