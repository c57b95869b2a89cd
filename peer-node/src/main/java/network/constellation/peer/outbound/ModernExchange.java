package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.RecipientKey;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.KeyUses;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.peers.NextKeys;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.envelope.News;
import network.constellation.protocol.envelope.Refusal;
import network.constellation.protocol.freshness.ClockSkew;
import network.constellation.protocol.freshness.ReplayStore.Keeping;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/**
 * One modern call. What the peer tells of newer keys is believed because older ones signed it, wherever it stood: in the
 * answer, or in fault 7030 (recipient key) and 7031 (generation), upon which the call is sent once more; likewise upon a
 * signed fault 7043, where the two clocks are no more than {@link ClockSkew#CORRECTED} apart.
 */
@Singleton
final class ModernExchange implements Exchange {
    private final SiteIdentity identity;
    private final Peers peers;
    private final ModernEnvelope envelopes;
    private final ModernKeysFetch keysFetch;
    private final XmlRpcCodec codec;
    private final Wire wire;
    private final NetworkStanding standing;
    private final PeerClocks clocks;
    private final NextKeys nextKeys;
    private final KeyRefresh refresh;
    private final KeyUses uses;
    private final Audit audit;
    private final Clock clock;

    @Inject
    ModernExchange(
            SiteIdentity identity,
            Peers peers,
            ModernEnvelope envelopes,
            ModernKeysFetch keysFetch,
            XmlRpcCodec codec,
            Wire wire,
            NetworkStanding standing,
            PeerClocks clocks,
            NextKeys nextKeys,
            KeyRefresh refresh,
            KeyUses uses,
            Audit audit,
            Clock clock) {
        this.identity = identity;
        this.peers = peers;
        this.envelopes = envelopes;
        this.keysFetch = keysFetch;
        this.codec = codec;
        this.wire = wire;
        this.standing = standing;
        this.clocks = clocks;
        this.nextKeys = nextKeys;
        this.refresh = refresh;
        this.uses = uses;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public MethodResponse exchange(Peer peer, byte[] document, Keeping keeping, String traceId, Duration timeout) {
        Peer now = usable(peer);
        String why = "";
        boolean mayCorrect = true;
        // A restarted peer may need a new recipient key, then a new generation, then a time nearer its own, each once.
        for (int attempt = 0; attempt < 4; attempt++) {
            ModernPeer to = now.modern();
            Optional<ModernKeys> keys = now.identity().modern();
            if (to == null || keys.isEmpty()) {
                throw new UnreachableException(
                        "it has no modern keys; set --suite auto, or ask its administrator", false);
            }
            Duration correction = clocks.correction(now.wwwroot());
            ModernIdentity own = identity.modern();
            ModernEnvelope.SealedRequest request = envelopes.sealRequest(
                    document,
                    own,
                    to,
                    keys.get().recipientKey(),
                    now.terms().network(),
                    clock.instant().plus(correction),
                    standing.suspensionSequence(now));
            long sent = System.nanoTime();
            byte[] received = wire.post(now, request.body(), traceId, timeout);
            try {
                ModernEnvelope.OpenedAnswer answer = envelopes.openAnswer(received, request.ticket());
                clocks.told(now.wwwroot(), answer.header().time(), clock.instant(), System.nanoTime() - sent);
                uses.used(now.wwwroot(), KeyUses.Caller.WE, generations(own, now));
                learn(now, answer.header().news());
                standing.heard(now, answer.header().suspensionSequence());
                MethodResponse response = codec.readResponse(answer.payload());
                if (mayCorrect
                        && response instanceof MethodResponse.Failure fault
                        && fault.code() == ClockSkew.FAULT
                        && !clocks.correction(now.wwwroot()).equals(correction)) {
                    // Signed by the peer, so the call was not executed, and its time is as good as its word.
                    mayCorrect = false;
                    continue;
                }
                return response;
            } catch (EnvelopeException refused) {
                if (refused.refusal() != Refusal.PLAIN_FAULT) {
                    throw new UnreachableException(
                            "its answer was refused (" + refused.reason() + "): " + refused.detail(), true);
                }
                Optional<Peer> renewed = fromFault(now, received);
                why = wire.quoted(received);
                if (renewed.isEmpty() && own == identity.modern()) {
                    throw new UnreachableException(why, false);
                }
                // Refused because we changed our own keys while it was under way: once more, signed with the new ones.
                now = renewed.orElse(now);
            } catch (MalformedDocumentException malformed) {
                throw new UnreachableException("its answer is no XML-RPC document", true);
            }
        }
        throw new UnreachableException(why, false);
    }

    private void learn(Peer peer, News news) {
        if (news.recipientKey().length > 0) {
            refreshed(peer, news.recipientKey());
        }
        if (news.currentFingerprint().length > 0
                && nextKeys.take(peer.wwwroot(), news.currentFingerprint()).isEmpty()) {
            keysFetch.renewed(peer);
        }
    }

    /** Nothing is sealed for keys that have ended or were revoked; such a peer may have others by now. */
    private Peer usable(Peer peer) {
        KeyState state = nextKeys.state(peer, clock.instant());
        if (state == KeyState.GOOD) {
            return peer;
        }
        return refresh.afterUnknownGeneration(peer)
                .filter(renewed -> nextKeys.state(renewed, clock.instant()) == KeyState.GOOD)
                .orElseThrow(() -> {
                    audit.recordSoon(AuditEvent.refused("peer.keys-unusable", "system", state.code())
                            .peer(peer.wwwroot().value()));
                    return new UnreachableException("its keys " + state.words() + ", and it shows no others", false);
                });
    }

    private KeyUses.Generations generations(ModernIdentity own, Peer peer) {
        return new KeyUses.Generations(identity.generationOf(own.fingerprint()), KeyState.generation(peer.identity()));
    }

    /** The peer with what a fault in clear text told of its keys; empty when nothing in it proves itself. */
    private Optional<Peer> fromFault(Peer peer, byte[] body) {
        try {
            if (!(codec.readResponse(body) instanceof MethodResponse.Failure fault)) {
                return Optional.empty();
            }
            boolean tellsKeys = fault.code() == Refusal.STALE_RECIPIENT_KEY.faultCode()
                    || fault.code() == Refusal.UNKNOWN_GENERATION.faultCode();
            return tellsKeys ? keysFetch.takeUpBundle(peer, fault.text()) : Optional.empty();
        } catch (MalformedDocumentException nothingToLearn) {
            return Optional.empty();
        }
    }

    private Optional<Peer> refreshed(Peer peer, byte[] recipientKey) {
        try {
            return Optional.of(peers.refreshRecipient(peer.wwwroot(), RecipientKey.decode(recipientKey)));
        } catch (IdentityRefusedException | PeersException wrong) {
            return Optional.empty();
        }
    }
}
