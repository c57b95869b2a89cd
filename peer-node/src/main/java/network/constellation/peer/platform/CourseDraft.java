package network.constellation.peer.platform;

import java.time.Instant;
import java.util.Optional;

/** What is said about a course when it is made or changed. */
public record CourseDraft(
        String shortname,
        String fullname,
        String idNumber,
        String summary,
        boolean visible,
        long category,
        Optional<Instant> start,
        Optional<Instant> end) {
    private static final int LONGEST_SHORT = 255;
    private static final int LONGEST_FULL = 1333;

    public CourseDraft {
        shortname = shortname.strip();
        fullname = fullname.strip();
        if (shortname.isEmpty() || shortname.length() > LONGEST_SHORT) {
            throw new PlatformException("course.shortname", LONGEST_SHORT);
        }
        if (fullname.isEmpty() || fullname.length() > LONGEST_FULL) {
            throw new PlatformException("course.fullname", LONGEST_FULL);
        }
    }

    public static CourseDraft of(String shortname, String fullname, long category) {
        return new CourseDraft(shortname, fullname, "", "", true, category, Optional.empty(), Optional.empty());
    }

    public CourseDraft summary(String text) {
        return new CourseDraft(shortname, fullname, idNumber, text, visible, category, start, end);
    }

    public CourseDraft idNumber(String text) {
        return new CourseDraft(shortname, fullname, text, summary, visible, category, start, end);
    }

    public CourseDraft visible(boolean is) {
        return new CourseDraft(shortname, fullname, idNumber, summary, is, category, start, end);
    }
}
