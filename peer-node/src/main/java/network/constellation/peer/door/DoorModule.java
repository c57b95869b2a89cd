package network.constellation.peer.door;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.lifecycle.NodeService;

/** The HTTP server. */
public final class DoorModule extends AbstractModule {
    @Override
    protected void configure() {
        ConfigSection.bindNode(binder(), "door", DoorConfig.class);
        Multibinder.newSetBinder(binder(), NodeRoute.class);
        OptionalBinder.newOptionalBinder(binder(), ProblemPage.class);
        bind(Door.class);
        NodeService.bind(binder(), Door.class);
    }
}
