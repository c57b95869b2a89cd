package network.constellation.peer.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * An account on this site, of one of our own or of somebody whose home is elsewhere.
 *
 * @param id the number on this site; never given again
 * @param auth how they sign in: {@code manual} here, {@code mnet} at their home
 * @param suspended may not sign in or land
 * @param siteAdministrator may do everything on this site
 * @param lastLogin empty for never
 */
public record User(
        long id,
        UserKey key,
        String auth,
        Profile profile,
        boolean suspended,
        boolean siteAdministrator,
        Instant created,
        Instant modified,
        Optional<Instant> lastLogin) {
    public static final String MANUAL = "manual";
    public static final String MNET = "mnet";

    public String username() {
        return key.username();
    }

    /** True when the home is another site. */
    public boolean remote() {
        return auth.equals(MNET);
    }

    public String fullName() {
        String name = profile.fullName();
        return name.isEmpty() ? username() : name;
    }
}
