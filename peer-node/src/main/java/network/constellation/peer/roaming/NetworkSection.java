package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Plugins;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.home.HomeSection;

/** The front page's part: the sites visited last, and the courses there. */
@Singleton
final class NetworkSection implements HomeSection {
    private static final int SHOWN = 12;
    private static final String BLOCK = "user_mnet_hosts";

    private final Destinations destinations;
    private final Plugins plugins;

    @Inject
    NetworkSection(Destinations destinations, Platform platform) {
        this.destinations = destinations;
        this.plugins = platform.plugins();
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<PageView> section(WebRequest request) {
        if (!plugins.isEnabled(Plugins.BLOCK, BLOCK)) {
            return Optional.empty();
        }
        List<Destination> all = destinations.of(request.user().id());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(PageView.of(NetworkSection.class, "roaming/home.jte", "network.home.title")
                        .with(
                                "sites",
                                NetworkView.sites(all.stream().limit(SHOWN).toList()))
                        .with(
                                "courses",
                                NetworkView.courses(all).stream().limit(SHOWN).toList())
                        .with("home", request.user().remote() ? "" : "network.home.told")
                        .with(
                                "more",
                                all.size() > SHOWN || NetworkView.courses(all).size() > SHOWN));
    }
}
