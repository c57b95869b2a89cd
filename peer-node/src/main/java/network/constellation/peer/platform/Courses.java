package network.constellation.peer.platform;

import java.util.List;
import java.util.Optional;

/** The courses of this site and the shelves they stand on. */
public interface Courses {

    Optional<Course> find(long id);

    Optional<Course> findByShortname(String shortname);

    /** In the order of their shelves; {@code visibleOnly} leaves out what learners do not see. */
    List<Course> list(boolean visibleOnly);

    List<Course> inCategory(long category);

    /** @throws PlatformException when the short name is taken or the category unknown */
    Course create(CourseDraft draft);

    Course update(long id, CourseDraft draft);

    void delete(long id);

    List<Category> categories();

    Optional<Category> category(long id);

    /** @param parent 0 for the top */
    Category createCategory(String name, String idNumber, String description, long parent);

    /** @throws PlatformException while it holds courses or shelves */
    void deleteCategory(long id);
}
