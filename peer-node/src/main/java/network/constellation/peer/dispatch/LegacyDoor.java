package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.ring.OpeningKey;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.outbound.KeyRefresh;
import network.constellation.peer.peers.NetConfig;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.Layers;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.Refusal;
import network.constellation.protocol.envelope.SealedEnvelope;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.envelope.SignedPart;
import network.constellation.protocol.freshness.FailedKeys;
import network.constellation.protocol.freshness.Freshness;
import network.constellation.protocol.freshness.ReplayKey;

/**
 * The legacy suite's part of the way in: sender known -> replay look-up and budget -> open -> verify -> freshness
 * (mnet-wire.md 6, protocol-security.md 2).
 */
@Singleton
final class LegacyDoor {
    private static final int FAILED_KEPT = 100_000;

    private final Wwwroot self;
    private final SiteIdentity identity;
    private final Peers peers;
    private final NetConfig config;
    private final List<AddressRange> trusted;
    private final LegacyEnvelope envelopes;
    private final TenantReplay replay;
    private final PrivateKeyBudget budget;
    private final Senders senders;
    private final KeyRefresh refresh;
    private final FailedKeys failed = new FailedKeys(FAILED_KEPT);

    @Inject
    LegacyDoor(
            Wwwroot self,
            SiteIdentity identity,
            Peers peers,
            NetConfig config,
            LegacyEnvelope envelopes,
            TenantReplay replay,
            PrivateKeyBudget budget,
            Senders senders,
            KeyRefresh refresh) {
        this.self = self;
        this.identity = identity;
        this.peers = peers;
        this.config = config;
        this.trusted = AddressRange.parseAll(config.trustedPlaintextAddresses());
        this.envelopes = envelopes;
        this.replay = replay;
        this.budget = budget;
        this.senders = senders;
        this.refresh = refresh;
    }

    /** Sealed, and perhaps signed. */
    Opened open(Passage passage, SealedEnvelope envelope) {
        passage.suite(Suite.LEGACY);
        Peer outer = senders.known(passage, envelope.wwwroot());
        senders.requireLegacyAllowed(outer);
        senders.requireNotRevoked(outer);
        ReplayKey key = ReplayKey.ofWrappedKey(envelope.key());
        if (failed.contains(key) || replay.ledger().containsLegacy(key)) {
            throw Faults.cannotOpen("replay");
        }
        if (!budget.admit(outer.wwwroot(), passage.from())) {
            throw Faults.overBudget("private-key-budget");
        }
        AtomicInteger operations = new AtomicInteger();
        boolean good = false;
        try {
            Opened opened = openAdmitted(passage, envelope, outer, key, operations);
            good = true;
            return opened;
        } finally {
            if (good) {
                budget.good(outer.wwwroot(), passage.from());
            } else {
                failed.add(key);
                budget.bad(outer.wwwroot(), passage.from(), Math.max(1, operations.get()));
            }
        }
    }

    private Opened openAdmitted(
            Passage passage, SealedEnvelope envelope, Peer outer, ReplayKey key, AtomicInteger operations) {
        List<OpeningKey> keys = identity.ring().legacyKeys();
        LegacyEnvelope.Opened opened = envelopes.open(envelope, privateKeys(keys), operations::incrementAndGet);
        OpeningKey used = keys.get(opened.keyIndex());
        if (!(opened.inside() instanceof Shape.Signed signed) || !signed.part().signaturePresent()) {
            passage.wrap(document -> envelopes.seal(
                    document, self, outer.identity().certificate().publicKey()));
            throw Faults.unsigned();
        }
        operations.incrementAndGet();
        SignedPart part = signed.part();
        passage.wrap(answerBy(used.keys(), Layers.BOTH, outer));
        if (!used.mayExecute()) {
            throw Faults.useNewKey(identity.current().certificate().pem());
        }
        passage.wrap(answerBy(identity.current(), Layers.BOTH, outer));
        Peer sender = verified(part, outer);
        passage.verify();
        requireFresh(part, passage.at());
        return new Opened(Suite.LEGACY, sender, part.payload(), Optional.of(key), passage.at(), false, false);
    }

    /** Signed but not encrypted: only from trusted addresses, and only for what reads (mnet-wire.md 7.3). */
    Opened signedOnly(Passage passage, SignedPart part) {
        passage.suite(Suite.LEGACY);
        if (part.suite() != Suite.LEGACY || !part.signaturePresent()) {
            throw Faults.forbiddenTransport("unsigned");
        }
        Peer sender = senders.known(passage, part.wwwroot());
        senders.requireLegacyAllowed(sender);
        senders.requireNotRevoked(sender);
        if (!budget.admit(sender.wwwroot(), passage.from())) {
            throw Faults.forbiddenTransport("private-key-budget");
        }
        boolean good = false;
        try {
            passage.wrap(answerBy(identity.current(), new Layers(false, true), sender));
            if (!AddressRange.anyContains(trusted, passage.from())) {
                throw Faults.forbiddenTransport("forbidden-transport");
            }
            Peer verified = verified(part, sender);
            passage.verify();
            requireFresh(part, passage.at());
            good = true;
            return new Opened(Suite.LEGACY, verified, part.payload(), Optional.empty(), passage.at(), true, false);
        } finally {
            if (good) {
                budget.good(sender.wwwroot(), passage.from());
            } else {
                budget.bad(sender.wwwroot(), passage.from(), 1);
            }
        }
    }

    /** The inner name's own key must fit; then the names must agree. A bad signature may mean a new key, asked about once. */
    private Peer verified(SignedPart part, Peer outer) {
        Peer signer = peers.find(part.wwwroot()).filter(Peer::isApproved).orElse(outer);
        try {
            envelopes.verify(
                    part,
                    signer.identity().certificate().publicKey(),
                    outer.wwwroot().value());
            return outer;
        } catch (EnvelopeException refused) {
            if (refused.refusal() != Refusal.BAD_SIGNATURE || !signer.equals(outer)) {
                throw refused;
            }
            Peer renewed = refresh.afterBadSignature(outer).orElseThrow(() -> refused);
            envelopes.verify(
                    part,
                    renewed.identity().certificate().publicKey(),
                    outer.wwwroot().value());
            return renewed;
        }
    }

    private void requireFresh(SignedPart part, Instant now) {
        if (config.staleTimestamp() == NetConfig.StaleRule.REFUSE) {
            Freshness.skew(part, now).ifPresent(skew -> {
                throw skew.fault();
            });
            Freshness.requireFresh(part, now);
        }
    }

    private Passage.Wrapping answerBy(SiteKeys keys, Layers layers, Peer recipient) {
        return document -> envelopes.wrap(
                document,
                layers,
                self,
                senders.now(),
                keys.rsa(),
                LegacyEnvelope.MOODLE_KEY_PAGE,
                peers.find(recipient.wwwroot())
                        .orElse(recipient)
                        .identity()
                        .certificate()
                        .publicKey());
    }

    private static List<RsaPrivateKey> privateKeys(List<OpeningKey> keys) {
        return keys.stream().map(key -> key.keys().rsa()).toList();
    }
}
