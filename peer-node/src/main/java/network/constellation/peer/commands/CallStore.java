package network.constellation.peer.commands;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Table {@code command_call}: first the state before, then the answer, so that a killed process knows both. */
final class CallStore {
    private static final int LONGEST = 500;

    private final Jdbi jdbi;

    @Inject
    CallStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<CallRecord> find(String callId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from command_call where call_id = :id")
                .bind("id", callId)
                .map((row, context) -> call(row))
                .findOne());
    }

    void begin(CallRecord call) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into command_call (call_id, hub, ordered_by, function_name,"
                                + " subject, mark, former, at, granted_as) values (:id, :hub, :by, :function, :subject, :mark,"
                                + " :former, :at, :granted)")
                        .bind("id", call.callId())
                        .bind("hub", call.hub())
                        .bind("by", call.orderedBy())
                        .bind("function", call.function())
                        .bind("subject", cut(call.subject()))
                        .bind("mark", call.mark())
                        .bind("former", call.former())
                        .bind("at", call.at().atOffset(ZoneOffset.UTC))
                        .bind("granted", cut(call.granted()))
                        .execute());
    }

    void answered(String callId, String answer, Consumer<Handle> also) {
        jdbi.useTransaction(handle -> {
            handle.execute("update command_call set answer = ? where call_id = ?", answer, callId);
            also.accept(handle);
        });
    }

    /** It changed nothing after all. */
    void forget(String callId) {
        jdbi.useHandle(handle -> handle.execute("delete from command_call where call_id = ?", callId));
    }

    /** Newest first. */
    List<CallRecord> latest(int offset, int size) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from command_call order by at desc, call_id"
                        + " offset :offset rows fetch next :size rows only")
                .bind("offset", offset)
                .bind("size", size)
                .map((row, context) -> call(row))
                .list());
    }

    /** How often the hub did something under a grant of this operation. */
    long count(Operation operation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from command_call where granted_as = :label or granted_as like :more")
                .bind("label", operation.label())
                .bind("more", operation.label() + ",%")
                .mapTo(Long.class)
                .one());
    }

    long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from command_call")
                .mapTo(Long.class)
                .one());
    }

    private static CallRecord call(ResultSet row) throws SQLException {
        return new CallRecord(
                row.getString("call_id"),
                row.getString("hub"),
                row.getString("ordered_by"),
                row.getString("function_name"),
                row.getString("subject"),
                row.getString("mark"),
                row.getString("former"),
                row.getString("answer"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("granted_as"));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
