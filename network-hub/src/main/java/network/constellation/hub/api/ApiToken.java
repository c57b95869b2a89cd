package network.constellation.hub.api;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept: everything but the secret itself, of which only the SHA-256 is stored.
 *
 * @param id eight letters that stand in the token, by which it is found
 * @param name for people and the audit; no two tokens in force have the same
 * @param owner who made it; what it does is done in this name
 * @param ownerId number of the owner's account; null when it was made at the command line
 * @param lastUsedAt exact to a minute; null: never
 * @param revokedAt null: in force until it expires
 */
public record ApiToken(
        String id,
        String name,
        String owner,
        @Nullable Long ownerId,
        Set<ApiScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    public ApiToken {
        scopes = java.util.Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /** As it stands in the audit. */
    public String actor() {
        return "token " + name + " of " + owner;
    }

    public boolean inForce(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
