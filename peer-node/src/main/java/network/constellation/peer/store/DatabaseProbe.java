package network.constellation.peer.store;

import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Singleton;

/** Asks the node's database whether it lives. */
@Singleton
public final class DatabaseProbe {
    private final Provider<Database> database;

    @Inject
    DatabaseProbe(@NodeDb Provider<Database> database) {
        this.database = database;
    }

    /** @return what kind of database it is; throws when it does not read or write */
    public String probe() {
        Database open = database.get();
        open.jdbi().useTransaction(h -> {
            h.execute("update schema_scripts set hash = hash");
            h.rollback();
        });
        return (open.isPostgres() ? "PostgreSQL" : "H2 file") + " reads and writes.";
    }
}
