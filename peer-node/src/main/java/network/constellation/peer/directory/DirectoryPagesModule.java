package network.constellation.peer.directory;

import com.google.inject.AbstractModule;
import network.constellation.peer.web.Pages;

/** The pages of this room; for the tenant injector of a node with pages. */
public final class DirectoryPagesModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(DirectoryPages.class);
        Pages.bind(binder(), DirectoryPages.class);
    }
}
