package network.constellation.peer.usage;

import java.util.Arrays;
import java.util.Locale;

/** What a {@link UsageEvent} tells of. The labels are stored: they stay as they are. */
public enum UsageKind {
    /** Somebody signed in here with name and password. */
    LOGIN,
    /** Somebody of ours arrived at the site {@code peer}. */
    ROAM_OUT,
    /** Somebody arrived here from the site {@code peer}. */
    ROAM_IN,
    COURSE_VIEW,
    ENROL,
    UNENROL,
    /** An activity was completed. */
    COMPLETE,
    /** A course went to the catalog {@code peer}. */
    PUBLISH,
    /** A course came from the site {@code peer}. */
    DEPLOY,
    FILE_DOWNLOAD;

    /** Such as {@code roam-out}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static UsageKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of usage: " + label));
    }
}
