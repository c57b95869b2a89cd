package network.constellation.peer.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * All tables of one database as lines of JSON: for each table its name and columns, then a line for each row. All of it
 * is of one moment.
 */
final class DumpStore {
    private final JsonMapper json = new JsonMapper();
    private final Jdbi jdbi;

    DumpStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void write(OutputStream out) throws IOException {
        write(out, table -> true);
    }

    void write(OutputStream out, Predicate<String> wanted) throws IOException {
        // H2's REPEATABLE_READ looks at each table as it is when it is first read: tables of two moments.
        jdbi.useTransaction(TransactionIsolationLevel.SERIALIZABLE, h -> {
            for (String table : TableOrderStore.referredFirst(h)) {
                if (wanted.test(table)) {
                    table(h, table, out);
                }
            }
        });
    }

    /** Columns with their types, as the table has them. */
    static Map<String, ColumnType> columns(ResultSetMetaData meta, String table) throws SQLException {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String column = meta.getColumnName(i);
            columns.put(column, ColumnType.of(meta.getColumnTypeName(i), table + "." + column));
        }
        return columns;
    }

    private void table(Handle h, String table, OutputStream out) throws IOException {
        h.createQuery("select * from \"" + table + "\"").setFetchSize(500).scanResultSet((supplier, context) -> {
            try (ResultSet rows = supplier.get()) {
                Map<String, ColumnType> columns = columns(rows.getMetaData(), table);
                line(out, Map.of("table", table, "columns", List.copyOf(columns.keySet())));
                List<ColumnType> types = List.copyOf(columns.values());
                while (rows.next()) {
                    List<@Nullable Object> row = new ArrayList<>(types.size());
                    for (int i = 0; i < types.size(); i++) {
                        row.add(read(types.get(i), rows, i + 1));
                    }
                    line(out, row);
                }
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
            return 0;
        });
    }

    private void line(OutputStream out, Object value) throws IOException {
        out.write(json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /** @return null, a Long, a Double, a Boolean or a text */
    private static @Nullable Object read(ColumnType type, ResultSet rows, int column) throws SQLException {
        Object value = switch (type) {
            case TEXT -> rows.getString(column);
            case WHOLE -> rows.getLong(column);
            case REAL -> rows.getDouble(column);
            case BOOLEAN -> rows.getBoolean(column);
            case BYTES -> {
                byte[] bytes = rows.getBytes(column);
                yield bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
            }
            case TIME -> text(rows.getObject(column, OffsetDateTime.class));
            case DATE -> text(rows.getObject(column, LocalDate.class));
            case UUID -> text(rows.getObject(column, UUID.class));
        };
        return rows.wasNull() ? null : value;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
