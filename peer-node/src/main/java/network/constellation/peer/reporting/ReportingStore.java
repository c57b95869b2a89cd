package network.constellation.peer.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.constellation.protocol.method.reporting.Figure;
import org.jdbi.v3.core.Jdbi;

/** Table {@code report_stock}. */
@Singleton
final class ReportingStore {
    private final Jdbi database;

    @Inject
    ReportingStore(Jdbi database) {
        this.database = database;
    }

    /** What is seen now takes the place of what was seen earlier on the same day. */
    void save(LocalDate day, Map<Figure, Long> counts) {
        database.useTransaction(handle -> {
            handle.execute("delete from report_stock where on_day = ?", day);
            counts.forEach((figure, count) -> handle.execute(
                    "insert into report_stock (on_day, figure, n) values (?, ?, ?)", day, figure.label(), count));
        });
    }

    Map<LocalDate, Map<Figure, Long>> between(LocalDate from, LocalDate to) {
        Map<LocalDate, Map<Figure, Long>> days = new HashMap<>();
        List<Row> rows = database.withHandle(handle -> handle.createQuery(
                        "select on_day, figure, n from report_stock where on_day >= :from and on_day <= :to")
                .bind("from", from)
                .bind("to", to)
                .map((row, context) ->
                        new Row(row.getObject("on_day", LocalDate.class), row.getString("figure"), row.getLong("n")))
                .list());
        for (Row row : rows) {
            // A figure that a later version stored and this one does not know is passed over.
            Figure.of(row.figure())
                    .ifPresent(figure -> days.computeIfAbsent(row.day(), day -> new EnumMap<>(Figure.class))
                            .put(figure, row.n()));
        }
        return days;
    }

    private record Row(LocalDate day, String figure, long n) {}
}
