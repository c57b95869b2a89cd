package network.constellation.peer.connectivity;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.connectivity.ConnectivityMethods;

/** The network methods of this room: pings of members, and the hub's question. */
final class ConnectivityService extends AbstractModule {
    private static final int NOT_PUBLISHED = 707;

    @ProvidesIntoSet
    MethodBinding ping(LinkFacts facts, NetworkDirectory directory) {
        return MethodBinding.of(ConnectivityMethods.PING, (context, nothing) -> {
            if (context.peer().terms().network().equals(PeerTerms.NO_NETWORK)) {
                throw new Fault(NOT_PUBLISHED, "Pings are answered to members of the same network.", "not-published");
            }
            return facts.ping(
                    context.peer(),
                    directory
                            .current()
                            .map(held -> held.header().version().toString())
                            .orElse(""));
        });
    }

    @ProvidesIntoSet
    MethodBinding links(Connectivity connectivity) {
        return MethodBinding.of(
                ConnectivityMethods.LINKS,
                (context, nothing) -> connectivity.networkLinks().stream()
                        .limit(ConnectivityMethods.MOST_LINKS)
                        .toList());
    }

    @ProvidesIntoSet
    MethodBinding look(Connectivity connectivity) {
        return MethodBinding.of(ConnectivityMethods.LOOK, (context, peer) -> connectivity.lookAtMember(peer));
    }
}
