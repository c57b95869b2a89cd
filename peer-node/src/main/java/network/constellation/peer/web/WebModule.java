package network.constellation.peer.web;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import network.constellation.peer.config.ConfigSection;
import network.constellation.peer.door.PageEndpoint;
import network.constellation.peer.web.home.HomeModule;
import network.constellation.peer.web.session.SessionsModule;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Assets;
import network.constellation.peer.web.view.FrameStyle;
import network.constellation.peer.web.view.NavItem;
import network.constellation.peer.web.view.Templates;

/** The pages of one tenant; rooms add theirs by {@link Pages#bind}. Needs a {@link Visitors} from the platform. */
public final class WebModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new SessionsModule());
        install(new HomeModule());
        ConfigSection.bindTenant(binder(), "web", WebConfig.class);
        bind(Texts.class);
        bind(Templates.class);
        bind(Assets.class);
        bind(Cookies.class);
        bind(RequestReader.class);
        bind(Renderer.class);
        bind(Answers.class);
        bind(StaticFiles.class);
        bind(Router.class);
        bind(PageEndpoint.class).to(WebEndpoint.class);
        bind(WebEndpoint.class);
        Multibinder.newSetBinder(binder(), Pages.class);
        Multibinder.newSetBinder(binder(), NavItem.class);
        OptionalBinder.newOptionalBinder(binder(), FrameStyle.class)
                .setDefault()
                .toInstance(FrameStyle.PORTAL);
    }
}
