package network.constellation.peer.directory;

import com.google.inject.AbstractModule;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** The pages of this room; for the tenant injector of a node with pages. */
public final class DirectoryPagesModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DirectoryPages.class);
        Pages.bind(binder(), DirectoryPages.class);
        NavItem.bind(
                binder(),
                DirectoryPages.class,
                "directory.title",
                DirectoryPages.PATH,
                525,
                DirectoryPages.WHO,
                NavItem.Group.SITE);
    }
}
