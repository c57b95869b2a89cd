package network.constellation.hub.console;

import com.google.inject.AbstractModule;
import java.util.List;
import network.constellation.hub.api.ApiRoom;
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
        bind(Decisions.class);
        bind(FilterChoices.class);
        for (Class<? extends Pages> pages : List.of(
                ConsolePages.class,
                SitesPages.class,
                SitePages.class,
                SiteActs.class,
                SubNetworkPages.class,
                AuditPages.class)) {
            Pages.bind(binder(), pages);
            bind(pages);
        }
        place("nav.overview", "/hub", 10);
        place("nav.sites", SitesPages.PATH, 20);
        place("nav.subnetworks", SubNetworkPages.PATH, 30);
        place("nav.audit", AuditPages.PATH, 80);
    }

    private void place(String key, String path, int order) {
        NavItem.bind(binder(), ConsolePages.class, key, path, order, ConsolePages.ADMIN, NavItem.Group.MINE);
    }
}
