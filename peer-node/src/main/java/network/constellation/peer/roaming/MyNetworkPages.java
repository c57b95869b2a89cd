package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;

/** "My network": the sites I may go to, and my courses there. */
@Singleton
final class MyNetworkPages implements Pages {
    static final String PATH = "/my/network";

    private final Destinations destinations;

    @Inject
    MyNetworkPages(Destinations destinations) {
        this.destinations = destinations;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, Access.user(), this::show);
    }

    private WebResponse show(WebRequest request) {
        List<Destination> mine = destinations.of(request.user().id());
        return PageView.of(MyNetworkPages.class, "roaming/network.jte", "network.title")
                .with("sites", NetworkView.sites(mine))
                .with("courses", NetworkView.courses(mine))
                .answer();
    }
}
