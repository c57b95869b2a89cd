package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
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

/** All sites I may go to, my courses there, and what they were told of me. */
@Singleton
final class MyNetworkPages implements Pages {
    static final String PATH = "/my/network";

    private final Destinations destinations;
    private final RoamingTerms terms;
    private final Set<NetworkPart> parts;

    @Inject
    MyNetworkPages(Destinations destinations, RoamingTerms terms, Set<NetworkPart> parts) {
        this.destinations = destinations;
        this.terms = terms;
        this.parts = parts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, Access.user(), this::show);
    }

    private WebResponse show(WebRequest request) {
        List<Destination> mine = destinations.of(request.user().id());
        return PageView.of(MyNetworkPages.class, "roaming/network.jte", "network.title")
                .with("parts", parts(request))
                .with("told", told(mine))
                .with("sites", NetworkView.sites(mine))
                .with("courses", NetworkView.courses(mine))
                .answer();
    }

    private List<PageView> parts(WebRequest request) {
        return parts.stream()
                .sorted(Comparator.comparingInt(NetworkPart::order))
                .map(part -> part.part(request))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What the sites that I have been to learnt of me when I landed; at a visitor's home, nothing from here. */
    private List<NetworkView.Told> told(List<Destination> mine) {
        List<NetworkView.Told> told = new ArrayList<>();
        for (Destination destination : mine) {
            List<String> fields = new ArrayList<>(ProfileFields.ALWAYS);
            terms.exportedTo(destination.site()).stream()
                    .filter(ProfileFields.OFFERED::contains)
                    .forEach(fields::add);
            destination
                    .lastVisit()
                    .ifPresent(visit -> told.add(new NetworkView.Told(destination.name(), fields, visit)));
        }
        return told;
    }
}
