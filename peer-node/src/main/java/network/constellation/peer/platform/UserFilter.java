package network.constellation.peer.platform;

import java.util.Optional;
import network.constellation.keys.address.Wwwroot;

/**
 * Which users, in which order.
 *
 * @param search part of user name, name, e-mail or id number; empty for all
 * @param role shortname of a role held on the whole site; {@code admin} for site administrators; empty for all
 * @param sort one of {@code username}, {@code name}, {@code email}, {@code home}, {@code lastlogin}, {@code state}
 */
public record UserFilter(
        String search,
        Optional<Wwwroot> home,
        Origin origin,
        Optional<Boolean> suspended,
        String role,
        String sort,
        boolean descending,
        int offset,
        int limit) {

    /** Whose home is here, elsewhere, or both. */
    public enum Origin {
        ALL,
        LOCAL,
        REMOTE
    }

    public static UserFilter all() {
        return new UserFilter(
                "", Optional.empty(), Origin.ALL, Optional.empty(), "", "username", false, 0, Integer.MAX_VALUE);
    }
}
