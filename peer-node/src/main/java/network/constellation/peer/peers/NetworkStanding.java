package network.constellation.peer.peers;

import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.administration.AdminMethods;
import org.jspecify.annotations.Nullable;

/**
 * What the network's directory and suspension list say about dealing with a peer now (protocol-security.md 3): asked by
 * {@code dispatch} after replay and before permission, by {@code outbound} before a call, by the pages of roaming before
 * a jump or a landing. Peers that were added by hand, outside of the network, are not concerned. A site without a network
 * has {@link #NONE}.
 */
public interface NetworkStanding {
    /** The network's directory ended its life and could not be renewed: nothing passes but the directory itself. */
    int DIRECTORY_EXPIRED = 7040;
    /** The hub suspended this peer. */
    int SUSPENDED = 7041;
    /** The suspension list is too old for what changes something; reading goes on. */
    int LIST_STALE = 7042;

    /** How much trust an act needs. */
    enum Need {
        /** The directory's own methods: what brings a fresh directory must pass while there is none. */
        DIRECTORY,
        /** Reading: until the directory expires. */
        READ,
        /** Orders, writes, landings: only with a fresh suspension list. */
        CHANGE;

        private static final String DIRECTORY_METHODS = "constellation/directory/";

        /** What a call of this method needs. */
        public static Need of(NetworkMethod<?, ?> method) {
            if (method.name().startsWith(DIRECTORY_METHODS)) {
                return DIRECTORY;
            }
            boolean order =
                    method.authority() == Authority.HUB || method.services().contains(AdminMethods.MNETADMIN);
            return order || method.effect() != Effect.READ ? CHANGE : READ;
        }
    }

    /**
     * Whether to have nothing to do with this peer now. Costs no query and, while all is well, no allocation; before a
     * refusal for age it tries to renew, once, within seconds.
     *
     * @return null: go on; else the fault {@link #DIRECTORY_EXPIRED}, {@link #SUSPENDED} or {@link #LIST_STALE}
     */
    @Nullable
    Fault refusal(Peer peer, Need need);

    /** Sequence of the newest suspension list that we hold of the network shared with this peer; 0 for none. */
    long suspensionSequence(Peer peer);

    /** A verified message of this peer said which list it holds; a newer one than ours is asked for, later. */
    void heard(Peer peer, long suspensionSequence);

    /** A site that belongs to no network. */
    NetworkStanding NONE = new NetworkStanding() {
        @Override
        public @Nullable Fault refusal(Peer peer, Need need) {
            return null;
        }

        @Override
        public long suspensionSequence(Peer peer) {
            return 0;
        }

        @Override
        public void heard(Peer peer, long suspensionSequence) {}
    };
}
