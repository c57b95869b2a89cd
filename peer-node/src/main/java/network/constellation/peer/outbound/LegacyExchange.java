package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.envelope.Answer;
import network.constellation.protocol.envelope.AnswerOpener;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.Layers;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.Refusal;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.freshness.ClockSkew;
import network.constellation.protocol.freshness.ReplayKey;
import network.constellation.protocol.freshness.ReplayStore;
import network.constellation.protocol.freshness.ReplayStore.Keeping;

/** One legacy call: sign, seal, send, open, verify; a new key of the peer is taken up once (mnet-wire.md 2.5). */
@Singleton
final class LegacyExchange implements Exchange {
    private final Wwwroot self;
    private final SiteIdentity identity;
    private final LegacyEnvelope envelopes;
    private final EnvelopeReader shapes;
    private final AnswerOpener answers;
    private final ReplayStore replay;
    private final Wire wire;
    private final Rekey rekey;
    private final Clock clock;

    @Inject
    LegacyExchange(
            Wwwroot self,
            SiteIdentity identity,
            LegacyEnvelope envelopes,
            EnvelopeReader shapes,
            AnswerOpener answers,
            ReplayStore replay,
            Wire wire,
            Rekey rekey,
            Clock clock) {
        this.self = self;
        this.identity = identity;
        this.envelopes = envelopes;
        this.shapes = shapes;
        this.answers = answers;
        this.replay = replay;
        this.wire = wire;
        this.rekey = rekey;
        this.clock = clock;
    }

    @Override
    public MethodResponse exchange(Peer peer, byte[] document, Keeping keeping, String traceId, Duration timeout) {
        Answer first = once(peer, document, keeping, traceId, timeout);
        if (first instanceof Answer.Document answered) {
            return answered.response();
        }
        Peer renewed = rekey.accept(peer, ((Answer.RekeyProposed) first).certificate());
        Answer second = once(renewed, document, keeping, traceId, timeout);
        if (second instanceof Answer.Document answered) {
            return answered.response();
        }
        throw new UnreachableException("the peer offers a new key again and again", false);
    }

    /** One request; used for the key refresh too, where a proposed key is all that is wanted. */
    Answer once(Peer peer, byte[] document, Keeping keeping, String traceId, Duration timeout) {
        Instant sent = clock.instant();
        byte[] body = envelopes.wrap(
                document,
                Layers.BOTH,
                self,
                sent,
                identity.current().rsa(),
                LegacyEnvelope.MOODLE_KEY_PAGE,
                peer.identity().certificate().publicKey());
        byte[] received = wire.post(peer, body, traceId, timeout);
        return opened(peer, received, keeping, sent);
    }

    private Answer opened(Peer peer, byte[] received, Keeping keeping, Instant sent) {
        try {
            Shape shape = shapes.read(received);
            Answer answer = answers.open(
                    shape,
                    new AnswerOpener.Expected(
                            Layers.BOTH,
                            peer.wwwroot(),
                            peer.identity().certificate(),
                            ownKeys(),
                            sent,
                            clock.instant(),
                            ClockSkew.CORRECTED));
            requireFirstTime(peer, shape, keeping);
            return answer;
        } catch (EnvelopeException refused) {
            String why = refused.refusal() == Refusal.PLAIN_FAULT
                    ? wire.quoted(received)
                    : "its answer was refused (" + refused.reason() + "): " + refused.detail();
            throw new UnreachableException(why, refused.refusal() != Refusal.PLAIN_FAULT);
        }
    }

    /** Nothing ties an answer to its request on this wire: at least no answer counts twice (protocol-security.md 2). */
    private void requireFirstTime(Peer peer, Shape shape, Keeping keeping) {
        if (shape instanceof Shape.Sealed sealed
                && replay.remember(
                                ReplayKey.ofWrappedKey(sealed.envelope().key()),
                                peer.wwwroot(),
                                Suite.LEGACY,
                                clock.instant(),
                                keeping)
                        != ReplayStore.Outcome.FRESH) {
            throw new EnvelopeException(Refusal.REPLAY, "The answer was received before.");
        }
    }

    private List<RsaPrivateKey> ownKeys() {
        return identity.ring().legacyKeys().stream()
                .map(key -> key.keys().rsa())
                .toList();
    }
}
