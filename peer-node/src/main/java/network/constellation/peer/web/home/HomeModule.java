package network.constellation.peer.web.home;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.view.NavItem;

/** Front page and preferences. */
public final class HomeModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), HomeSection.class);
        bind(HomePages.class);
        Pages.bind(binder(), HomePages.class);
        bind(PreferencePages.class).toInstance(new PreferencePages());
        Pages.bind(binder(), PreferencePages.class);
        NavItem.bind(binder(), HomePages.class, "home.title", "/", 10, Access.user(), NavItem.Group.MINE);
    }
}
