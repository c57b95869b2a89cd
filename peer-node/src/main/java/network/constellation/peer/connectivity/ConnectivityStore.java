package network.constellation.peer.connectivity;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.PartResult;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code link_check} and {@code link_change}. */
final class ConnectivityStore {
    private final Jdbi jdbi;

    @Inject
    ConnectivityStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param told the state that people were told of last: {@code well}, or the key of a finding */
    record Kept(LinkCheck check, String told) {}

    List<Kept> all() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select peer, checked_at, since, times, latency, version, parts, told from link_check"
                                + " order by peer")
                .map((row, context) -> kept(row))
                .list());
    }

    Optional<Kept> find(String peer) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select peer, checked_at, since, times, latency, version, parts, told from link_check"
                                + " where peer = :peer")
                .bind("peer", peer)
                .map((row, context) -> kept(row))
                .findOne());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new LinkCheck(
                        row.getString("peer"),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getLong("times"),
                        row.getLong("latency"),
                        row.getString("version"),
                        row.getString("parts")
                                .lines()
                                .map(PartResult::parse)
                                .flatMap(Optional::stream)
                                .toList()),
                row.getString("told"));
    }

    void save(LinkCheck check, String told) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from link_check where peer = :peer")
                    .bind("peer", check.peer())
                    .execute();
            handle.createUpdate("insert into link_check (peer, checked_at, since, times, latency, version, parts, told)"
                            + " values (:peer, :at, :since, :times, :latency, :version, :parts, :told)")
                    .bind("peer", check.peer())
                    .bind("at", at(check.at()))
                    .bind("since", at(check.since()))
                    .bind("times", check.times())
                    .bind("latency", check.latency())
                    .bind("version", cut(check.version(), 100))
                    .bind("parts", check.parts().stream().map(PartResult::line).collect(Collectors.joining("\n")))
                    .bind("told", told)
                    .execute();
        });
    }

    void changed(LinkChange change) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into link_change (at, peer, former, word, detail)"
                        + " values (:at, :peer, :former, :word, :detail)")
                .bind("at", at(change.at()))
                .bind("peer", change.peer())
                .bind("former", change.former())
                .bind("word", change.word())
                .bind("detail", cut(change.detail(), 300))
                .execute());
    }

    /** Newest first. */
    List<LinkChange> changes(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select at, peer, former, word, detail from link_change order by id desc limit :most")
                .bind("most", most)
                .map((row, context) -> new LinkChange(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("peer"),
                        row.getString("former"),
                        row.getString("word"),
                        row.getString("detail")))
                .list());
    }

    /** Forgets a link that is no more. */
    void forget(String peer) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from link_check where peer = :peer")
                .bind("peer", peer)
                .execute());
    }

    void forgetChangesBefore(Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from link_change where at < :before")
                .bind("before", at(before))
                .execute());
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
