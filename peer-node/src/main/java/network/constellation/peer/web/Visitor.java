package network.constellation.peer.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a request.
 *
 * @param id the user's number on this site
 * @param language a language code from the profile, if one is set
 * @param roles shortnames of the roles held on the whole site
 * @param remote true for somebody whose home is another site
 */
public record Visitor(
        long id,
        String username,
        String fullName,
        @Nullable String language,
        boolean siteAdministrator,
        Set<String> roles,
        boolean remote) {
    public Visitor {
        roles = Set.copyOf(roles);
    }
}
