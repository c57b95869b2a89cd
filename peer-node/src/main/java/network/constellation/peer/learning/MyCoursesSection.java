package network.constellation.peer.learning;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Role;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.home.HomeSection;

/** The front page's part: the courses here in which somebody holds a role, with how far they are. */
@Singleton
final class MyCoursesSection implements HomeSection {
    private static final int SHOWN = 24;

    private final Platform platform;

    @Inject
    MyCoursesSection(Platform platform) {
        this.platform = platform;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<PageView> section(WebRequest request) {
        long user = request.user().id();
        List<CourseView.Mine> mine = new ArrayList<>();
        platform.roles()
                .heldInCourses(user)
                .forEach((id, roles) -> platform.courses()
                        .find(id)
                        .filter(course -> course.visible()
                                || platform.roles().can(user, "moodle/course:update", Scope.course(id)))
                        .ifPresent(course -> mine.add(new CourseView.Mine(
                                course.fullname(),
                                LearningPages.path(id),
                                roles.stream()
                                        .sorted()
                                        .map(role -> platform.roles()
                                                .find(role)
                                                .map(Role::name)
                                                .orElse(role))
                                        .collect(Collectors.joining(", ")),
                                platform.completion().progress(user, id)))));
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        mine.sort(Comparator.comparing(CourseView.Mine::name, String.CASE_INSENSITIVE_ORDER));
        return Optional.of(PageView.of(MyCoursesSection.class, "learning/mine.jte", "mine.title")
                .with("courses", mine.stream().limit(SHOWN).toList()));
    }
}
