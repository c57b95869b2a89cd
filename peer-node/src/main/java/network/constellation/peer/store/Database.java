package network.constellation.peer.store;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** One open database: its pool and its Jdbi. Closing it closes the pool, and the file of an embedded one. */
public final class Database implements AutoCloseable {
    private static final String READER = "reader";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean postgres;

    Database(HikariDataSource pool, boolean postgres) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        this.postgres = postgres;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public DataSource dataSource() {
        return pool;
    }

    public boolean isPostgres() {
        return postgres;
    }

    /** Whether other processes may change it too: the file of an embedded one belongs to this process alone. */
    public boolean isShared() {
        return postgres;
    }

    /**
     * A connection that can read these views and do nothing else, whatever statement it is given; to be closed. On H2 it is
     * a user of its own, who has been given no more; on PostgreSQL a read-only session.
     *
     * @param random for a password that nobody needs to know
     */
    public Connection reader(Collection<String> views, SecureRandom random) throws SQLException {
        if (postgres) {
            Connection connection = pool.getConnection();
            connection.setReadOnly(true);
            return connection;
        }
        byte[] secret = new byte[24];
        random.nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        synchronized (pool) {
            jdbi.useHandle(handle -> {
                handle.execute("create user if not exists " + READER + " password '" + password + "'");
                handle.execute("alter user " + READER + " set password '" + password + "'");
                views.forEach(view -> handle.execute("grant select on " + view + " to " + READER));
            });
            // Only the path: the settings behind it are the owner's to make.
            String url = pool.getJdbcUrl();
            return DriverManager.getConnection(url.substring(0, url.indexOf(';')), READER, password);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
