package network.constellation.peer.roaming;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.Optional;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.WebRequest;

/** Another room's part of the page "My network". */
public interface NetworkPart {

    /** From top to bottom; steps of ten. */
    int order();

    /** Empty when there is nothing for this visitor. */
    Optional<PageView> part(WebRequest request);

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends NetworkPart> part) {
        Multibinder.newSetBinder(binder, NetworkPart.class).addBinding().to(part);
    }
}
