package network.constellation.peer.directory;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.SuspensionList;

/**
 * Must act when its network has a new directory or suspension list; contributed in a tenant module. Told within a lease of
 * the tenant, at least once for the newest (versions in between may be left out), also when the tenant was closed or the
 * process down meanwhile. Throw, and it is told again within a minute.
 */
public interface DirectoryListener {

    /** A version of which this tenant has not been told, or has not followed. */
    default void directoryChanged(Directory directory) {}

    /** Somebody was put on the list or taken off. */
    default void suspensionsChanged(SuspensionList list) {}

    /** Nothing is wrong: what is new cannot be followed before something that is under way has come. */
    final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotYet(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** For a module of the tenant injector. */
    static void bind(Binder binder, Class<? extends DirectoryListener> listener) {
        Multibinder.newSetBinder(binder, DirectoryListener.class).addBinding().to(listener);
    }
}
