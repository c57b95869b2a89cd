package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.rotation.RehearsedPing;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code rotation}, {@code rotation_site} and {@code rotation_ping}. */
final class RotationsStore {
    private static final String ROTATION = "number, scope, phase, actor, forced, note, created_at, changed_at";
    private static final String SITE =
            "wwwroot, rotates, state, generation_from, generation_to, told, attempts, last_error, changed_at";
    private static final int LONGEST = 500;

    private final Jdbi jdbi;

    @Inject
    RotationsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Rotation> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + ROTATION + " from rotation order by number desc")
                        .map((row, context) -> rotation(row))
                        .list());
    }

    Optional<Rotation> find(int number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + ROTATION + " from rotation where number = :number")
                        .bind("number", number)
                        .map((row, context) -> rotation(row))
                        .findOne());
    }

    /** A new rotation with its sites, and the work that follows, in one transaction. */
    UUID create(
            String scope,
            Collection<RotationSite> sites,
            String actor,
            Instant now,
            BiFunction<Handle, Integer, UUID> follow) {
        return jdbi.inTransaction(handle -> {
            int number = handle.createQuery("select coalesce(max(number), 0) + 1 from rotation")
                    .mapTo(Integer.class)
                    .one();
            handle.createUpdate("insert into rotation (number, scope, phase, actor, created_at, changed_at)"
                            + " values (:number, :scope, :phase, :actor, :now, :now)")
                    .bind("number", number)
                    .bind("scope", scope)
                    .bind("phase", Rotation.Phase.PREPARING.name())
                    .bind("actor", actor)
                    .bind("now", at(now))
                    .execute();
            for (RotationSite site : sites) {
                handle.createUpdate("insert into rotation_site (rotation, " + SITE + ") values (:rotation, :wwwroot,"
                                + " :rotates, :state, :from, :to, :told, :attempts, :error, :changed)")
                        .bind("rotation", number)
                        .bind("wwwroot", site.wwwroot().value())
                        .bind("rotates", site.rotates())
                        .bind("state", site.state().name())
                        .bind("from", site.generationFrom())
                        .bind("to", site.generationTo())
                        .bind("told", site.told())
                        .bind("attempts", site.attempts())
                        .bind("error", site.lastError())
                        .bind("changed", at(site.changedAt()))
                        .execute();
            }
            return follow.apply(handle, number);
        });
    }

    /** The rotation in another phase, and the work that follows, in one transaction. */
    UUID turn(
            int number,
            Rotation.Phase phase,
            @Nullable String forced,
            Instant now,
            BiFunction<Handle, Integer, UUID> follow) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("update rotation set phase = :phase, forced = coalesce(:forced, forced),"
                            + " changed_at = :now where number = :number")
                    .bind("phase", phase.name())
                    .bind("forced", cut(forced))
                    .bind("now", at(now))
                    .bind("number", number)
                    .execute();
            return follow.apply(handle, number);
        });
    }

    void phase(int number, Rotation.Phase phase, @Nullable String note, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update rotation set phase = :phase,"
                        + " note = coalesce(:note, note), changed_at = :now where number = :number")
                .bind("phase", phase.name())
                .bind("note", cut(note))
                .bind("now", at(now))
                .bind("number", number)
                .execute());
    }

    List<RotationSite> sites(int number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + SITE + " from rotation_site where rotation = :number order by wwwroot")
                .bind("number", number)
                .map((row, context) -> site(row))
                .list());
    }

    /** A site came as far as that; what was wrong is forgotten. */
    void reached(int number, Wwwroot wwwroot, RotationSite.State state, int generation, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update rotation_site set state = :state,"
                        + " generation_to = case when :generation > 0 then :generation else generation_to end,"
                        + " attempts = 0, last_error = null, changed_at = :now"
                        + " where rotation = :number and wwwroot = :wwwroot")
                .bind("state", state.name())
                .bind("generation", generation)
                .bind("now", at(now))
                .bind("number", number)
                .bind("wwwroot", wwwroot.value())
                .execute());
    }

    void failed(int number, Wwwroot wwwroot, String error, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update rotation_site set attempts = attempts + 1,"
                        + " last_error = :error, changed_at = :now where rotation = :number and wwwroot = :wwwroot")
                .bind("error", cut(error))
                .bind("now", at(now))
                .bind("number", number)
                .bind("wwwroot", wwwroot.value())
                .execute());
    }

    void told(int number, Wwwroot wwwroot, boolean told) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update rotation_site set told = :told where rotation = :number and wwwroot = :wwwroot")
                .bind("told", told)
                .bind("number", number)
                .bind("wwwroot", wwwroot.value())
                .execute());
    }

    List<RehearsedLink> pings(int number) {
        return jdbi.withHandle(handle -> handle.createQuery("select from_site, to_site, outcome, detail, millis,"
                        + " pinged_at from rotation_ping where rotation = :number order by from_site, to_site")
                .bind("number", number)
                .map((row, context) -> new RehearsedLink(
                        Wwwroot.of(row.getString("from_site")),
                        Wwwroot.of(row.getString("to_site")),
                        RehearsedPing.Outcome.ofLabel(row.getString("outcome")),
                        row.getString("detail"),
                        row.getInt("millis"),
                        instant(row, "pinged_at")))
                .list());
    }

    /** What one site reported, in place of what it reported before. */
    void pinged(int number, Wwwroot from, List<RehearsedPing> results, Instant now) {
        jdbi.useTransaction(handle -> {
            for (RehearsedPing ping : results) {
                handle.createUpdate("delete from rotation_ping where rotation = :number and from_site = :from"
                                + " and to_site = :to")
                        .bind("number", number)
                        .bind("from", from.value())
                        .bind("to", ping.to())
                        .execute();
                handle.createUpdate("insert into rotation_ping (rotation, from_site, to_site, outcome, detail,"
                                + " millis, pinged_at) values (:number, :from, :to, :outcome, :detail, :millis, :now)")
                        .bind("number", number)
                        .bind("from", from.value())
                        .bind("to", ping.to())
                        .bind("outcome", ping.outcome().label())
                        .bind("detail", cut(ping.detail()))
                        .bind("millis", ping.millis())
                        .bind("now", at(now))
                        .execute();
            }
        });
    }

    private static Rotation rotation(ResultSet row) throws SQLException {
        return new Rotation(
                row.getInt("number"),
                row.getString("scope"),
                Rotation.Phase.valueOf(row.getString("phase")),
                row.getString("actor"),
                row.getString("forced"),
                row.getString("note"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    private static RotationSite site(ResultSet row) throws SQLException {
        return new RotationSite(
                Wwwroot.of(row.getString("wwwroot")),
                row.getBoolean("rotates"),
                RotationSite.State.valueOf(row.getString("state")),
                row.getInt("generation_from"),
                row.getInt("generation_to"),
                row.getBoolean("told"),
                row.getInt("attempts"),
                row.getString("last_error"),
                instant(row, "changed_at"));
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
