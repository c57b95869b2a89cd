package network.constellation.peer.backup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The tables of a schema in an order in which their rows can be put back: what is referred to comes first. */
final class TableOrderStore {
    /** Flyway's list and ours are made anew when the schema is. */
    private static final Set<String> NOT_DUMPED = Set.of("flyway_schema_history", "schema_scripts");

    private TableOrderStore() {}

    static List<String> referredFirst(Handle h) {
        Map<String, Set<String>> references = references(h);
        Set<String> ordered = new LinkedHashSet<>();
        List<String> left = new ArrayList<>(tables(h));
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(table -> ordered.containsAll(references.getOrDefault(table, Set.of())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("The tables " + left + " refer to each other in a circle.");
            }
            ordered.addAll(free);
            left.removeAll(free);
        }
        return List.copyOf(ordered);
    }

    private static List<String> tables(Handle h) {
        return h.createQuery("select table_name from information_schema.tables where table_schema = current_schema"
                        + " and table_type = 'BASE TABLE' order by table_name")
                .mapTo(String.class)
                .filter(table -> !NOT_DUMPED.contains(table))
                .list();
    }

    private static Map<String, Set<String>> references(Handle h) {
        Map<String, Set<String>> references = new HashMap<>();
        h.createQuery("select distinct c.table_name as child, p.table_name as parent"
                        + " from information_schema.referential_constraints r"
                        + " join information_schema.table_constraints c on c.constraint_name = r.constraint_name"
                        + " and c.constraint_schema = r.constraint_schema"
                        + " join information_schema.table_constraints p on p.constraint_name = r.unique_constraint_name"
                        + " and p.constraint_schema = r.unique_constraint_schema"
                        + " where r.constraint_schema = current_schema")
                .map((rs, context) -> List.of(rs.getString("child"), rs.getString("parent")))
                .forEach(pair -> {
                    if (!pair.get(0).equals(pair.get(1))) {
                        references
                                .computeIfAbsent(pair.get(0), k -> new LinkedHashSet<>())
                                .add(pair.get(1));
                    }
                });
        return references;
    }
}
