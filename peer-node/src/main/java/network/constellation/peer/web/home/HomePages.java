package network.constellation.peer.web.home;

import com.google.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;

/** The front page: the site's name and the way in, or what the rooms have for whoever is signed in. */
final class HomePages implements Pages {
    private final Set<HomeSection> sections;

    @Inject
    HomePages(Set<HomeSection> sections) {
        this.sections = sections;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/", Access.anonymous(), this::home);
    }

    private WebResponse home(WebRequest request) {
        if (request.visitor().isEmpty()) {
            return PageView.of(HomePages.class, "home/welcome.jte", "welcome.title")
                    .withoutNavigation()
                    .answer();
        }
        List<PageView> filled = sections.stream()
                .sorted(Comparator.comparingInt(HomeSection::order))
                .map(section -> section.section(request))
                .flatMap(Optional::stream)
                .toList();
        return PageView.of(HomePages.class, "home/home.jte", "home.title")
                .with("sections", filled)
                .answer();
    }
}
