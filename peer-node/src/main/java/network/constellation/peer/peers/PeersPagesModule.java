package network.constellation.peer.peers;

import com.google.inject.AbstractModule;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** The pages of this room; for the tenant injector of a node with pages. */
public final class PeersPagesModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(KeyPages.class);
        bind(PeersPages.class);
        bind(PeerPages.class);
        Pages.bind(binder(), KeyPages.class);
        Pages.bind(binder(), PeersPages.class);
        Pages.bind(binder(), PeerPages.class);
        NavItem.bind(
                binder(), PeersPages.class, "peers.title", PeersPages.PATH, 520, PeersPages.WHO, NavItem.Group.SITE);
        NavItem.bind(binder(), PeersPages.class, "keys.title", KeyPages.PATH, 530, PeersPages.WHO, NavItem.Group.SITE);
    }
}
