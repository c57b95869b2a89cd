package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The embedded platform's roles: tables {@code platform_role}, {@code _assignment} and {@code _capability}. */
@Singleton
final class RolesStore implements Roles {
    private final Jdbi jdbi;

    @Inject
    RolesStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Role> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from platform_role order by sort_order, id")
                .map((row, context) -> new Role(
                        row.getLong("id"),
                        row.getString("shortname"),
                        row.getString("name"),
                        row.getString("archetype"),
                        row.getInt("sort_order")))
                .list());
    }

    @Override
    public Optional<Role> find(String shortname) {
        return all().stream().filter(role -> role.shortname().equals(shortname)).findFirst();
    }

    @Override
    public void assign(long userId, String shortname, Scope scope) {
        long role = id(shortname);
        jdbi.useTransaction(handle -> {
            remove(handle, userId, role, scope);
            handle.execute(
                    "insert into platform_role_assignment (user_id, role_id, level, scope_id) values (?, ?, ?, ?)",
                    userId,
                    role,
                    scope.level().name(),
                    scope.id());
        });
    }

    @Override
    public void unassign(long userId, String shortname, Scope scope) {
        long role = id(shortname);
        jdbi.useHandle(handle -> remove(handle, userId, role, scope));
    }

    @Override
    public Set<String> held(long userId, Scope scope) {
        return jdbi.withHandle(handle -> new TreeSet<>(handle.createQuery(
                        "select r.shortname from platform_role_assignment a join platform_role r on r.id = a.role_id"
                                + " where a.user_id = :user and a.level = :level and a.scope_id = :scope")
                .bind("user", userId)
                .bind("level", scope.level().name())
                .bind("scope", scope.id())
                .mapTo(String.class)
                .list()));
    }

    @Override
    public Map<Long, Set<String>> heldOnSite(List<Long> userIds) {
        Map<Long, Set<String>> held = new HashMap<>();
        if (userIds.isEmpty()) {
            return held;
        }
        jdbi.useHandle(handle -> handle.createQuery("select a.user_id, r.shortname from platform_role_assignment a"
                        + " join platform_role r on r.id = a.role_id where a.level = 'SITE' and a.user_id in (<ids>)")
                .bindList("ids", userIds)
                .map((row, context) -> held.computeIfAbsent(row.getLong("user_id"), id -> new TreeSet<>())
                        .add(row.getString("shortname")))
                .list());
        return held;
    }

    @Override
    public Map<Long, Set<String>> heldInCourses(long userId) {
        Map<Long, Set<String>> held = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("select a.scope_id, r.shortname from platform_role_assignment a"
                        + " join platform_role r on r.id = a.role_id where a.level = 'COURSE' and a.user_id = :user")
                .bind("user", userId)
                .map((row, context) -> held.computeIfAbsent(row.getLong("scope_id"), id -> new TreeSet<>())
                        .add(row.getString("shortname")))
                .list());
        return held;
    }

    @Override
    public boolean can(long userId, String capability, Scope scope) {
        return jdbi.withHandle(handle -> {
            Optional<Boolean> administrator = handle.createQuery(
                            "select site_admin from platform_user where id = :id and not deleted and not suspended")
                    .bind("id", userId)
                    .mapTo(Boolean.class)
                    .findOne();
            if (administrator.isEmpty()) {
                return false;
            }
            return administrator.get() || allowed(handle, userId, capability, scope);
        });
    }

    /** A prohibition anywhere ends it; else the nearest place that says anything decides, an allowance first. */
    private static boolean allowed(Handle handle, long userId, String capability, Scope scope) {
        List<Scope> path = path(handle, scope);
        int nearest = -1;
        boolean allowedThere = false;
        for (Said said : said(handle, userId, capability)) {
            int distance = said.scope.level() == Scope.Level.SITE ? path.size() - 1 : path.indexOf(said.scope);
            if (distance < 0) {
                continue;
            }
            if (said.permission == Permission.PROHIBIT) {
                return false;
            }
            boolean allows = said.permission == Permission.ALLOW;
            if (nearest < 0 || distance < nearest) {
                nearest = distance;
                allowedThere = allows;
            } else if (distance == nearest) {
                allowedThere = allowedThere || allows;
            }
        }
        return allowedThere;
    }

    private record Said(Scope scope, Permission permission) {}

    private static List<Said> said(Handle handle, long userId, String capability) {
        return handle.createQuery("select a.level, a.scope_id, c.permission from platform_role_assignment a"
                        + " join platform_role_capability c on c.role_id = a.role_id"
                        + " where a.user_id = :user and c.capability = :capability"
                        + " union all select 'SITE', 0, c.permission from platform_role_capability c"
                        + " join platform_role r on r.id = c.role_id"
                        + " where r.shortname = 'user' and c.capability = :capability")
                .bind("user", userId)
                .bind("capability", capability)
                .map((row, context) -> new Said(
                        new Scope(Scope.Level.valueOf(row.getString("level")), row.getLong("scope_id")),
                        Permission.of(row.getInt("permission"))))
                .list();
    }

    /** From the place itself up to the site. */
    private static List<Scope> path(Handle handle, Scope scope) {
        List<Scope> path = new java.util.ArrayList<>(List.of(scope));
        long category = scope.level() == Scope.Level.CATEGORY ? parent(handle, scope.id()) : 0;
        if (scope.level() == Scope.Level.COURSE) {
            category = handle.createQuery("select category from platform_course where id = :id")
                    .bind("id", scope.id())
                    .mapTo(Long.class)
                    .findOne()
                    .orElse(0L);
        }
        while (category != 0 && !path.contains(Scope.category(category))) {
            path.add(Scope.category(category));
            category = parent(handle, category);
        }
        if (scope.level() != Scope.Level.SITE) {
            path.add(Scope.site());
        }
        return path;
    }

    private static long parent(Handle handle, long category) {
        return handle.createQuery("select parent from platform_category where id = :id")
                .bind("id", category)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    @Override
    public Map<String, Permission> sheet(String shortname) {
        long role = id(shortname);
        Map<String, Permission> sheet = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select capability, permission from platform_role_capability where role_id = :role")
                .bind("role", role)
                .map((row, context) -> Map.entry(row.getString("capability"), Permission.of(row.getInt("permission"))))
                .forEach(entry -> sheet.put(entry.getKey(), entry.getValue())));
        return sheet;
    }

    @Override
    public void permit(String shortname, String capability, Optional<Permission> permission) {
        change(shortname, Map.of(capability, permission), false);
    }

    @Override
    public void change(String shortname, Map<String, Optional<Permission>> words, boolean clear) {
        long role = id(shortname);
        jdbi.useTransaction(handle -> {
            if (clear) {
                handle.execute("delete from platform_role_capability where role_id = ?", role);
            }
            words.forEach((capability, permission) -> {
                handle.execute(
                        "delete from platform_role_capability where role_id = ? and capability = ?", role, capability);
                permission.ifPresent(word -> handle.execute(
                        "insert into platform_role_capability (role_id, capability, permission) values (?, ?, ?)",
                        role,
                        capability,
                        word.value()));
            });
        });
    }

    @Override
    public Map<String, Capability> capabilities() {
        Map<String, Capability> known = new TreeMap<>();
        jdbi.useHandle(
                handle -> handle.createQuery("select capability as name, 10 as level from platform_role_capability"
                                + " where capability not in (select name from platform_capability)"
                                + " union select name, level from platform_capability")
                        .map((row, context) -> new Capability(row.getString("name"), row.getInt("level")))
                        .forEach(one -> known.put(one.name(), one)));
        return known;
    }

    @Override
    public Role create(String shortname, String name, String archetype) {
        if (!shortname.matches("[a-z][a-z0-9_-]{0,99}")) {
            throw new PlatformException("role.shortname", shortname);
        }
        if (find(shortname).isPresent()) {
            throw new PlatformException("role.taken", shortname);
        }
        jdbi.useHandle(handle -> handle.execute(
                "insert into platform_role (shortname, name, archetype, sort_order)"
                        + " select ?, ?, ?, coalesce(max(sort_order), 0) + 1 from platform_role",
                shortname,
                name.isBlank() ? shortname : name,
                archetype));
        return find(shortname).orElseThrow();
    }

    private long id(String shortname) {
        return find(shortname)
                .map(Role::id)
                .orElseThrow(() -> new PlatformException(
                        "role.unknown",
                        shortname,
                        String.join(", ", all().stream().map(Role::shortname).toList())));
    }

    private static void remove(Handle handle, long userId, long role, Scope scope) {
        handle.execute(
                "delete from platform_role_assignment"
                        + " where user_id = ? and role_id = ? and level = ? and scope_id = ?",
                userId,
                role,
                scope.level().name(),
                scope.id());
    }
}
