package network.constellation.peer.web.home;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.Optional;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.WebRequest;

/** A room's part of the front page of whoever is signed in. */
public interface HomeSection {

    /** From top to bottom; steps of ten. */
    int order();

    /** Empty when there is nothing for this visitor; title and template of the view are used. */
    Optional<PageView> section(WebRequest request);

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends HomeSection> section) {
        Multibinder.newSetBinder(binder, HomeSection.class).addBinding().to(section);
    }
}
