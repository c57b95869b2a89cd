package network.constellation.hub.api;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Table {@code api_token}. */
final class ApiTokenStore {
    private static final String COLUMNS =
            "id, name, owner, owner_id, scopes, hash, created_at, expires_at, last_used_at, revoked_at";

    private final Jdbi jdbi;

    @Inject
    ApiTokenStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record Row(ApiToken token, byte[] hash) {}

    void insert(ApiToken token, byte[] hash) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into api_token (id, name, owner, owner_id, scopes, hash,"
                        + " created_at, expires_at) values (:id, :name, :owner, :ownerId, :scopes, :hash, :created,"
                        + " :expires)")
                .bind("id", token.id())
                .bind("name", token.name())
                .bind("owner", token.owner())
                .bind("ownerId", token.ownerId())
                .bind("scopes", token.scopes().stream().map(ApiScope::label).collect(Collectors.joining(" ")))
                .bind("hash", hash)
                .bind("created", at(token.createdAt()))
                .bind("expires", at(token.expiresAt()))
                .execute());
    }

    List<ApiToken> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from api_token order by created_at desc, id")
                        .map((row, context) -> row(row).token())
                        .list());
    }

    Optional<Row> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from api_token where id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne());
    }

    void revoke(String id, Instant now) {
        touch("update api_token set revoked_at = coalesce(revoked_at, :now) where id = :id", id, now);
    }

    void used(String id, Instant now) {
        touch("update api_token set last_used_at = :now where id = :id", id, now);
    }

    private void touch(String sql, String id, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(sql).bind("id", id).bind("now", at(now)).execute());
    }

    private static Row row(ResultSet row) throws SQLException {
        long owner = row.getLong("owner_id");
        @Nullable Long ownerId = row.wasNull() ? null : owner;
        Set<ApiScope> scopes = Arrays.stream(row.getString("scopes").split(" "))
                .flatMap(label -> ApiScope.of(label).stream())
                .collect(Collectors.toSet());
        ApiToken token = new ApiToken(
                row.getString("id"),
                row.getString("name"),
                row.getString("owner"),
                ownerId,
                scopes,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
        return new Row(token, row.getBytes("hash"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
