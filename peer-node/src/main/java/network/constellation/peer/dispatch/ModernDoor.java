package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.outbound.KeyRefresh;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.envelope.OpenedRequest;
import network.constellation.protocol.envelope.SealedEnvelope;
import network.constellation.protocol.envelope.WindowFacts;
import network.constellation.protocol.freshness.Freshness;
import network.constellation.protocol.freshness.ReplayKey;

/**
 * The modern suite's part of the way in: sender known -> budget -> open and verify, destination included -> freshness
 * (protocol-security.md 1).
 */
@Singleton
final class ModernDoor {
    private final SiteIdentity identity;
    private final ModernEnvelope envelopes;
    private final TenantReplay replay;
    private final PrivateKeyBudget budget;
    private final Senders senders;
    private final KeyRefresh refresh;
    private final NetworkStanding standing;

    @Inject
    ModernDoor(
            SiteIdentity identity,
            ModernEnvelope envelopes,
            TenantReplay replay,
            PrivateKeyBudget budget,
            Senders senders,
            KeyRefresh refresh,
            NetworkStanding standing) {
        this.identity = identity;
        this.envelopes = envelopes;
        this.replay = replay;
        this.budget = budget;
        this.senders = senders;
        this.refresh = refresh;
        this.standing = standing;
    }

    Opened open(Passage passage, SealedEnvelope envelope) {
        passage.suite(Suite.MODERN);
        WindowFacts facts = envelopes.facts(envelope);
        Peer peer = senders.known(passage, envelope.wwwroot());
        if (!budget.admit(peer.wwwroot(), passage.from())) {
            throw Faults.overBudget("private-key-budget");
        }
        boolean good = false;
        try {
            Opened opened = openAdmitted(passage, envelope, facts, peer);
            good = true;
            return opened;
        } finally {
            if (good) {
                budget.good(peer.wwwroot(), passage.from());
            } else {
                budget.bad(peer.wwwroot(), passage.from(), 1);
            }
        }
    }

    private Opened openAdmitted(Passage passage, SealedEnvelope envelope, WindowFacts facts, Peer peer) {
        ModernIdentity own = identity.modern(facts.recipientFingerprint())
                .orElseThrow(() -> new Fault(7031, identity.published().bundle(), "unknown-generation"));
        X25519PrivateKey recipientKey = identity.recipientKey(facts.recipientKey(), passage.at())
                .orElseThrow(() -> new Fault(7030, identity.published().bundle(), "stale-recipient-key"));
        Peer sender = ofGeneration(peer, facts.senderFingerprint());
        OpenedRequest opened = envelopes.openRequest(envelope, own, modern(sender), recipientKey, passage.at());
        passage.verify();
        passage.wrap(document -> envelopes.sealAnswer(
                opened, document, senders.now(), standing.suspensionSequence(sender), identity.newsFor(facts)));
        Freshness.requireFresh(opened.header(), passage.at(), replay.ledger().horizon());
        standing.heard(sender, opened.header().suspensionSequence());
        return new Opened(
                Suite.MODERN,
                sender,
                opened.payload(),
                Optional.of(
                        ReplayKey.ofMessage(sender.wwwroot(), opened.header().messageId())),
                opened.header().time(),
                false);
    }

    /** The peer with the generation of keys that signed; a newer one is asked for once, and needs the old one's word. */
    private Peer ofGeneration(Peer peer, byte[] fingerprint) {
        if (isOf(peer, fingerprint)) {
            return peer;
        }
        return refresh.afterUnknownGeneration(peer)
                .filter(renewed -> isOf(renewed, fingerprint))
                .orElseThrow(() -> Faults.badSignature("unknown-generation"));
    }

    private static boolean isOf(Peer peer, byte[] fingerprint) {
        ModernPeer known = peer.modern();
        return known != null && Arrays.equals(known.fingerprint(), fingerprint);
    }

    private static ModernPeer modern(Peer peer) {
        ModernPeer known = peer.modern();
        if (known == null) {
            throw Faults.badSignature("unknown-generation");
        }
        return known;
    }
}
