package network.constellation.peer.web;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;

/** A room's pages; contributed in its tenant module by {@link #bind}. */
public interface Pages {

    /** Declares each route with who may open it. */
    void routes(Routes routes);

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends Pages> pages) {
        Multibinder.newSetBinder(binder, Pages.class).addBinding().to(pages);
    }
}
