package network.constellation.peer.platform;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The embedded platform's users: tables {@code platform_user}, {@code _field} and {@code _picture}. */
@Singleton
final class UsersStore implements PlatformUsers {
    private final Jdbi jdbi;
    private final Wwwroot here;
    private final Clock clock;

    @Inject
    UsersStore(Jdbi jdbi, Wwwroot here, Clock clock) {
        this.jdbi = jdbi;
        this.here = here;
        this.clock = clock;
    }

    @Override
    public Optional<User> find(long id) {
        return jdbi.withHandle(handle -> UserRowsStore.one(handle, "id = :id", Map.of("id", id)));
    }

    @Override
    public Optional<User> find(UserKey key) {
        return jdbi.withHandle(handle -> find(handle, key));
    }

    @Override
    public Optional<User> findLocal(String username) {
        return jdbi.withHandle(handle -> UserRowsStore.one(
                handle, "home = :home and username = :name", Map.of("home", here.value(), "name", username)));
    }

    @Override
    public List<User> findLocalByEmail(String email) {
        return jdbi.withHandle(handle -> UserRowsStore.all(
                handle,
                "home = :home and lower(email) = lower(:email)",
                Map.of("home", here.value(), "email", email),
                "order by id",
                Integer.MAX_VALUE,
                0));
    }

    @Override
    public UserList list(UserFilter filter) {
        return jdbi.withHandle(handle -> UserRowsStore.list(handle, filter, here));
    }

    @Override
    public long count(Optional<Wwwroot> home) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from platform_user where not deleted and (:all or home = :home)")
                .bind("all", home.isEmpty())
                .bind("home", home.map(Wwwroot::value).orElse(""))
                .mapTo(Long.class)
                .one());
    }

    @Override
    public User create(UserKey key, String auth, Profile profile) {
        return jdbi.inTransaction(handle -> {
            if (find(handle, key).isPresent()) {
                throw new PlatformException("username.taken", key.username());
            }
            OffsetDateTime now = now();
            long id = handle.createUpdate("insert into platform_user (home, username, auth, email, firstname,"
                            + " lastname, idnumber, suspended, site_admin, deleted, created, modified)"
                            + " values (:home, :username, :auth, :email, :firstname, :lastname, :idnumber, false,"
                            + " false, false, :now, :now)")
                    .bind("home", key.home().value())
                    .bind("username", key.username())
                    .bind("auth", auth)
                    .bind("now", now)
                    .bindMap(columns(profile))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            writeFields(handle, id, profile);
            return UserRowsStore.byId(handle, id);
        });
    }

    @Override
    public User update(long id, Profile profile) {
        return jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("update platform_user set email = :email, firstname = :firstname,"
                            + " lastname = :lastname, idnumber = :idnumber, modified = :now"
                            + " where id = :id and not deleted")
                    .bind("id", id)
                    .bind("now", now())
                    .bindMap(columns(profile))
                    .execute();
            requireOne(changed);
            handle.execute("delete from platform_user_field where user_id = ?", id);
            writeFields(handle, id, profile);
            return UserRowsStore.byId(handle, id);
        });
    }

    @Override
    public void suspend(long id, boolean suspended) {
        jdbi.useTransaction(handle -> {
            if (suspended) {
                requireAnotherAdministrator(handle, id);
            }
            requireOne(handle.execute(
                    "update platform_user set suspended = ?, modified = ? where id = ? and not deleted",
                    suspended,
                    now(),
                    id));
        });
    }

    @Override
    public void rename(long id, String username) {
        jdbi.useTransaction(handle -> {
            User user = UserRowsStore.byId(handle, id);
            UserKey key = new UserKey(user.key().home(), username);
            if (find(handle, key).filter(other -> other.id() != id).isPresent()) {
                throw new PlatformException("username.taken", username);
            }
            handle.execute(
                    "update platform_user set username = ?, modified = ? where id = ?", key.username(), now(), id);
        });
    }

    @Override
    public void delete(long id) {
        jdbi.useTransaction(handle -> {
            requireAnotherAdministrator(handle, id);
            // A sign that no name may have keeps the row and frees the name.
            requireOne(handle.execute(
                    "update platform_user set deleted = true, site_admin = false, suspended = true, email = '',"
                            + " firstname = '', lastname = '', idnumber = '', username = '#' || id, modified = ?"
                            + " where id = ? and not deleted",
                    now(),
                    id));
            handle.execute("delete from platform_user_field where user_id = ?", id);
            handle.execute("delete from platform_user_picture where user_id = ?", id);
            handle.execute("delete from platform_enrolment where user_id = ?", id);
            handle.execute("delete from platform_role_assignment where user_id = ?", id);
        });
    }

    @Override
    public void loggedIn(long id) {
        jdbi.useHandle(handle -> handle.execute("update platform_user set last_login = ? where id = ?", now(), id));
    }

    @Override
    public List<User> siteAdministrators() {
        return jdbi.withHandle(
                handle -> UserRowsStore.all(handle, "site_admin", Map.of(), "order by id", Integer.MAX_VALUE, 0));
    }

    @Override
    public void siteAdministrator(long id, boolean is) {
        jdbi.useTransaction(handle -> {
            if (!is) {
                requireAnotherAdministrator(handle, id);
            }
            requireOne(handle.execute(
                    "update platform_user set site_admin = ?, modified = ? where id = ? and not deleted",
                    is,
                    now(),
                    id));
        });
    }

    @Override
    public Optional<Picture> picture(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from platform_user_picture where user_id = :id")
                .bind("id", id)
                .map((row, context) -> new Picture(
                        row.getBytes("large"),
                        row.getString("large_type"),
                        row.getBytes("small"),
                        row.getString("small_type"),
                        row.getObject("modified", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    @Override
    public void picture(long id, Picture picture) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from platform_user_picture where user_id = ?", id);
            handle.execute(
                    "insert into platform_user_picture (user_id, large, large_type, small, small_type, modified)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    id,
                    picture.large(),
                    picture.largeType(),
                    picture.small(),
                    picture.smallType(),
                    picture.modified().atOffset(ZoneOffset.UTC));
        });
    }

    private static Optional<User> find(Handle handle, UserKey key) {
        return UserRowsStore.one(
                handle,
                "home = :home and username = :name",
                Map.of("home", key.home().value(), "name", key.username()));
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new PlatformException("user.unknown");
        }
    }

    /** A site that nobody can administer could only be saved from the command line. */
    private static void requireAnotherAdministrator(Handle handle, long id) {
        List<User> able = UserRowsStore.all(
                handle, "site_admin and not suspended", Map.of(), "order by id", Integer.MAX_VALUE, 0);
        if (able.size() == 1 && able.get(0).id() == id) {
            throw new PlatformException("user.lastAdministrator");
        }
    }

    private static Map<String, String> columns(Profile profile) {
        Map<String, String> columns = new TreeMap<>();
        for (String column : UserRowsStore.COLUMNS) {
            columns.put(column, profile.field(column).orElse(""));
        }
        return columns;
    }

    private static void writeFields(Handle handle, long id, Profile profile) {
        profile.fields().forEach((name, value) -> {
            if (!UserRowsStore.COLUMNS.contains(name)) {
                handle.execute(
                        "insert into platform_user_field (user_id, name, content) values (?, ?, ?)", id, name, value);
            }
        });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
