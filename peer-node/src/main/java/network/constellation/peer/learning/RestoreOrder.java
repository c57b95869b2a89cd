package network.constellation.peer.learning;

import java.util.Optional;

/**
 * How a package is to become a course.
 *
 * @param category where it stands
 * @param shortname instead of the package's own; where it is taken, a number is put behind
 * @param fullname instead of the package's own
 * @param idNumber of the new course; empty for none
 * @param visible to learners once it is complete; before that it is hidden
 */
public record RestoreOrder(
        long category, Optional<String> shortname, Optional<String> fullname, String idNumber, boolean visible) {

    public static RestoreOrder into(long category) {
        return new RestoreOrder(category, Optional.empty(), Optional.empty(), "", true);
    }
}
