package network.constellation.peer.audit;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.NodeDb;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The chain in the tenant's database, its anchor in the node's. The row of the head is the lock that orders writers. */
@Singleton
final class AuditStore {
    private static final String LINES =
            "select sequence, at, name, actor, peer, outcome, trace, details, hash from audit ";

    private final Jdbi jdbi;
    private final Jdbi node;
    private final String tenant;
    private final AuditChain chain = new AuditChain();

    @Inject
    AuditStore(Jdbi jdbi, @NodeDb Jdbi node, Wwwroot tenant) {
        this.jdbi = jdbi;
        this.node = node;
        this.tenant = tenant.value();
    }

    /** How far the chain has come. */
    record Head(long sequence, String hash) {}

    void append(List<AuditEvent> events, Instant at) {
        anchor(jdbi.inTransaction(h -> append(h, events, at)));
    }

    void appendIn(Handle transaction, AuditEvent event, Instant at) {
        Head head = append(transaction, List.of(event), at);
        transaction.afterCommit(() -> anchor(head));
    }

    private Head append(Handle h, List<AuditEvent> events, Instant at) {
        Head head = head(h, " for update");
        for (AuditEvent event : events) {
            String details = chain.details(event.details());
            long sequence = head.sequence() + 1;
            String hash = chain.hash(head.hash(), sequence, at, event, details);
            h.createUpdate("insert into audit (sequence, at, name, actor, peer, outcome, trace, details, hash)"
                            + " values (:sequence, :at, :name, :actor, :peer, :outcome, :trace, :details, :hash)")
                    .bind("sequence", sequence)
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .bind("name", event.name())
                    .bind("actor", event.actor())
                    .bind("peer", event.peer())
                    .bind("outcome", event.outcome().name())
                    .bind("trace", event.traceId())
                    .bind("details", details)
                    .bind("hash", hash)
                    .execute();
            head = new Head(sequence, hash);
        }
        h.createUpdate("update audit_head set sequence = :sequence, hash = :hash where id = 1")
                .bind("sequence", head.sequence())
                .bind("hash", head.hash())
                .execute();
        return head;
    }

    /** Only ever forward: two writers may come here in the wrong order. */
    private void anchor(Head head) {
        node.useTransaction(h -> {
            int moved = h.createUpdate("update audit_anchor set sequence = :sequence, hash = :hash"
                            + " where tenant = :tenant and sequence < :sequence")
                    .bind("tenant", tenant)
                    .bind("sequence", head.sequence())
                    .bind("hash", head.hash())
                    .execute();
            if (moved == 0) {
                h.createUpdate("insert into audit_anchor (tenant, sequence, hash) values (:tenant, :sequence, :hash)"
                                + " on conflict do nothing")
                        .bind("tenant", tenant)
                        .bind("sequence", head.sequence())
                        .bind("hash", head.hash())
                        .execute();
            }
        });
    }

    Optional<Head> anchor() {
        return node.withHandle(h -> h.createQuery("select sequence, hash from audit_anchor where tenant = :tenant")
                .bind("tenant", tenant)
                .map((rs, ctx) -> new Head(rs.getLong("sequence"), rs.getString("hash")))
                .findOne());
    }

    List<AuditLine> page(long before, int size) {
        return jdbi.withHandle(h -> h.createQuery(
                        LINES + "where sequence < :before order by sequence desc fetch first :size rows only")
                .bind("before", before)
                .bind("size", size)
                .map((rs, ctx) -> line(rs))
                .list());
    }

    AuditFound search(AuditQuery query, int offset, int size) {
        Map<String, Object> values = new HashMap<>();
        String where = conditions(query, values);
        return jdbi.withHandle(h -> {
            int total = h.createQuery("select count(*) from audit " + where)
                    .bindMap(values)
                    .mapTo(Integer.class)
                    .one();
            List<AuditLine> lines = h.createQuery(
                            LINES + where + " order by sequence desc offset :offset rows fetch next :size rows only")
                    .bindMap(values)
                    .bind("offset", offset)
                    .bind("size", size)
                    .map((rs, ctx) -> line(rs))
                    .list();
            return new AuditFound(lines, total);
        });
    }

    private static String conditions(AuditQuery query, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("where 1 = 1");
        if (query.from() != null) {
            where.append(" and at >= :from");
            values.put("from", query.from().atOffset(ZoneOffset.UTC));
        }
        if (query.until() != null) {
            where.append(" and at < :until");
            values.put("until", query.until().atOffset(ZoneOffset.UTC));
        }
        if (query.outcome() != null) {
            where.append(" and outcome = :outcome");
            values.put("outcome", query.outcome().name());
        }
        if (!query.reference().isEmpty()) {
            where.append(" and trace = :reference");
            values.put("reference", query.reference());
        }
        like(where, values, "name", query.event(), "");
        like(where, values, "actor", query.actor(), "%");
        like(where, values, "peer", query.peer(), "%");
        if (!query.text().isEmpty()) {
            where.append(" and (lower(details) like :text escape '!' or lower(name) like :text escape '!')");
            values.put("text", "%" + literal(query.text()) + "%");
        }
        return where.toString();
    }

    /** Every letter counts as itself. @param before what may stand before the text */
    private static void like(
            StringBuilder where, Map<String, Object> values, String column, String text, String before) {
        if (!text.isEmpty()) {
            where.append(" and lower(")
                    .append(column)
                    .append(") like :")
                    .append(column)
                    .append(" escape '!'");
            values.put(column, before + literal(text) + "%");
        }
    }

    private static String literal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    /** One line with the hash that its content really has after the line before it. */
    record Checked(AuditLine line, String expectedHash) {}

    /** Every line in order, then the head; in one transaction, so that writers do not confuse the picture. */
    Head readAll(Consumer<Checked> each) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, h -> {
            Head head = head(h, "");
            List<String> previous = new ArrayList<>(List.of(""));
            h.createQuery(LINES + "order by sequence")
                    .setFetchSize(1000)
                    .map((rs, ctx) -> {
                        AuditLine line = line(rs);
                        String expected = chain.hash(
                                previous.get(0), line.sequence(), line.at(), line.event(), rs.getString("details"));
                        previous.set(0, line.hash());
                        return new Checked(line, expected);
                    })
                    .useIterator(lines -> lines.forEachRemaining(each));
            return head;
        });
    }

    private static Head head(Handle h, String lock) {
        return h.createQuery("select sequence, hash from audit_head where id = 1" + lock)
                .map((rs, ctx) -> new Head(rs.getLong("sequence"), rs.getString("hash")))
                .one();
    }

    private AuditLine line(ResultSet rs) throws SQLException {
        AuditEvent event = new AuditEvent(
                rs.getString("name"),
                rs.getString("actor"),
                rs.getString("peer"),
                AuditEvent.Outcome.valueOf(rs.getString("outcome")),
                rs.getString("trace"),
                chain.details(rs.getString("details")));
        return new AuditLine(
                rs.getLong("sequence"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                event,
                rs.getString("hash"));
    }
}
