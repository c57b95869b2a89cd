package network.constellation.peer.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Puts dumped rows into the tables of a database whose schema has just been made; in one transaction. */
final class LoadStore {
    private static final int BATCH = 500;

    private final JsonMapper json = new JsonMapper();
    private final Jdbi jdbi;

    LoadStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void read(BufferedReader dump) throws IOException {
        read(dump, table -> true);
    }

    void read(BufferedReader dump, Predicate<String> wanted) throws IOException {
        read(dump, wanted, h -> {});
    }

    /** @param then done in the same transaction */
    void read(BufferedReader dump, Predicate<String> wanted, Consumer<Handle> then) throws IOException {
        jdbi.useTransaction(h -> {
            List<String> order =
                    TableOrderStore.referredFirst(h).stream().filter(wanted).toList();
            // Migrations may have put rows in; the dump has them too, as they were.
            for (int i = order.size() - 1; i >= 0; i--) {
                h.execute("delete from \"" + order.get(i) + "\"");
            }
            load(h, dump, order);
            for (String table : order) {
                restartNumbers(h, table);
            }
            then.accept(h);
        });
    }

    /** The table whose rows are being read. */
    private record Table(String name, Map<String, ColumnType> columns, List<List<@Nullable Object>> rows) {

        void add(JsonNode values) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            int i = 0;
            for (ColumnType type : columns.values()) {
                row.add(type.parse(values.get(i++)));
            }
            rows.add(row);
        }

        void insert(Handle h) {
            if (rows.isEmpty()) {
                return;
            }
            String names = columns.keySet().stream().map(c -> '"' + c + '"').collect(Collectors.joining(", "));
            String marks = columns.keySet().stream().map(c -> "?").collect(Collectors.joining(", "));
            PreparedBatch batch = h.prepareBatch("insert into \"" + name + "\" (" + names + ") values (" + marks + ")");
            for (List<@Nullable Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    batch.bind(i, row.get(i));
                }
                batch.add();
            }
            batch.execute();
            rows.clear();
        }
    }

    private void load(Handle h, BufferedReader dump, List<String> known) throws IOException {
        Table table = null;
        for (String line = dump.readLine(); line != null; line = dump.readLine()) {
            JsonNode node = json.readTree(line);
            if (node.isObject()) {
                if (table != null) {
                    table.insert(h);
                }
                table = table(h, node, known);
            } else if (table != null) {
                table.add(node);
                if (table.rows().size() >= BATCH) {
                    table.insert(h);
                }
            }
        }
        if (table != null) {
            table.insert(h);
        }
    }

    private static Table table(Handle h, JsonNode header, List<String> known) {
        String name = header.get("table").asText();
        if (!known.contains(name)) {
            throw new BackupException("The backup holds a table " + name + " that this release does not know.");
        }
        Map<String, ColumnType> present = columns(h, name);
        Map<String, ColumnType> columns = new java.util.LinkedHashMap<>();
        for (JsonNode column : header.get("columns")) {
            ColumnType type = present.get(column.asText());
            if (type == null) {
                throw new BackupException("The backup holds a column " + name + "." + column.asText()
                        + " that this release does not know.");
            }
            columns.put(column.asText(), type);
        }
        return new Table(name, columns, new ArrayList<>());
    }

    private static Map<String, ColumnType> columns(Handle h, String table) {
        return h.createQuery("select * from \"" + table + "\" where 1 = 0").scanResultSet((supplier, context) -> {
            try (ResultSet rows = supplier.get()) {
                return DumpStore.columns(rows.getMetaData(), table);
            }
        });
    }

    /** Identity columns go on after the largest number that was put back. */
    private static void restartNumbers(Handle h, String table) {
        List<String> columns = h.createQuery("select column_name from information_schema.columns"
                        + " where table_schema = current_schema and table_name = :table and is_identity = 'YES'")
                .bind("table", table)
                .mapTo(String.class)
                .list();
        for (String column : columns) {
            long next = h.createQuery("select coalesce(max(\"" + column + "\"), 0) + 1 from \"" + table + "\"")
                    .mapTo(long.class)
                    .one();
            h.execute("alter table \"" + table + "\" alter column \"" + column + "\" restart with " + next);
        }
    }
}
