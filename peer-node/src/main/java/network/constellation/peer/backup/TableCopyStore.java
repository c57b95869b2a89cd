package network.constellation.peer.backup;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Some tables of a tenant as text, for another node that shall be able to take over from it. */
public final class TableCopyStore {
    private final Jdbi jdbi;

    public TableCopyStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All rows of these tables, of one moment. */
    public String read(Set<String> tables) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new DumpStore(jdbi).write(out, tables::contains);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new BackupException("The tables could not be copied: " + impossible.getMessage());
        }
    }

    /**
     * Replaces all rows of these tables by those of a copy, in one transaction.
     *
     * @param then what has to be put right before anybody sees them, in the same transaction
     * @throws BackupException when the copy holds other tables or columns
     */
    public void replace(Set<String> tables, String copy, Consumer<Handle> then) {
        try (Reader text = new StringReader(copy)) {
            new LoadStore(jdbi).read(new BufferedReader(text), tables::contains, then);
        } catch (IOException impossible) {
            throw new BackupException("The copy could not be read: " + impossible.getMessage());
        }
    }
}
