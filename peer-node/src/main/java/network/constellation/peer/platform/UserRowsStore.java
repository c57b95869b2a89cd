package network.constellation.peer.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads users with their fields; two queries for a whole list. */
final class UserRowsStore {
    /** Profile fields with a column of their own. */
    static final List<String> COLUMNS =
            List.of(Profile.EMAIL, Profile.FIRST_NAME, Profile.LAST_NAME, Profile.ID_NUMBER);

    private static final Map<String, String> ORDERS = Map.of(
            "username", "username",
            "name", "lower(lastname), lower(firstname)",
            "email", "lower(email)",
            "home", "home",
            "lastlogin", "last_login",
            "state", "suspended");

    private UserRowsStore() {}

    static Optional<User> one(Handle handle, String where, Map<String, Object> bindings) {
        return all(handle, where, bindings, "", 1, 0).stream().findFirst();
    }

    static User byId(Handle handle, long id) {
        return one(handle, "id = :id", Map.of("id", id)).orElseThrow(() -> new PlatformException("user.unknown"));
    }

    static List<User> all(
            Handle handle, String where, Map<String, Object> bindings, String order, int limit, int offset) {
        List<Row> rows = handle.createQuery("select * from platform_user where not deleted and " + where + " " + order
                        + " limit :limit offset :offset")
                .bindMap(bindings)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> new Row(row))
                .list();
        Map<Long, Map<String, String>> fields =
                fields(handle, rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> row.user(fields.getOrDefault(row.id, Map.of())))
                .toList();
    }

    static UserList list(Handle handle, UserFilter filter, Wwwroot here) {
        Map<String, Object> bindings = new HashMap<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (!filter.search().isBlank()) {
            where.append(" and (lower(username) like :q or lower(firstname || ' ' || lastname) like :q"
                    + " or lower(email) like :q or lower(idnumber) like :q)");
            String literal = filter.search().strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
            bindings.put("q", "%" + literal + "%");
        }
        filter.home().ifPresent(home -> {
            where.append(" and home = :home");
            bindings.put("home", home.value());
        });
        if (filter.origin() != UserFilter.Origin.ALL) {
            where.append(filter.origin() == UserFilter.Origin.LOCAL ? " and home = :here" : " and home <> :here");
            bindings.put("here", here.value());
        }
        filter.suspended().ifPresent(suspended -> {
            where.append(" and suspended = :suspended");
            bindings.put("suspended", suspended);
        });
        if (filter.role().equals("admin")) {
            where.append(" and site_admin");
        } else if (!filter.role().isEmpty()) {
            where.append(" and id in (select a.user_id from platform_role_assignment a"
                    + " join platform_role r on r.id = a.role_id where a.level = 'SITE' and r.shortname = :role)");
            bindings.put("role", filter.role());
        }
        String order = ORDERS.getOrDefault(filter.sort(), "username");
        String direction = filter.descending() ? " desc" : "";
        String orderBy = "order by " + order.replace(",", direction + ",") + direction + ", id";
        List<User> users = all(handle, where.toString(), bindings, orderBy, filter.limit(), filter.offset());
        long total = handle.createQuery("select count(*) from platform_user where not deleted and " + where)
                .bindMap(bindings)
                .mapTo(Long.class)
                .one();
        return new UserList(users, total);
    }

    private static Map<Long, Map<String, String>> fields(Handle handle, List<Long> ids) {
        Map<Long, Map<String, String>> fields = new HashMap<>();
        if (ids.isEmpty()) {
            return fields;
        }
        int piece = 1000;
        for (int from = 0; from < ids.size(); from += piece) {
            handle.createQuery("select user_id, name, content from platform_user_field where user_id in (<ids>)")
                    .bindList("ids", ids.subList(from, Math.min(from + piece, ids.size())))
                    .map((row, context) -> fields.computeIfAbsent(row.getLong("user_id"), id -> new TreeMap<>())
                            .put(row.getString("name"), row.getString("content")))
                    .list();
        }
        return fields;
    }

    /** One line of {@code platform_user}. */
    private static final class Row {
        private final long id;
        private final UserKey key;
        private final String auth;
        private final Map<String, String> columns = new LinkedHashMap<>();
        private final boolean suspended;
        private final boolean administrator;
        private final Instant created;
        private final Instant modified;
        private final @Nullable OffsetDateTime lastLogin;

        Row(ResultSet row) throws SQLException {
            id = row.getLong("id");
            key = new UserKey(Wwwroot.of(row.getString("home")), row.getString("username"));
            auth = row.getString("auth");
            for (String column : COLUMNS) {
                columns.put(column, row.getString(column));
            }
            suspended = row.getBoolean("suspended");
            administrator = row.getBoolean("site_admin");
            created = row.getObject("created", OffsetDateTime.class).toInstant();
            modified = row.getObject("modified", OffsetDateTime.class).toInstant();
            lastLogin = row.getObject("last_login", OffsetDateTime.class);
        }

        User user(Map<String, String> more) {
            Map<String, String> all = new HashMap<>(more);
            all.putAll(columns);
            return new User(
                    id,
                    key,
                    auth,
                    new Profile(all),
                    suspended,
                    administrator,
                    created,
                    modified,
                    Optional.ofNullable(lastLogin).map(OffsetDateTime::toInstant));
        }
    }
}
