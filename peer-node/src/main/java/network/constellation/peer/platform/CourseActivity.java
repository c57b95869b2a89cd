package network.constellation.peer.platform;

import java.util.List;

/**
 * One thing to read or do in a course.
 *
 * @param id given by the platform; 0 for one not yet stored
 * @param key unique in its course and the same in each version of it, so that what learners did is kept when the course
 *     is replaced; a restored activity has the number that its package gave it
 * @param module its kind, as Moodle names it: {@code page}, {@code resource}, {@code quiz}, ...
 * @param title plain text
 * @param intro HTML as its author wrote it: never shown without cleaning
 * @param text the same, the content itself; empty where the kind has none or this platform cannot show it
 */
public record CourseActivity(
        long id,
        String key,
        String module,
        String title,
        String intro,
        String text,
        boolean visible,
        CompletionTracking tracking,
        List<CourseFile> files) {
    private static final int LONGEST_WORD = 100;

    public CourseActivity {
        title = CourseSection.shortened(title);
        files = List.copyOf(files);
        if (key.isEmpty() || key.length() > LONGEST_WORD) {
            throw new IllegalArgumentException("not the key of an activity: " + key);
        }
        if (!module.matches("[a-z][a-z0-9_]{0,99}")) {
            throw new IllegalArgumentException("not a kind of activity: " + module);
        }
    }

    /** A visible activity without files, to be marked as done by hand. */
    public static CourseActivity of(String key, String module, String title, String text) {
        return new CourseActivity(0, key, module, title, "", text, true, CompletionTracking.MANUAL, List.of());
    }

    public CourseActivity files(List<CourseFile> other) {
        return new CourseActivity(id, key, module, title, intro, text, visible, tracking, other);
    }

    public CourseActivity tracking(CompletionTracking other) {
        return new CourseActivity(id, key, module, title, intro, text, visible, other, files);
    }

    public CourseActivity visible(boolean is) {
        return new CourseActivity(id, key, module, title, intro, text, is, tracking, files);
    }

    public CourseActivity intro(String html) {
        return new CourseActivity(id, key, module, title, html, text, visible, tracking, files);
    }
}
