package network.constellation.hub.console;

import com.google.inject.AbstractModule;
import network.constellation.hub.api.ApiRoom;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.FrameStyle;
import network.constellation.peer.web.view.NavItem;

/** Binds the pages of the hub and turns its frame into a console. */
public final class ConsoleModule extends AbstractModule {
    @Override
    protected void configure() {
        FrameStyle.bindConsole(binder());
        ApiRoom.bind(binder(), AuditApi.class);
        bind(NetworkView.class);
        Pages.bind(binder(), ConsolePages.class);
        bind(ConsolePages.class);
        Pages.bind(binder(), SubNetworkPages.class);
        bind(SubNetworkPages.class);
        place("nav.overview", "/hub", 10);
        place("nav.sites", "/hub/sites", 20);
        place("nav.subnetworks", "/hub/subnetworks", 30);
    }

    private void place(String key, String path, int order) {
        NavItem.bind(binder(), ConsolePages.class, key, path, order, Access.siteAdministrator(), NavItem.Group.MINE);
    }
}
