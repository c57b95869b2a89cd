package network.constellation.peer.myhub;

import com.google.inject.AbstractModule;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** Binds the page about this site's hub. */
public final class MyHubModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(MyHubPages.class);
        Pages.bind(binder(), MyHubPages.class);
        NavItem.bind(binder(), MyHubPages.class, "title", MyHubPages.PATH, 510, MyHubPages.WHO, NavItem.Group.SITE);
    }
}
