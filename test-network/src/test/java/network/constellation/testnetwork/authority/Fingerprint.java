package network.constellation.testnetwork.authority;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.constellation.keys.provider.Digests;
import network.constellation.testnetwork.TestSite;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What a site knows, table by table, but for what every call may leave: audit, contact, figures of use, and work of its own. */
final class Fingerprint {
    private static final Set<String> IGNORED_COLUMNS = Set.of("last_contact", "last_error", "ratchet");
    private static final String IGNORED_TABLES =
            "audit.*|.*schema_history.*|scheduled.*|job.*|usage_.*|report_stock|outbox|"
                    // What a hub publishes is made of other tables, and each member says each minute what it holds and
                    // notes what it could not follow yet.
                    + "directory_entry|directory_state|member_report|link_gap";

    private Fingerprint() {}

    static Map<String, String> of(TestSite site) {
        return site.get(Jdbi.class).withHandle(handle -> {
            Map<String, String> tables = new TreeMap<>();
            List<String> names = handle.createQuery("select table_name from information_schema.tables where"
                            + " table_schema = current_schema and table_type = 'BASE TABLE'")
                    .mapTo(String.class)
                    .list();
            for (String name : names) {
                if (!name.toLowerCase(java.util.Locale.ROOT).matches(IGNORED_TABLES)) {
                    tables.put(name, rows(handle, name));
                }
            }
            return tables;
        });
    }

    private static String rows(Handle handle, String table) {
        String all =
                handle.createQuery("select * from \"" + table + "\"").map((row, context) -> text(row)).list().stream()
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Digests.sha256(all.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnLabel(i).toLowerCase(java.util.Locale.ROOT);
            if (!IGNORED_COLUMNS.contains(column)) {
                text.append(column).append('=').append(value(row, i)).append('\u0001');
            }
        }
        return text.toString();
    }

    private static @Nullable String value(ResultSet row, int column) throws SQLException {
        int type = row.getMetaData().getColumnType(column);
        byte[] bytes = type == Types.BINARY || type == Types.VARBINARY ? row.getBytes(column) : null;
        return bytes == null ? row.getString(column) : HexFormat.of().formatHex(bytes);
    }

    /** Names of the tables that differ. */
    static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new TreeSet<>();
        after.forEach((table, rows) -> {
            if (!rows.equals(before.get(table))) {
                changed.add(table.toLowerCase(java.util.Locale.ROOT));
            }
        });
        return changed;
    }
}
