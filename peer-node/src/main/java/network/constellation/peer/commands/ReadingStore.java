package network.constellation.peer.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.store.Database;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The views {@code reading_...}, read on a connection that can do nothing else. */
@Singleton
final class ReadingStore {
    private final Database database;
    private final CryptoEngine engine;
    private final CommandsConfig config;

    @Inject
    ReadingStore(Database database, CryptoEngine engine, CommandsConfig config) {
        this.database = database;
        this.engine = engine;
        this.config = config;
    }

    /** @param cut whether there were more rows, or more characters, than are told */
    record Rows(List<ObjectNode> rows, boolean cut) {}

    /**
     * @param query as {@link SqlGuard} lets it through, with named places
     * @throws CommandRefused when the database refuses it, or it takes too long
     */
    Rows read(String query, Map<String, String> values) {
        try (Connection connection = database.reader(SqlGuard.views(), engine.random())) {
            return Jdbi.open(connection)
                    .createQuery(query)
                    .bindMap(values)
                    .setQueryTimeout((int) Math.max(1, config.sqlTime().toSeconds()))
                    .setMaxRows(config.sqlRows() + 1)
                    .scanResultSet((rows, context) -> {
                        try (ResultSet result = rows.get()) {
                            return read(result);
                        }
                    });
        } catch (JdbiException | SQLException refused) {
            String why = refused.getCause() == null
                    ? refused.getMessage()
                    : refused.getCause().getMessage();
            throw new CommandRefused(CommandRefused.SQL, "sql", "The database refuses the query: " + firstLine(why));
        }
    }

    private Rows read(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<ObjectNode> rows = new ArrayList<>();
        int characters = 0;
        while (result.next()) {
            ObjectNode row = Reply.NODES.objectNode();
            for (int i = 1; i <= meta.getColumnCount(); i++) {
                row.set(meta.getColumnLabel(i).toLowerCase(Locale.ROOT), value(result.getObject(i)));
            }
            characters += row.toString().length();
            if (rows.size() == config.sqlRows() || characters > config.sqlBytes()) {
                return new Rows(rows, true);
            }
            rows.add(row);
        }
        return new Rows(rows, false);
    }

    /** As the originals have them: texts and whole numbers. */
    private static JsonNode value(@Nullable Object value) {
        if (value == null) {
            return Reply.NODES.nullNode();
        } else if (value instanceof Boolean flag) {
            return Reply.NODES.numberNode(flag ? 1 : 0);
        } else if (value instanceof Long || value instanceof Integer) {
            return Reply.NODES.numberNode(((Number) value).longValue());
        }
        return Reply.NODES.textNode(value.toString());
    }

    private static String firstLine(@Nullable String text) {
        return text == null
                ? "it did not say why"
                : text.lines().findFirst().orElse("").strip();
    }
}
