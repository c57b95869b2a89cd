package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.Optional;
import network.constellation.peer.learning.CourseAction;
import network.constellation.peer.platform.Course;
import network.constellation.peer.web.Visitor;
import network.constellation.peer.web.text.Message;

/** The way from the page of a course to opening it, for whoever may. */
@Singleton
final class OpenToOtherSites implements CourseAction {
    private final OpenCourses open;

    @Inject
    OpenToOtherSites(OpenCourses open) {
        this.open = open;
    }

    @Override
    public Optional<Link> on(Course course, Visitor visitor) {
        return open.mayOpen(visitor.id(), course.id())
                ? Optional.of(new Link(
                        Message.of(OpenToOtherSites.class, "opening.action"), OpeningPages.PATH + "/" + course.id()))
                : Optional.empty();
    }
}
