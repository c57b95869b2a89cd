package network.constellation.hub.originals;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Jdbi;

/** Table {@code led_site}. */
final class LedSitesStore {
    private static final int LONGEST_NOTE = 500;

    private final Jdbi jdbi;

    @Inject
    LedSitesStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By address. */
    List<LedSite> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from led_site order by wwwroot")
                .map((row, context) -> site(row))
                .list());
    }

    Optional<LedSite> find(Wwwroot wwwroot) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from led_site where wwwroot = :wwwroot")
                .bind("wwwroot", wwwroot.value())
                .map((row, context) -> site(row))
                .findOne());
    }

    /** Inserts it, or renews what its administrator said of it. */
    void save(LedSite site) {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "delete from led_site where wwwroot = ?", site.wwwroot().value());
            handle.createUpdate("insert into led_site (wwwroot, name, root, services, subnetwork, added_at, led_since,"
                            + " note) values (:wwwroot, :name, :root, :services, :subnetwork, :added, :led, :note)")
                    .bind("wwwroot", site.wwwroot().value())
                    .bind("name", site.name())
                    .bind("root", site.root())
                    .bind("services", String.join(" ", site.services()))
                    .bind("subnetwork", site.subnetwork().orElse(null))
                    .bind("added", at(site.addedAt()))
                    .bind("led", site.ledSince().map(LedSitesStore::at).orElse(null))
                    .bind("note", site.note())
                    .execute();
        });
    }

    void note(Wwwroot wwwroot, String note) {
        jdbi.useHandle(handle -> handle.execute(
                "update led_site set note = ? where wwwroot = ?",
                note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note,
                wwwroot.value()));
    }

    void forget(Wwwroot wwwroot) {
        jdbi.useHandle(handle -> handle.execute("delete from led_site where wwwroot = ?", wwwroot.value()));
    }

    void led(Wwwroot wwwroot, Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update led_site set note = '', led_since = coalesce(led_since, ?) where wwwroot = ?",
                at(now),
                wwwroot.value()));
    }

    void root(Wwwroot wwwroot, String root) {
        jdbi.useHandle(
                handle -> handle.execute("update led_site set root = ? where wwwroot = ?", root, wwwroot.value()));
    }

    private static LedSite site(ResultSet row) throws SQLException {
        String services = row.getString("services");
        return new LedSite(
                Wwwroot.of(row.getString("wwwroot")),
                row.getString("name"),
                row.getString("root"),
                services.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(services.split(" "))),
                Optional.ofNullable(row.getObject("subnetwork", Integer.class)),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("led_since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("note"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
