package network.constellation.hub.grants;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.administration.HeldGrant;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code told_grants} and {@code told_grant}. */
final class SiteGrantsStore {
    private final Jdbi jdbi;

    @Inject
    SiteGrantsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In place of what the site told before. */
    void save(ToldGrants told) {
        String site = told.site().value();
        jdbi.useTransaction(handle -> {
            handle.execute("delete from told_grant where wwwroot = ?", site);
            handle.execute("delete from told_grants where wwwroot = ?", site);
            handle.execute("insert into told_grants (wwwroot, heard_at) values (?, ?)", site, at(told.heard()));
            for (HeldGrant grant : told.grants()) {
                handle.createUpdate("insert into told_grant (wwwroot, operation, subjects, max_bytes, read_only,"
                                + " given_at, ends_at) values (:site, :operation, :subjects, :bytes, :reading, :given,"
                                + " :ends)")
                        .bind("site", site)
                        .bind("operation", grant.operation())
                        .bind("subjects", grant.only())
                        .bind("bytes", grant.maxBytes())
                        .bind("reading", grant.readOnly())
                        .bind("given", at(grant.since()))
                        .bind("ends", grant.until().map(SiteGrantsStore::at).orElse(null))
                        .execute();
            }
        });
    }

    /** What the site told last. */
    Optional<ToldGrants> find(Wwwroot site) {
        return jdbi.inTransaction(handle -> handle.createQuery("select heard_at from told_grants where wwwroot = :site")
                .bind("site", site.value())
                .map((row, context) -> instant(row, "heard_at").orElseThrow())
                .findOne()
                .map(heard -> {
                    List<HeldGrant> grants = handle.createQuery(
                                    "select * from told_grant where wwwroot = :site order by id")
                            .bind("site", site.value())
                            .map((row, context) -> grant(row))
                            .list();
                    return new ToldGrants(site, heard, grants);
                }));
    }

    private static HeldGrant grant(ResultSet row) throws SQLException {
        return new HeldGrant(
                row.getString("operation"),
                row.getString("subjects"),
                row.getLong("max_bytes"),
                row.getBoolean("read_only"),
                instant(row, "given_at").orElseThrow(),
                instant(row, "ends_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
