package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.peers.NetConfig;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** Bodies to a peer's door and back, under the rules that hold for that peer. */
@Singleton
final class Wire {
    /** Carries the trace id, as W3C Trace Context has it; others ignore it. */
    private static final String TRACE_HEADER = "traceparent";

    private static final Duration QUICK = Duration.ofSeconds(10);
    private static final int LONGEST_QUOTE = 200;

    private final HttpTransport transport;
    private final NetConfig config;
    private final Limits limits;
    private final XmlRpcCodec codec;

    @Inject
    Wire(HttpTransport transport, NetConfig config, Limits limits, XmlRpcCodec codec) {
        this.transport = transport;
        this.config = config;
        this.limits = limits;
        this.codec = codec;
    }

    /** @return the body of an answer with status 200 */
    byte[] post(Peer peer, byte[] body, String traceId, Duration timeout) {
        HttpAnswer answer = transport.post(
                URI.create(peer.rpcUrl()),
                policy(peer.terms(), peer.callSuite() == Suite.MODERN),
                headers(traceId),
                body,
                limits.documentBytes(),
                timeout);
        if (answer.status() != 200) {
            throw new UnreachableException("HTTP status " + answer.status() + " instead of an answer", true);
        }
        return answer.body();
    }

    private static Map<String, String> headers(String traceId) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "text/xml; charset=utf-8"));
        if (traceId.length() == 32) {
            headers.put(TRACE_HEADER, "00-" + traceId + "-" + traceId.substring(16) + "-01");
        }
        return headers;
    }

    /**
     * A call without envelope; the answer proves nothing.
     *
     * @param provesItself what comes back will be compared with something known, so TLS adds nothing
     */
    MethodResponse plain(String url, PeerTerms terms, boolean provesItself, byte[] document) {
        HttpAnswer answer = transport.post(
                URI.create(url),
                policy(terms, provesItself),
                Map.of("Content-Type", "text/xml; charset=utf-8"),
                document,
                1 << 20,
                QUICK);
        if (answer.status() != 200) {
            throw new UnreachableException("HTTP status " + answer.status() + " instead of an answer", true);
        }
        try {
            return codec.readResponse(answer.body());
        } catch (MalformedDocumentException malformed) {
            throw new UnreachableException("the answer is no XML-RPC document", true);
        }
    }

    /** For messages to administrators: what a fault in clear text said; nobody vouches for it. */
    String quoted(byte[] body) {
        try {
            if (codec.readResponse(body) instanceof MethodResponse.Failure fault) {
                String text = fault.text().replaceAll("[^\\x20-\\x7e]", " ");
                return "it answered in clear text with fault " + fault.code() + ": "
                        + text.substring(0, Math.min(text.length(), LONGEST_QUOTE));
            }
        } catch (MalformedDocumentException unreadable) {
            return "it answered something that is no XML-RPC document";
        }
        return "it answered in clear text";
    }

    /**
     * What the configuration and this peer's terms allow together.
     *
     * @param provesItself what is sent and received needs no TLS: the modern suite, or keys that somebody compares
     */
    ConnectPolicy policy(PeerTerms terms, boolean provesItself) {
        List<AddressRange> allowed = new ArrayList<>(AddressRange.parseAll(config.allowAddresses()));
        allowed.addAll(terms.allowed());
        return new ConnectPolicy(allowed, provesItself || terms.allowHttp() || config.allowHttp());
    }
}
