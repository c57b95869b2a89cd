package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.platform.Course;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.home.HomeSection;
import network.constellation.peer.web.view.Badge;

/** The front page's part for whoever teaches: the own courses, and which sites they are open to. */
@Singleton
public final class TeachingSection implements HomeSection {
    private static final int SHOWN = 8;

    private final MyCourses mine;
    private final OpenCourses open;

    @Inject
    TeachingSection(MyCourses mine, OpenCourses open) {
        this.mine = mine;
        this.open = open;
    }

    /** One course and how it is open. */
    public record Row(long id, String name, Badge badge) {}

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Optional<PageView> section(WebRequest request) {
        if (request.user().siteAdministrator()) {
            return Optional.empty();
        }
        List<Course> courses = mine.of(request.user().id());
        List<Row> rows = courses.stream()
                .limit(SHOWN)
                .map(course -> new Row(course.id(), course.fullname(), OpeningPages.badge(open.of(course.id()))))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(PageView.of(TeachingSection.class, "enrolment/teaching.jte", "opening.title")
                        .with("rows", rows)
                        .with("more", courses.size() > SHOWN));
    }
}
