package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** Calls without an envelope to sites that are not peers yet. What they answer proves nothing by itself. */
@Singleton
public final class StrangerClient {
    private final ModernKeysFetch keys;
    private final Wire wire;
    private final XmlRpcCodec codec;

    @Inject
    StrangerClient(ModernKeysFetch keys, Wire wire, XmlRpcCodec codec) {
        this.keys = keys;
        this.wire = wire;
        this.codec = codec;
    }

    /** The keys that a site shows on its door; see {@link ModernKeysFetch#keysOf}. */
    public PublicIdentity keyswap(Wwwroot site, PeerTerms terms) {
        return keys.keysOverTls(site, terms);
    }

    /**
     * Calls a method that is declared for strangers.
     *
     * @throws Fault as the site answered, in clear text
     * @throws UnreachableException when no answer of the declared shape came
     */
    public <A, R> R call(Wwwroot site, PeerTerms terms, NetworkMethod<A, R> method, A arguments) {
        byte[] document =
                codec.writeCall(new MethodCall(method.name(), method.arguments().encode(arguments)));
        MethodResponse response = wire.plain(site.with(terms.application().rpcPath()), terms, false, document);
        if (response instanceof MethodResponse.Failure failure) {
            throw new Fault(failure.code(), failure.text());
        }
        try {
            return method.answer().decode(((MethodResponse.Success) response).value());
        } catch (ShapeException wrong) {
            throw new UnreachableException(
                    "its answer to " + method.name() + " has not the declared shape: " + wrong.getMessage(), true);
        }
    }
}
