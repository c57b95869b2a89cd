package network.constellation.peer.web.session;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;

/** Told when somebody signs out, before the session is gone: roaming tells the other sites. */
public interface SessionEnding {

    /** Must not take long: what needs the network is started here as a job. */
    void ending(Session session);

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends SessionEnding> listener) {
        Multibinder.newSetBinder(binder, SessionEnding.class).addBinding().to(listener);
    }
}
