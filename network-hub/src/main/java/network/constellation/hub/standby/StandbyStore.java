package network.constellation.hub.standby;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tables {@code standby}, {@code standby_copy}, {@code leadership}, {@code succession_open} and {@code succession_note}. */
final class StandbyStore {
    private final Jdbi jdbi;

    @Inject
    StandbyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<StandbyView> standby() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from standby order by term desc limit 1")
                .map((row, context) -> standby(row))
                .findOne());
    }

    void appoint(Wwwroot wwwroot, int term, Instant now) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from standby");
            handle.createUpdate("insert into standby (wwwroot, term, appointed_at) values (:wwwroot, :term, :now)")
                    .bind("wwwroot", wwwroot.value())
                    .bind("term", term)
                    .bind("now", at(now))
                    .execute();
        });
    }

    void fetched(Wwwroot wwwroot, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update standby set fetched_at = :now where wwwroot = :wwwroot")
                .bind("now", at(now))
                .bind("wwwroot", wwwroot.value())
                .execute());
    }

    /**
     * What this site has received of its hub's state.
     *
     * @param content sealed under this node's master key
     */
    record Copy(String network, String digest, byte[] content, Instant received) {}

    Optional<Copy> copy() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from standby_copy")
                .map((row, context) -> new Copy(
                        row.getString("network"),
                        row.getString("digest"),
                        row.getBytes("content"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    void keep(Copy copy) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from standby_copy");
            handle.createUpdate("insert into standby_copy (id, network, digest, content, received_at)"
                            + " values (1, :network, :digest, :content, :now)")
                    .bind("network", copy.network())
                    .bind("digest", copy.digest())
                    .bind("content", copy.content())
                    .bind("now", at(copy.received()))
                    .execute();
        });
    }

    /** The same copy is still the newest. */
    void same(Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update standby_copy set received_at = :now")
                .bind("now", at(now))
                .execute());
    }

    LeadershipRow leadership() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from leadership")
                .map((row, context) -> new LeadershipRow(
                        row.getInt("begun"),
                        row.getInt("promoted"),
                        row.getBoolean("lists_wait"),
                        row.getLong("lists_heard"),
                        row.getInt("fenced_by"),
                        row.getString("frozen")))
                .findOne()
                .orElse(LeadershipRow.NONE));
    }

    void save(LeadershipRow leadership) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from leadership");
            handle.createUpdate("insert into leadership (id, begun, promoted, lists_wait, lists_heard, fenced_by,"
                            + " frozen) values (1, :begun, :promoted, :wait, :heard, :fenced, :frozen)")
                    .bind("heard", leadership.listsHeard())
                    .bind("begun", leadership.begun())
                    .bind("wait", leadership.listsWait())
                    .bind("promoted", leadership.promoted())
                    .bind("fenced", leadership.fencedBy())
                    .bind("frozen", leadership.frozen())
                    .execute();
        });
    }

    List<Wwwroot> untold() {
        return jdbi.withHandle(handle -> handle.createQuery("select wwwroot from succession_open order by wwwroot")
                .mapTo(String.class)
                .map(Wwwroot::of)
                .list());
    }

    void toTell(Collection<Wwwroot> members) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from succession_open");
            PreparedBatch rows = handle.prepareBatch("insert into succession_open (wwwroot) values (:wwwroot)");
            members.forEach(member -> rows.bind("wwwroot", member.value()).add());
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    void told(Wwwroot member) {
        jdbi.useHandle(handle -> handle.execute("delete from succession_open where wwwroot = ?", member.value()));
    }

    /** The hub that leads now is no member of its own network; its members are linked with it, not with the former one. */
    static void succeed(Handle handle, Wwwroot former, Wwwroot self) {
        for (String end : List.of("at_wwwroot", "about_wwwroot")) {
            handle.execute("delete from subnetwork_link where " + end + " = ?", self.value());
            handle.execute(
                    "update subnetwork_link set " + end + " = ? where " + end + " = ?", self.value(), former.value());
        }
        handle.execute("delete from subnetwork_member where wwwroot in (?, ?)", self.value(), former.value());
        handle.execute("delete from member_tag where wwwroot in (?, ?)", self.value(), former.value());
        handle.execute("delete from member where wwwroot in (?, ?)", self.value(), former.value());
    }

    List<String> notes() {
        return jdbi.withHandle(handle -> handle.createQuery("select sentence from succession_note order by number")
                .mapTo(String.class)
                .list());
    }

    void notes(List<String> sentences) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from succession_note");
            for (int i = 0; i < sentences.size(); i++) {
                String sentence = sentences.get(i);
                handle.execute(
                        "insert into succession_note (number, sentence) values (?, ?)",
                        i,
                        sentence.substring(0, Math.min(sentence.length(), 1000)));
            }
        });
    }

    private static StandbyView standby(ResultSet row) throws SQLException {
        return new StandbyView(
                Wwwroot.of(row.getString("wwwroot")),
                row.getInt("term"),
                row.getObject("appointed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("fetched_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
