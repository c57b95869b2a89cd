package network.constellation.peer.rotation;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.ProvidesIntoSet;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.dispatch.MethodBinding;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.rotation.RotationMethods;

/** The network methods of this room. */
final class RotationService extends AbstractModule {
    @ProvidesIntoSet
    MethodBinding prepare(OwnRotation own) {
        return MethodBinding.of(RotationMethods.PREPARE, (context, nothing) -> own.prepare(actor(context)));
    }

    @ProvidesIntoSet
    MethodBinding activate(OwnRotation own) {
        return MethodBinding.of(
                RotationMethods.ACTIVATE, (context, generation) -> own.activate(generation, actor(context)));
    }

    @ProvidesIntoSet
    MethodBinding discard(OwnRotation own) {
        return MethodBinding.of(
                RotationMethods.DISCARD, (context, generation) -> own.discard(generation, actor(context)));
    }

    @ProvidesIntoSet
    MethodBinding retire(OwnRotation own) {
        return MethodBinding.of(RotationMethods.RETIRE, (context, nothing) -> own.retire(actor(context)));
    }

    @ProvidesIntoSet
    MethodBinding revoke(OwnRotation own) {
        return MethodBinding.of(RotationMethods.REVOKE, (context, stolen) -> own.revoke(stolen, actor(context)));
    }

    @ProvidesIntoSet
    MethodBinding state(OwnRotation own) {
        return MethodBinding.of(RotationMethods.STATE, (context, nothing) -> own.state());
    }

    @ProvidesIntoSet
    MethodBinding learn(NetworkKeys keys) {
        return MethodBinding.of(RotationMethods.LEARN, (context, news) -> {
            keys.learn(news);
            return true;
        });
    }

    @ProvidesIntoSet
    MethodBinding rehearse(Rehearsal rehearsal) {
        return MethodBinding.of(RotationMethods.REHEARSE, (context, sites) -> rehearsal.ping(sites));
    }

    /** Among members of a network only: nobody else rehearses with us. */
    @ProvidesIntoSet
    MethodBinding ping() {
        return MethodBinding.of(RotationMethods.PING, (context, nothing) -> {
            if (context.peer().terms().network().equals(PeerTerms.NO_NETWORK)) {
                throw new Fault(OwnRotation.REFUSED, "Not a member of this network.", "not-a-member");
            }
            return KeyState.generation(context.peer().identity());
        });
    }

    private static String actor(CallContext context) {
        return context.peer().wwwroot().value();
    }
}
