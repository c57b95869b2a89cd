package network.constellation.hub.approvals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code approval_request}, {@code approval_voice} and {@code approval_second}. */
final class ApprovalStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 1000;

    private final Jdbi jdbi;

    @Inject
    ApprovalStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return its number */
    int create(Approval draft, Consumer<Handle> also) {
        return jdbi.inTransaction(handle -> {
            int number = handle.createQuery("select coalesce(max(number), 0) + 1 from approval_request")
                    .mapTo(Integer.class)
                    .one();
            handle.createUpdate("insert into approval_request (number, kind, parameters, preview, sha256, reason,"
                            + " asked_by, asker, state, asked_at, expires_at) values (:number, :kind, :parameters,"
                            + " :preview, :sha256, :reason, :by, :asker, :state, :at, :expires)")
                    .bind("number", number)
                    .bind("kind", draft.kind())
                    .bind("parameters", write(draft.parameters()))
                    .bind("preview", draft.preview())
                    .bind("sha256", draft.sha256())
                    .bind("reason", cut(draft.reason()))
                    .bind("by", draft.askedBy().name())
                    .bind("asker", draft.askedBy().account().orElse(null))
                    .bind("state", draft.state().name())
                    .bind("at", at(draft.askedAt()))
                    .bind("expires", at(draft.expiresAt()))
                    .execute();
            also.accept(handle);
            return number;
        });
    }

    Optional<Approval> find(int number) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from approval_request where number = :number")
                .bind("number", number)
                .map((row, context) -> approval(handle, row))
                .findOne());
    }

    /** Newest first. */
    List<Approval> list(int offset, int size) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from approval_request order by number desc"
                        + " offset :offset rows fetch next :size rows only")
                .bind("offset", offset)
                .bind("size", size)
                .map((row, context) -> approval(handle, row))
                .list());
    }

    List<Approval> waiting() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from approval_request where state = 'WAITING' order by number")
                        .map((row, context) -> approval(handle, row))
                        .list());
    }

    int count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from approval_request")
                .mapTo(Integer.class)
                .one());
    }

    /** @return false when this administrator had said so already */
    boolean voice(int number, long account, String username, Instant now, Consumer<Handle> also) {
        return jdbi.inTransaction(handle -> {
            boolean before = handle.createQuery(
                                    "select count(*) from approval_voice where number = :number and person = :person")
                            .bind("number", number)
                            .bind("person", account)
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            if (!before) {
                handle.execute("insert into approval_voice values (?, ?, ?, ?)", number, account, username, at(now));
                also.accept(handle);
            }
            return !before;
        });
    }

    /** @return false when it is not in that state any more: somebody else was first */
    boolean move(int number, Approval.State from, Approval.State to, Consumer<Handle> also) {
        return jdbi.inTransaction(handle -> {
            boolean moved = handle.execute(
                            "update approval_request set state = ? where number = ? and state = ?",
                            to.name(),
                            number,
                            from.name())
                    == 1;
            if (moved) {
                also.accept(handle);
            }
            return moved;
        });
    }

    void end(int number, Approval.State to, String outcome, Instant now, Consumer<Handle> also) {
        jdbi.useTransaction(handle -> {
            handle.execute(
                    "update approval_request set state = ?, outcome = ?, ended_at = ? where number = ?",
                    to.name(),
                    cut(outcome),
                    at(now),
                    number);
            also.accept(handle);
        });
    }

    /** Since when there were two administrators; empty: there never were. */
    Optional<Instant> second() {
        return jdbi.withHandle(handle -> handle.createQuery("select min(since) from approval_second")
                .mapTo(OffsetDateTime.class)
                .findFirst()
                .map(OffsetDateTime::toInstant));
    }

    void second(Instant now, Consumer<Handle> also) {
        jdbi.useTransaction(handle -> {
            handle.execute("insert into approval_second values (?)", at(now));
            also.accept(handle);
        });
    }

    private static Approval approval(Handle handle, ResultSet row) throws SQLException {
        int number = row.getInt("number");
        long asker = row.getLong("asker");
        Person askedBy = new Person(row.wasNull() ? Optional.empty() : Optional.of(asker), row.getString("asked_by"));
        List<Approval.Voice> voices = handle.createQuery(
                        "select * from approval_voice where number = :number order by at, person")
                .bind("number", number)
                .map((voice, context) ->
                        new Approval.Voice(voice.getLong("person"), voice.getString("username"), instant(voice, "at")))
                .list();
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Approval(
                number,
                row.getString("kind"),
                read(row.getString("parameters")),
                row.getString("preview"),
                row.getString("sha256"),
                row.getString("reason"),
                askedBy,
                Approval.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("outcome")),
                instant(row, "asked_at"),
                instant(row, "expires_at"),
                Optional.ofNullable(ended).map(OffsetDateTime::toInstant),
                voices);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String write(Map<String, String> parameters) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(parameters));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can be written as JSON", impossible);
        }
    }

    private static Map<String, String> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored request is no JSON", damaged);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
