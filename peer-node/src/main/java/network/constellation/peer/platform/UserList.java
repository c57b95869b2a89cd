package network.constellation.peer.platform;

import java.util.List;

/**
 * A part of the users.
 *
 * @param total how many fit the filter in all
 */
public record UserList(List<User> users, long total) {
    public UserList {
        users = List.copyOf(users);
    }
}
