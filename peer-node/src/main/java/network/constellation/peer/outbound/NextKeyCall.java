package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.peer.peers.NextKeys;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.envelope.Refusal;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/**
 * A call with the generations that are not in use yet, ours and the peer's, where each is prepared (network-admin.md 10,
 * item 12). Nothing is learned from it and nothing tried twice: it is a rehearsal.
 */
@Singleton
public final class NextKeyCall {
    private final SiteIdentity identity;
    private final NextKeys nextKeys;
    private final ModernEnvelope envelopes;
    private final XmlRpcCodec codec;
    private final Wire wire;
    private final Clock clock;

    @Inject
    NextKeyCall(
            SiteIdentity identity,
            NextKeys nextKeys,
            ModernEnvelope envelopes,
            XmlRpcCodec codec,
            Wire wire,
            Clock clock) {
        this.identity = identity;
        this.nextKeys = nextKeys;
        this.envelopes = envelopes;
        this.codec = codec;
        this.wire = wire;
        this.clock = clock;
    }

    /** The number of our generation that such a call is signed with: the prepared one, or the one in use. */
    public int signedWith() {
        return identity.ring().next().orElse(identity.ring().current()).generation();
    }

    /**
     * @throws Fault the peer's fault
     * @throws EnvelopeException when its answer does not verify
     * @throws UnreachableException when nothing came back, or it has no modern keys
     */
    public <A, R> R call(Peer known, NetworkMethod<A, R> method, A arguments, Duration timeout) {
        Peer peer = nextKeys.announced(known, clock.instant()).orElse(known);
        return call(identity.nextModern().orElse(identity.modern()), peer, method, arguments, timeout);
    }

    /** The same with the keys in use at both ends, even if the peer's were revoked: to tell it so. */
    public <A, R> R callWithKeysInUse(Peer peer, NetworkMethod<A, R> method, A arguments, Duration timeout) {
        return call(identity.modern(), peer, method, arguments, timeout);
    }

    private <A, R> R call(ModernIdentity own, Peer peer, NetworkMethod<A, R> method, A arguments, Duration timeout) {
        ModernPeer to = peer.modern();
        Optional<ModernKeys> keys = peer.identity().modern();
        if (to == null || keys.isEmpty()) {
            throw new UnreachableException("it has no modern keys", false);
        }
        byte[] document =
                codec.writeCall(new MethodCall(method.name(), method.arguments().encode(arguments)));
        ModernEnvelope.SealedRequest request = envelopes.sealRequest(
                document, own, to, keys.get().recipientKey(), peer.terms().network(), clock.instant(), 0);
        byte[] received = wire.post(peer, request.body(), "", timeout);
        try {
            MethodResponse response = codec.readResponse(
                    envelopes.openAnswer(received, request.ticket()).payload());
            if (response instanceof MethodResponse.Failure failure) {
                throw new Fault(failure.code(), failure.text());
            }
            return method.answer().decode(((MethodResponse.Success) response).value());
        } catch (EnvelopeException refused) {
            if (refused.refusal() == Refusal.PLAIN_FAULT) {
                throw new Fault(Refusal.PLAIN_FAULT.faultCode(), wire.quoted(received));
            }
            throw refused;
        } catch (MalformedDocumentException | ShapeException unreadable) {
            throw new Fault(0, "its answer has not the declared shape");
        }
    }
}
