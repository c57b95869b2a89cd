package network.constellation.hub.api;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.hub.founding.Inheritance;
import org.jdbi.v3.core.Handle;

/**
 * Table {@code api_token} at a hub that took over. Only SHA-256 of 256 random bits travels. A token whose owner has no account
 * here ends: without owner it would be one that nobody answers for.
 */
final class ApiTokensHandedOnStore implements Inheritance {
    private final Clock clock;

    @Inject
    ApiTokensHandedOnStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Set<String> tables() {
        return Set.of("api_token");
    }

    @Override
    public void moved(Handle handle, Map<Long, Long> people) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Token> owned = handle.createQuery("select id, owner_id from api_token where owner_id is not null")
                .map((row, context) -> new Token(row.getString("id"), row.getLong("owner_id")))
                .list();
        for (Token token : owned) {
            Long here = people.get(token.owner());
            if (here == null) {
                handle.execute(
                        "update api_token set revoked_at = coalesce(revoked_at, ?), owner_id = -1 where id = ?",
                        now,
                        token.id());
            } else {
                handle.execute("update api_token set owner_id = ? where id = ?", here, token.id());
            }
        }
    }

    private record Token(String id, long owner) {}
}
