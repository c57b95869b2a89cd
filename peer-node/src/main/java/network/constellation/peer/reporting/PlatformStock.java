package network.constellation.peer.reporting;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Platform;
import network.constellation.protocol.method.reporting.Figure;

/** Accounts, courses and enrolments of the platform. */
final class PlatformStock implements StockSource {
    private final Platform platform;
    private final Wwwroot self;

    @Inject
    PlatformStock(Platform platform, Wwwroot self) {
        this.platform = platform;
        this.self = self;
    }

    @Override
    public Map<Figure, Long> count() {
        long own = platform.users().count(Optional.of(self));
        List<Course> courses = platform.courses().list(false);
        long enrolled = courses.stream()
                .mapToLong(course -> platform.enrolments().in(course.id()).size())
                .sum();
        return Map.of(
                Figure.USERS,
                own,
                Figure.VISITOR_ACCOUNTS,
                platform.users().count(Optional.empty()) - own,
                Figure.COURSES,
                (long) courses.size(),
                Figure.ENROLLED,
                enrolled);
    }
}
