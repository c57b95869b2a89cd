package network.constellation.hub.rolesheets;

import com.google.inject.AbstractModule;
import network.constellation.peer.web.Pages;

/** Binds the comparison of role sheets. */
public final class RoleSheetsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(RoleSheetPages.class);
        Pages.bind(binder(), RoleSheetPages.class);
    }
}
