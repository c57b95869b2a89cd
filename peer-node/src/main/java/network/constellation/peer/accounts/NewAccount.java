package network.constellation.peer.accounts;

import java.util.List;
import java.util.Optional;
import network.constellation.peer.platform.Profile;

/**
 * What is needed to make an account of this site.
 *
 * @param password empty: the account waits for a link by which its owner chooses one
 * @param roles shortnames held on the whole site; {@code admin} makes a site administrator
 */
public record NewAccount(String username, Profile profile, Optional<String> password, List<String> roles) {
    public NewAccount {
        roles = List.copyOf(roles);
    }

    /** A password stays out of logs. */
    @Override
    public String toString() {
        return "NewAccount[" + username + ", " + roles + "]";
    }
}
