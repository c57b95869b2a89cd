package network.constellation.hub.subnets;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.registry.Member;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.method.membership.Dismissed;
import network.constellation.protocol.method.membership.HeldLink;

/**
 * How the hub tells a member about another one. Members of this software are told by the methods of the room
 * {@code membership}; another room may bind a road for members that only know the originals' ({@code bind_peer},
 * {@code unbind_peer}). Each call may be repeated; all throw {@link network.constellation.protocol.call.Fault} when the
 * member refuses and {@link network.constellation.peer.outbound.UnreachableException} when it is silent.
 */
public interface LinkRoad {
    /** Whether this road, and not that of this software, leads to the member. */
    boolean leadsTo(Member at);

    /** Returns when the member knows the other site as wished; {@link LinkWish#isHub}: the hub itself. */
    void introduce(Peer at, LinkWish wish);

    /**
     * Returns when the member has ended what the introduction began.
     *
     * @return what ended with it, as far as the member tells
     */
    Dismissed dismiss(Peer at, LinkEnding ending);

    /** What the member holds; empty when this road cannot tell. */
    Optional<List<HeldLink>> held(Peer at);

    /** For a module of the hub's tenant. */
    static void bind(Binder binder, Class<? extends LinkRoad> road) {
        Multibinder.newSetBinder(binder, LinkRoad.class).addBinding().to(road);
    }
}
