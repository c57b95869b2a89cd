package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.roaming.NetworkPart;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.home.HomeSection;
import network.constellation.peer.web.view.Badge;

/** The way from the front page and "My network" to the courses of other sites: the first of them, and a search. */
@Singleton
public final class FindPart implements NetworkPart, HomeSection {
    private static final int SHOWN = 6;

    private final Offers offers;
    private final CourseFinder finder;
    private final RefreshJob refreshing;
    private final Platform platform;

    @Inject
    FindPart(Offers offers, CourseFinder finder, RefreshJob refreshing, Platform platform) {
        this.offers = offers;
        this.finder = finder;
        this.refreshing = refreshing;
        this.platform = platform;
    }

    /** One course, and whether one can enrol. */
    public record Line(String name, String path, String site, Badge badge) {}

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Optional<PageView> section(WebRequest request) {
        return part(request);
    }

    @Override
    public Optional<PageView> part(WebRequest request) {
        int sites = offers.sites().size();
        if (sites == 0 || request.user().remote()) {
            return Optional.empty();
        }
        // So that a search from here already finds what was opened a moment ago.
        refreshing.refreshOld();
        List<CourseFinder.Found> found = platform.users()
                .find(request.user().id())
                .map(learner -> finder.known(learner, "", ""))
                .orElse(List.of());
        List<Line> lines = found.stream()
                .limit(SHOWN)
                .map(one -> new Line(
                        one.offer().fullname(),
                        FindPages.page(one.offer()),
                        one.site(),
                        FindPages.badge(one.standing())))
                .toList();
        return Optional.of(PageView.of(FindPart.class, "enrolment/part.jte", "find.title")
                .with("sites", (long) sites)
                .with("lines", lines)
                .with("more", found.size() > lines.size()));
    }
}
