package network.constellation.peer.learning;

import com.google.inject.Binder;
import com.google.inject.multibindings.Multibinder;
import java.util.Optional;
import network.constellation.peer.platform.Course;
import network.constellation.peer.web.Visitor;
import network.constellation.peer.web.text.Message;

/** What another room offers on the page of a course, to those who may do it. */
public interface CourseAction {

    /** Empty when there is nothing for this visitor in this course. */
    Optional<Link> on(Course course, Visitor visitor);

    /** A button that leads to a page of the room. @param path within the site */
    record Link(Message text, String path) {}

    /** For the module of a room. */
    static void bind(Binder binder, Class<? extends CourseAction> action) {
        Multibinder.newSetBinder(binder, CourseAction.class).addBinding().to(action);
    }
}
