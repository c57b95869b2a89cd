package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.KeyUses.Generations;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernHeader;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.OpenedRequest;
import network.constellation.protocol.envelope.SealedEnvelope;
import network.constellation.protocol.envelope.WindowFacts;
import network.constellation.protocol.freshness.ClockSkew;
import network.constellation.protocol.freshness.Freshness;
import network.constellation.protocol.freshness.ReplayKey;
import network.constellation.protocol.freshness.ReplayStore.Keeping;

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
    private final NetworkStanding standing;
    private final Signers signers;

    @Inject
    ModernDoor(
            SiteIdentity identity,
            ModernEnvelope envelopes,
            TenantReplay replay,
            PrivateKeyBudget budget,
            Senders senders,
            NetworkStanding standing,
            Signers signers) {
        this.identity = identity;
        this.envelopes = envelopes;
        this.replay = replay;
        this.budget = budget;
        this.senders = senders;
        this.standing = standing;
        this.signers = signers;
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
            Verified opened = openAdmitted(passage, envelope, facts, peer);
            // A clock that is off is no forgery, and costs the sender nothing of its budget.
            good = true;
            requireFresh(passage, opened);
            return opened.opened();
        } finally {
            if (good) {
                budget.good(peer.wwwroot(), passage.from());
            } else {
                budget.bad(peer.wwwroot(), passage.from(), 1);
            }
        }
    }

    /** What was opened and verified, before anything is said about its time. */
    private record Verified(Opened opened, ModernHeader header) {}

    /**
     * A message from the future is remembered although it is refused: its sender may say the call again with a corrected
     * time, and whoever caught the first one must not be able to bring it when its time has come.
     */
    private void requireFresh(Passage passage, Verified verified) {
        Optional<ClockSkew> skew = Freshness.skew(verified.header(), passage.at());
        if (skew.isPresent()) {
            if (skew.get().mayReturn()) {
                Opened late = verified.opened();
                replay.ledger()
                        .remember(
                                late.replayKey().orElseThrow(),
                                late.sender().wwwroot(),
                                Suite.MODERN,
                                late.time(),
                                Keeping.DURABLE);
            }
            throw skew.get().fault();
        }
        Freshness.requireRemembered(verified.header(), replay.ledger().horizon());
        standing.heard(verified.opened().sender(), verified.header().suspensionSequence());
    }

    private Verified openAdmitted(Passage passage, SealedEnvelope envelope, WindowFacts facts, Peer peer) {
        ModernIdentity own = identity.modern(facts.recipientFingerprint())
                .orElseThrow(() -> new Fault(7031, identity.published().bundle(), "unknown-generation"));
        X25519PrivateKey recipientKey = identity.recipientKey(facts.recipientKey(), passage.at())
                .orElseThrow(() -> new Fault(7030, identity.published().bundle(), "stale-recipient-key"));
        Peer sender = signers.ofGeneration(peer, facts.senderFingerprint(), passage.at());
        passage.generations(new Generations(
                identity.generationOf(facts.recipientFingerprint()), KeyState.generation(sender.identity())));
        OpenedRequest opened = envelopes.openRequest(envelope, own, Signers.modern(sender), recipientKey, passage.at());
        passage.verify();
        passage.wrap(document -> envelopes.sealAnswer(
                opened, document, senders.now(), standing.suspensionSequence(sender), identity.newsFor(facts)));
        ReplayKey key = ReplayKey.ofMessage(sender.wwwroot(), opened.header().messageId());
        return new Verified(
                new Opened(
                        Suite.MODERN,
                        sender,
                        opened.payload(),
                        Optional.of(key),
                        opened.header().time(),
                        false,
                        !peer.keys().same(sender.identity()) && signers.isAnnounced(sender)),
                opened.header());
    }
}
