package network.constellation.hub.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code order_head} and {@code order_target}. */
final class OrdersStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_ERROR = 1000;

    private final Jdbi jdbi;

    @Inject
    OrdersStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Stores a new order with its sites, and hands its planning over. */
    Order create(Order draft, List<Wwwroot> peers, Function<Handle, Function<Integer, UUID>> work) {
        return jdbi.inTransaction(handle -> {
            int number = handle.createQuery("select coalesce(max(number), 0) + 1 from order_head")
                    .mapTo(Integer.class)
                    .one();
            handle.createUpdate(
                            "insert into order_head (number, command, parameters, targets, state, nonce, created_by,"
                                    + " created_at, changed_at) values (:number, :command, :parameters, :targets, :state,"
                                    + " :nonce, :by, :at, :at)")
                    .bind("number", number)
                    .bind("command", draft.command())
                    .bind("parameters", write(draft.parameters()))
                    .bind("targets", write(draft.targets()))
                    .bind("state", draft.state().name())
                    .bind("nonce", draft.nonce())
                    .bind("by", draft.createdBy())
                    .bind("at", at(draft.createdAt()))
                    .execute();
            for (Wwwroot peer : peers) {
                handle.createUpdate("insert into order_target (number, peer, state, was, wanted, attempts, changed_at)"
                                + " values (:number, :peer, 'PLANNING', 'null', 'null', 0, :at)")
                        .bind("number", number)
                        .bind("peer", peer.value())
                        .bind("at", at(draft.createdAt()))
                        .execute();
            }
            UUID job = work.apply(handle).apply(number);
            handle.execute("update order_head set job = ? where number = ?", job.toString(), number);
            return find(handle, number).orElseThrow();
        });
    }

    Optional<Order> find(int number) {
        return jdbi.withHandle(handle -> find(handle, number));
    }

    /** Newest first. */
    List<Order> list(int offset, int size) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from order_head order by number desc"
                        + " offset :offset rows fetch next :size rows only")
                .bind("offset", offset)
                .bind("size", size)
                .map((row, context) -> order(row))
                .list());
    }

    int count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from order_head")
                .mapTo(Integer.class)
                .one());
    }

    /** By address. */
    List<OrderTarget> targets(int number) {
        return jdbi.withHandle(handle -> targets(handle, number));
    }

    /** How many of these orders' sites stand where. */
    Map<TargetState, Long> counts(int number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select state, count(*) as n from order_target where number = :number group by state")
                .bind("number", number)
                .map((row, context) -> Map.entry(TargetState.valueOf(row.getString("state")), row.getLong("n")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Moves the order and some of its sites on in one transaction, and hands the work over.
     *
     * @return the new job; empty when the order is not in one of the states any more
     */
    Optional<UUID> move(
            int number,
            Collection<OrderState> from,
            OrderState to,
            Map<TargetState, TargetState> sites,
            Instant now,
            Function<Handle, UUID> work) {
        return jdbi.inTransaction(handle -> {
            Order present = handle.createQuery("select * from order_head where number = :number for update")
                    .bind("number", number)
                    .map((row, context) -> order(row))
                    .one();
            if (!from.contains(present.state())) {
                return Optional.empty();
            }
            // Worked out before any is written: one state may become another that is moved as well.
            for (OrderTarget target : targets(handle, number)) {
                TargetState next = sites.get(target.state());
                if (next != null) {
                    handle.execute(
                            "update order_target set state = ?, changed_at = ? where number = ? and peer = ?",
                            next.name(),
                            at(now),
                            number,
                            target.peer().value());
                }
            }
            UUID job = work.apply(handle);
            handle.execute(
                    "update order_head set state = ?, job = ?, changed_at = ? where number = ?",
                    to.name(),
                    job.toString(),
                    at(now),
                    number);
            return Optional.of(job);
        });
    }

    /** The sites that wait become cancelled; those under way are finished. */
    void cancelWaiting(int number, Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update order_target set state = 'CANCELLED', changed_at = ? where number = ? and state in ('QUEUED', 'PLANNED')",
                at(now),
                number));
    }

    /** @return false when the site is not in that state any more */
    boolean claim(OrderTarget target, TargetState to, Instant now) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update order_target set state = ?, attempts = attempts + 1, changed_at = ?"
                                + " where number = ? and peer = ? and state in (?, ?)",
                        to.name(),
                        at(now),
                        target.order(),
                        target.peer().value(),
                        target.state().name(),
                        to.name()))
                == 1;
    }

    void save(OrderTarget target) {
        String error = target.error();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update order_target set state = :state, was = :was, wanted = :wanted,"
                                + " mark = :mark, error = :error, changed_at = :at where number = :number and peer = :peer")
                .bind("state", target.state().name())
                .bind("was", target.before().toString())
                .bind("wanted", target.after().toString())
                .bind("mark", target.mark())
                .bind("error", cut(error))
                .bind("at", at(target.changedAt()))
                .bind("number", target.order())
                .bind("peer", target.peer().value())
                .execute());
    }

    void prepared(int number, JsonNode prepared) {
        jdbi.useHandle(handle ->
                handle.execute("update order_head set prepared = ? where number = ?", prepared.toString(), number));
    }

    Optional<JsonNode> prepared(int number) {
        return jdbi.withHandle(handle -> handle.createQuery("select prepared from order_head where number = :number")
                .bind("number", number)
                .map((row, context) -> Optional.ofNullable(row.getString("prepared")))
                .one()
                .map(OrdersStore::parse));
    }

    void end(int number, OrderState state, @Nullable String error, Instant now) {
        jdbi.useHandle(handle -> handle.execute(
                "update order_head set state = ?, error = ?, changed_at = ? where number = ?",
                state.name(),
                cut(error),
                at(now),
                number));
    }

    private static Optional<Order> find(Handle handle, int number) {
        return handle.createQuery("select * from order_head where number = :number")
                .bind("number", number)
                .map((row, context) -> order(row))
                .findOne();
    }

    private static List<OrderTarget> targets(Handle handle, int number) {
        return handle.createQuery("select * from order_target where number = :number order by peer")
                .bind("number", number)
                .map((row, context) -> target(row))
                .list();
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getInt("number"),
                row.getString("command"),
                read(row.getString("parameters"), new TypeReference<Map<String, String>>() {}),
                read(row.getString("targets"), new TypeReference<List<String>>() {}),
                OrderState.valueOf(row.getString("state")),
                row.getString("nonce"),
                row.getString("error"),
                row.getString("job"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static OrderTarget target(ResultSet row) throws SQLException {
        return new OrderTarget(
                row.getInt("number"),
                Wwwroot.of(row.getString("peer")),
                TargetState.valueOf(row.getString("state")),
                parse(row.getString("was")),
                parse(row.getString("wanted")),
                row.getString("mark"),
                row.getString("error"),
                row.getInt("attempts"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static JsonNode parse(String text) {
        return read(text, new TypeReference<>() {});
    }

    private static <T> T read(String text, TypeReference<T> type) {
        return json(() -> text, raw -> JSON.readValue(raw, type));
    }

    private static String write(Object value) {
        return json(() -> value, JSON::writeValueAsString);
    }

    private static <A, B> B json(Supplier<A> given, Conversion<A, B> conversion) {
        try {
            return conversion.apply(given.get());
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored order is no JSON", damaged);
        }
    }

    @FunctionalInterface
    private interface Conversion<A, B> {
        B apply(A given) throws JsonProcessingException;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
