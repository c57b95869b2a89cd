package network.constellation.peer.roaming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.State;
import org.jspecify.annotations.Nullable;

/** What the templates of "My network" show. */
public final class NetworkView {
    /** Nowhere to go. */
    public static final EmptyState EMPTY =
            EmptyState.of(NetworkView.class, "network.empty.title", "network.empty.text");

    private NetworkView() {}

    /**
     * @param link null when the person cannot go there
     * @param note one sentence: the address, or why not and whom to ask
     */
    public record Site(
            String name,
            @Nullable String link,
            Badge badge,
            Message note,
            @Nullable Instant lastVisit,
            long courses) {}

    /** A course at another site, one click away. */
    public record CourseThere(String name, String site, String role, String link) {}

    /** What a site was told of me. @param fields names on the wire */
    public record Told(String site, List<String> fields, Instant visited) {}

    static List<Site> sites(List<Destination> destinations) {
        return destinations.stream().map(NetworkView::site).toList();
    }

    private static Site site(Destination destination) {
        return new Site(
                destination.name(),
                destination.open() ? destination.link() : null,
                badge(destination),
                note(destination),
                destination.lastVisit().orElse(null),
                destination.courseCount());
    }

    private static Badge badge(Destination destination) {
        if (!destination.open()) {
            return Badge.of(State.BAD, NetworkView.class, "network.state.closed");
        } else if (destination.silent()) {
            return Badge.of(State.ATTENTION, NetworkView.class, "network.state.silent");
        }
        return Badge.of(
                State.GOOD, NetworkView.class, destination.home() ? "network.state.home" : "network.state.open");
    }

    private static Message note(Destination destination) {
        return destination
                .refusal()
                .map(why -> Message.of(NetworkView.class, "network.closed." + why.label(), destination.name()))
                .orElseGet(() -> Message.of(
                        NetworkView.class, "network.address", destination.site().host()));
    }

    static List<CourseThere> courses(List<Destination> destinations) {
        List<CourseThere> courses = new ArrayList<>();
        for (Destination destination : destinations) {
            if (destination.open()) {
                destination
                        .courses()
                        .forEach(course -> courses.add(new CourseThere(
                                course.fullname(), destination.name(), course.role(), destination.courseLink(course))));
            }
        }
        return courses;
    }
}
