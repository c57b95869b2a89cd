package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.door.Door;
import network.constellation.peer.door.DoorConfig;
import network.constellation.peer.health.SelfCall;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/**
 * A tenant calls itself through its own door, signed and sealed: whoever can answer this can answer others. Goes to the
 * port itself, not through names or proxies, which are not the node's to answer for.
 */
@Singleton
final class OwnCall implements SelfCall {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int LARGEST = 1 << 20;

    private final Wwwroot self;
    private final SiteIdentity identity;
    private final ModernEnvelope envelopes;
    private final XmlRpcCodec codec;
    private final LoopbackTransport transport;
    private final Door door;
    private final DoorConfig config;
    private final Clock clock;

    @Inject
    OwnCall(
            Wwwroot self,
            SiteIdentity identity,
            ModernEnvelope envelopes,
            XmlRpcCodec codec,
            LoopbackTransport transport,
            Door door,
            DoorConfig config,
            Clock clock) {
        this.self = self;
        this.identity = identity;
        this.envelopes = envelopes;
        this.codec = codec;
        this.transport = transport;
        this.door = door;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void call() {
        Peer own = identity.asPeer();
        ModernPeer to = own.modern();
        if (to == null) {
            throw new UnreachableException("this site has no modern keys to call itself with", false);
        }
        byte[] document = codec.writeCall(new MethodCall(SystemMethods.LIST_SERVICES.name(), List.of()));
        ModernEnvelope.SealedRequest request = envelopes.sealRequest(
                document, identity.modern(), to, identity.current().recipient().publicKey(), "", clock.instant(), 0);
        URI url = URI.create((door.isTls() ? "https://" : "http://") + host() + ":" + door.port() + self.path()
                + own.application().rpcPath());
        HttpAnswer answer = transport.post(
                url,
                Map.of("Host", self.uri().getRawAuthority(), "Content-Type", "text/xml"),
                request.body(),
                LARGEST,
                TIMEOUT);
        if (answer.status() != 200) {
            throw new UnreachableException("the own door answered with HTTP status " + answer.status(), true);
        }
        MethodResponse response = codec.readResponse(
                envelopes.openAnswer(answer.body(), request.ticket()).payload());
        if (response instanceof MethodResponse.Failure fault) {
            throw new UnreachableException(
                    "the own door answered with fault " + fault.code() + ": " + fault.text(), true);
        }
    }

    private String host() {
        return switch (config.bind()) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> config.bind().contains(":") ? "[" + config.bind() + "]" : config.bind();
        };
    }
}
