package network.constellation.peer.platform;

import java.util.Optional;
import network.constellation.peer.files.ContentHash;

/** What is in the courses of this site. */
public interface CourseContents {

    /** An activity with the number of its course. */
    record Placed(long course, boolean sectionVisible, CourseActivity activity) {
        /** Whether learners see it. */
        public boolean visible() {
            return sectionVisible && activity.visible();
        }
    }

    /** A file with the number of its course, and whether learners see what it belongs to. */
    record PlacedFile(long course, boolean visible, CourseFile file) {}

    /** Empty for a course with nothing in it. */
    CourseOutline outline(long course);

    /**
     * The course then has exactly this, in one step. What learners did stays with activities whose key stays; the bytes of
     * all files are in the content store already.
     *
     * @throws PlatformException when there is no such course
     */
    void replace(long course, CourseOutline outline);

    Optional<Placed> activity(long id);

    /** What makes it done; what learners did stays. */
    void track(long activity, CompletionTracking tracking);

    Optional<PlacedFile> file(long id);

    /** True while a course has a file with this content. */
    boolean uses(ContentHash content);

    /** How many files all courses have, and their bytes. */
    FileTotals totals();

    /** Files of all courses together. */
    record FileTotals(long files, long bytes) {}
}
