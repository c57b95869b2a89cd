package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.NextKeys;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.keyswap.Finding;
import network.constellation.protocol.keyswap.KeySwap;
import network.constellation.protocol.keyswap.KeySwapRefusedException;
import network.constellation.protocol.method.system.KeyswapOffer;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** Asks a site for its keys by the plain key swap, and takes up what its older Ed25519 key vouches for. */
@Singleton
public final class ModernKeysFetch {
    private final SiteIdentity identity;
    private final Peers peers;
    private final Wire wire;
    private final XmlRpcCodec codec;
    private final KeySwap keySwap;
    private final NextKeys nextKeys;
    private final Clock clock;

    @Inject
    ModernKeysFetch(
            SiteIdentity identity,
            Peers peers,
            Wire wire,
            XmlRpcCodec codec,
            KeySwap keySwap,
            NextKeys nextKeys,
            Clock clock) {
        this.identity = identity;
        this.peers = peers;
        this.wire = wire;
        this.codec = codec;
        this.keySwap = keySwap;
        this.nextKeys = nextKeys;
        this.clock = clock;
    }

    /**
     * The keys that a site shows on its door, verified in themselves but vouched for by nobody: compare the fingerprint.
     * Tells it our own keys, so we wait at its end too.
     *
     * @throws UnreachableException when it shows none that could be its own
     */
    public PublicIdentity keysOf(Wwwroot wwwroot, PeerTerms terms) {
        return fetch(wwwroot, terms, true);
    }

    /** The same where the way itself is a witness: over verified TLS, unless the terms say otherwise. */
    PublicIdentity keysOverTls(Wwwroot wwwroot, PeerTerms terms) {
        return fetch(wwwroot, terms, false);
    }

    private PublicIdentity fetch(Wwwroot wwwroot, PeerTerms terms, boolean compared) {
        KeyswapOffer offer = keySwap.offer(identity.published(), "moodle");
        List<Value> arguments = SystemMethods.KEYSWAP.arguments().encode(offer);
        byte[] document = codec.writeCall(new MethodCall(SystemMethods.KEYSWAP.name(), arguments));
        MethodResponse response = wire.plain(wwwroot.with(terms.application().rpcPath()), terms, compared, document);
        if (response instanceof MethodResponse.Success success && success.value() instanceof Value.Str text) {
            try {
                return keySwap.readAnswer(wwwroot, text.value());
            } catch (KeySwapRefusedException unfit) {
                throw new UnreachableException("its keys cannot be its own: " + unfit.getMessage(), false);
            }
        }
        String why = response instanceof MethodResponse.Failure fault
                ? "it refused the key swap with fault " + fault.code() + ": " + fault.text()
                : "its answer to the key swap is no certificate";
        throw new UnreachableException(why, false);
    }

    /** The peer with its later keys; empty when it has none, or the key we trust does not vouch for them. */
    Optional<Peer> renewed(Peer peer) {
        try {
            return takeUp(peer, keysOf(peer.wwwroot(), peer.terms()));
        } catch (UnreachableException unreachable) {
            peers.failed(peer.wwwroot(), unreachable.why());
            return Optional.empty();
        }
    }

    /** The peer with these keys, wherever they came from, when the keys that we trust vouch for them; revoked ones never. */
    Optional<Peer> takeUp(Peer peer, PublicIdentity later) {
        if (nextKeys.state(peer, clock.instant()) == KeyState.REVOKED) {
            return Optional.empty();
        }
        Finding finding = keySwap.compare(Optional.of(peer.identity()), later);
        if (!finding.storable()) {
            return Optional.empty();
        }
        try {
            return Optional.of(peers.replaceKeys(
                    peer.wwwroot(), later, "key-succession", peer.wwwroot().value()));
        } catch (PeersException unfit) {
            return Optional.empty();
        }
    }

    /** The same with the bundle that fault 7030 or 7031 brought in clear text. */
    Optional<Peer> takeUpBundle(Peer peer, String bundle) {
        return keySwap.refreshed(peer.identity(), bundle).flatMap(later -> takeUp(peer, later));
    }
}
