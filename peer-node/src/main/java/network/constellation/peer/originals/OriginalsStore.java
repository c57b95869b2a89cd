package network.constellation.peer.originals;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.ServiceGrant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code bound_host} and {@code boot_window}. */
final class OriginalsStore {
    private final Jdbi jdbi;

    @Inject
    OriginalsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By address. */
    List<BoundHost> bound() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from bound_host order by wwwroot")
                .map((row, context) -> host(row))
                .list());
    }

    Optional<BoundHost> bound(Wwwroot wwwroot) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from bound_host where wwwroot = :wwwroot")
                .bind("wwwroot", wwwroot.value())
                .map((row, context) -> host(row))
                .findOne());
    }

    /** Once: what was noted of its services before stays. */
    void bind(BoundHost host) {
        jdbi.useTransaction(handle -> {
            int known = handle.createUpdate(
                            "update bound_host set master = :master, bound_at = :at" + " where wwwroot = :wwwroot")
                    .bind("master", host.master().value())
                    .bind("at", at(host.boundAt()))
                    .bind("wwwroot", host.wwwroot().value())
                    .execute();
            if (known == 0) {
                handle.createUpdate("insert into bound_host (wwwroot, master, bound_at, services_before)"
                                + " values (:wwwroot, :master, :at, :before)")
                        .bind("wwwroot", host.wwwroot().value())
                        .bind("master", host.master().value())
                        .bind("at", at(host.boundAt()))
                        .bind("before", host.before().map(OriginalsStore::text).orElse(null))
                        .execute();
            }
        });
    }

    void unbind(Wwwroot wwwroot) {
        jdbi.useHandle(handle -> handle.execute("delete from bound_host where wwwroot = ?", wwwroot.value()));
    }

    /** The last window that was opened, in whatever state. */
    Optional<BootWindow> window() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from boot_window")
                .map((row, context) -> new BootWindow(
                        Wwwroot.of(row.getString("master")),
                        row.getString("secret_sha256"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("closes_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("generation", Integer.class)),
                        Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .findOne());
    }

    /** In place of the one before. */
    void open(BootWindow window) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from boot_window");
            handle.createUpdate("insert into boot_window (master, secret_sha256, opened_at, closes_at)"
                            + " values (:master, :secret, :opened, :closes)")
                    .bind("master", window.master().value())
                    .bind("secret", window.secretSha256())
                    .bind("opened", at(window.openedAt()))
                    .bind("closes", at(window.closesAt()))
                    .execute();
        });
    }

    void closeWindow() {
        jdbi.useHandle(handle -> handle.execute("delete from boot_window"));
    }

    /** Who comes again after a kill makes no second generation. */
    void claim(int generation) {
        jdbi.useHandle(
                handle -> handle.execute("update boot_window set generation = ? where generation is null", generation));
    }

    void used(Instant now) {
        jdbi.useHandle(handle -> handle.execute("update boot_window set used_at = ? where used_at is null", at(now)));
    }

    private static BoundHost host(ResultSet row) throws SQLException {
        return new BoundHost(
                Wwwroot.of(row.getString("wwwroot")),
                Wwwroot.of(row.getString("master")),
                row.getObject("bound_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("services_before")).map(OriginalsStore::grants));
    }

    /** {@code sso_idp:ps} is published and subscribed. */
    private static String text(List<ServiceGrant> grants) {
        return grants.stream()
                .map(grant -> grant.service() + ":" + (grant.publish() ? "p" : "") + (grant.subscribe() ? "s" : ""))
                .collect(Collectors.joining(" "));
    }

    private static List<ServiceGrant> grants(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split(":", 2))
                .map(two -> new ServiceGrant(two[0], two[1].contains("p"), two[1].contains("s")))
                .toList();
    }

    private static @Nullable OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
