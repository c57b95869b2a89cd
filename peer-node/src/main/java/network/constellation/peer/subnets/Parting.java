package network.constellation.peer.subnets;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.membership.Dismissed;

/** Told when the hub ends the link to a peer: whoever keeps something alive between the two sites ends it. */
public interface Parting {
    /** Ends it; may be repeated. @return how many sessions were live */
    Dismissed from(Wwwroot peer);

    /** For a module of the tenant injector. */
    static void bind(Binder binder, Class<? extends Parting> parting) {
        Multibinder.newSetBinder(binder, Parting.class).addBinding().to(parting);
    }
}
