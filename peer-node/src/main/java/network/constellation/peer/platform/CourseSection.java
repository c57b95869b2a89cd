package network.constellation.peer.platform;

import java.util.List;

/**
 * A part of a course, in its order.
 *
 * @param title plain text; empty for one that has only its place
 * @param summary HTML as its author wrote it: never shown without cleaning
 */
public record CourseSection(
        String title, String summary, boolean visible, List<CourseActivity> activities, List<CourseFile> files) {
    private static final int LONGEST_TITLE = 1333;

    public CourseSection {
        title = shortened(title);
        activities = List.copyOf(activities);
        files = List.copyOf(files);
    }

    public static CourseSection of(String title, List<CourseActivity> activities) {
        return new CourseSection(title, "", true, activities, List.of());
    }

    static String shortened(String title) {
        String stripped = title.strip();
        return stripped.length() <= LONGEST_TITLE ? stripped : stripped.substring(0, LONGEST_TITLE - 1) + "…";
    }
}
