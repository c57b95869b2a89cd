package network.constellation.hub.connectivity;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.PartResult;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code matrix_cell} and {@code matrix_event}. */
final class MatrixStore {
    private static final String CELL = "at_wwwroot, about_wwwroot, checked_at, since, times, latency, version, parts,"
            + " grade, told, collected_at";

    private final Jdbi jdbi;

    @Inject
    MatrixStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param told what administrators were told of it last */
    record Kept(MatrixCell cell, String told) {}

    List<Kept> cells() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + CELL + " from matrix_cell order by at_wwwroot, about_wwwroot")
                        .map((row, context) -> kept(row))
                        .list());
    }

    List<Kept> trouble() {
        return jdbi.withHandle(handle -> handle.createQuery("select " + CELL + " from matrix_cell"
                        + " where grade in ('bad', 'warning') or told <> 'well' order by at_wwwroot, about_wwwroot")
                .map((row, context) -> kept(row))
                .list());
    }

    Optional<Kept> find(Wwwroot at, Wwwroot about) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + CELL + " from matrix_cell where at_wwwroot = :at and about_wwwroot = :about")
                .bind("at", at.value())
                .bind("about", about.value())
                .map((row, context) -> kept(row))
                .findOne());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String about = row.getString("about_wwwroot");
        LinkCheck check = new LinkCheck(
                about,
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getLong("times"),
                row.getLong("latency"),
                row.getString("version"),
                row.getString("parts")
                        .lines()
                        .map(PartResult::parse)
                        .flatMap(Optional::stream)
                        .toList());
        MatrixCell cell = new MatrixCell(
                Wwwroot.of(row.getString("at_wwwroot")),
                Wwwroot.of(about),
                check,
                row.getObject("collected_at", OffsetDateTime.class).toInstant());
        return new Kept(cell, row.getString("told"));
    }

    /** Replaces what one site told before; what people were told of each link stays. */
    void save(Wwwroot at, List<MatrixCell> cells) {
        jdbi.useTransaction(handle -> {
            List<String> about =
                    cells.stream().map(cell -> cell.about().value()).toList();
            handle
                    .createQuery("select about_wwwroot from matrix_cell where at_wwwroot = :at")
                    .bind("at", at.value())
                    .mapTo(String.class)
                    .list()
                    .stream()
                    .filter(known -> !about.contains(known))
                    .forEach(gone -> delete(handle, at.value(), gone));
            cells.forEach(cell -> save(handle, cell));
        });
    }

    void save(MatrixCell cell) {
        jdbi.useTransaction(handle -> save(handle, cell));
    }

    private static void save(Handle handle, MatrixCell cell) {
        String told = handle.createQuery(
                        "select told from matrix_cell where at_wwwroot = :at and about_wwwroot = :about")
                .bind("at", cell.at().value())
                .bind("about", cell.about().value())
                .mapTo(String.class)
                .findOne()
                .orElse(MatrixEvent.WELL);
        delete(handle, cell.at().value(), cell.about().value());
        LinkCheck check = cell.check();
        handle.createUpdate("insert into matrix_cell (" + CELL + ") values (:at, :about, :checked, :since, :times,"
                        + " :latency, :version, :parts, :grade, :told, :collected)")
                .bind("at", cell.at().value())
                .bind("about", cell.about().value())
                .bind("checked", at(check.at()))
                .bind("since", at(check.since()))
                .bind("times", check.times())
                .bind("latency", check.latency())
                .bind(
                        "version",
                        check.version()
                                .substring(0, Math.min(100, check.version().length())))
                .bind("parts", check.parts().stream().map(PartResult::line).collect(Collectors.joining("\n")))
                .bind("grade", check.grade().label())
                .bind("told", told)
                .bind("collected", at(cell.collectedAt()))
                .execute();
    }

    private static void delete(Handle handle, String at, String about) {
        handle.createUpdate("delete from matrix_cell where at_wwwroot = :at and about_wwwroot = :about")
                .bind("at", at)
                .bind("about", about)
                .execute();
    }

    /** Forgets what is of a site, or about one, that is no member any more. */
    void keepOnly(List<String> members) {
        jdbi.useTransaction(handle -> handle
                .createQuery("select distinct at_wwwroot, about_wwwroot from matrix_cell")
                .map((row, context) -> List.of(row.getString("at_wwwroot"), row.getString("about_wwwroot")))
                .list()
                .stream()
                .filter(pair -> !members.containsAll(pair))
                .forEach(pair -> delete(handle, pair.get(0), pair.get(1))));
    }

    /** Notes that administrators are told; both or neither. */
    void tell(MatrixCell cell, String word, String former, String detail, Instant now) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("update matrix_cell set told = :word where at_wwwroot = :at and about_wwwroot = :about")
                    .bind("word", word)
                    .bind("at", cell.at().value())
                    .bind("about", cell.about().value())
                    .execute();
            handle.createUpdate("insert into matrix_event (at, at_wwwroot, about_wwwroot, word, former, detail)"
                            + " values (:now, :at, :about, :word, :former, :detail)")
                    .bind("now", at(now))
                    .bind("at", cell.at().value())
                    .bind("about", cell.about().value())
                    .bind("word", word)
                    .bind("former", former)
                    .bind("detail", detail)
                    .execute();
        });
    }

    /** Newest first. */
    List<MatrixEvent> events(long after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, at, at_wwwroot, about_wwwroot, word, former,"
                        + " detail from matrix_event where id > :after order by id desc limit :most")
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> new MatrixEvent(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Wwwroot.of(row.getString("at_wwwroot")),
                        Wwwroot.of(row.getString("about_wwwroot")),
                        row.getString("word"),
                        row.getString("former"),
                        row.getString("detail")))
                .list());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
