package network.constellation.peer.platform;

/**
 * A shelf of courses.
 *
 * @param parent id of the shelf above; 0 for the top
 */
public record Category(
        long id, String name, String idNumber, String description, long parent, int sortOrder, boolean visible) {}
