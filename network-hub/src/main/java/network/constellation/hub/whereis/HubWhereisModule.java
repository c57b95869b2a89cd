package network.constellation.hub.whereis;

import com.google.inject.AbstractModule;
import network.constellation.peer.audit.AuditNames;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** Binds the search for a person. */
public final class HubWhereisModule extends AbstractModule {
    @Override
    protected void configure() {
        AuditNames.bind(binder(), Whereis.ASKED);
        bind(Whereis.class);
        bind(WhereisPages.class);
        Pages.bind(binder(), WhereisPages.class);
        NavItem.bind(
                binder(),
                WhereisPages.class,
                "nav.people",
                WhereisPages.PATH,
                70,
                WhereisPages.WHO,
                NavItem.Group.MINE);
    }
}
