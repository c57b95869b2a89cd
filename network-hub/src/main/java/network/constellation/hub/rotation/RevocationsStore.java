package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code revocation} and {@code revocation_told}. */
final class RevocationsStore {
    private static final String COLUMNS =
            "fingerprint, wwwroot, generation, state, reason, actor, last_error, revoked_at, changed_at";
    private static final int LONGEST = 500;

    private final Jdbi jdbi;

    @Inject
    RevocationsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Revocation> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from revocation order by revoked_at desc")
                        .map((row, context) -> revocation(row))
                        .list());
    }

    Optional<Revocation> find(String fingerprint) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from revocation where fingerprint = :fingerprint")
                        .bind("fingerprint", fingerprint)
                        .map((row, context) -> revocation(row))
                        .findOne());
    }

    /** The same generation twice is one revocation; the work is handed over in the same transaction. */
    UUID insertOnce(Revocation revocation, Function<Handle, UUID> follow) {
        return jdbi.inTransaction(handle -> {
            boolean known = handle.createQuery("select count(*) from revocation where fingerprint = :fingerprint")
                            .bind("fingerprint", revocation.fingerprint())
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            if (!known) {
                handle.createUpdate("insert into revocation (" + COLUMNS + ") values (:fingerprint, :wwwroot,"
                                + " :generation, :state, :reason, :actor, :error, :at, :at)")
                        .bind("fingerprint", revocation.fingerprint())
                        .bind("wwwroot", revocation.wwwroot().value())
                        .bind("generation", revocation.generation())
                        .bind("state", revocation.state().name())
                        .bind("reason", cut(revocation.reason()))
                        .bind("actor", revocation.actor())
                        .bind("error", revocation.lastError())
                        .bind("at", at(revocation.revokedAt()))
                        .execute();
            }
            return follow.apply(handle);
        });
    }

    void reached(String fingerprint, Revocation.State state, @Nullable String error, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update revocation set state = :state, last_error = :error,"
                        + " changed_at = :now where fingerprint = :fingerprint")
                .bind("state", state.name())
                .bind("error", cut(error))
                .bind("now", at(now))
                .bind("fingerprint", fingerprint)
                .execute());
    }

    /** Who knows: that the keys are revoked ({@code revoked}), or the new ones too ({@code replaced}). */
    Set<String> told(String fingerprint, String knows) {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "select wwwroot from revocation_told where fingerprint = :fingerprint"
                                        + " and (knows = :knows or knows = 'replaced')")
                        .bind("fingerprint", fingerprint)
                        .bind("knows", knows)
                        .mapTo(String.class)
                        .list())
                .stream()
                .collect(Collectors.toSet());
    }

    void told(String fingerprint, Wwwroot wwwroot, String knows) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from revocation_told where fingerprint = :fingerprint and wwwroot = :wwwroot")
                    .bind("fingerprint", fingerprint)
                    .bind("wwwroot", wwwroot.value())
                    .execute();
            handle.createUpdate("insert into revocation_told (fingerprint, wwwroot, knows)"
                            + " values (:fingerprint, :wwwroot, :knows)")
                    .bind("fingerprint", fingerprint)
                    .bind("wwwroot", wwwroot.value())
                    .bind("knows", knows)
                    .execute();
        });
    }

    private static Revocation revocation(ResultSet row) throws SQLException {
        return new Revocation(
                row.getString("fingerprint"),
                Wwwroot.of(row.getString("wwwroot")),
                row.getInt("generation"),
                Revocation.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("actor"),
                row.getString("last_error"),
                row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
