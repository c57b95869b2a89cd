package network.constellation.peer.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's view of files whose every write is on the disk when it returns: {@code synced:PATH}. H2 itself leaves that to the
 * operating system, which also may write in another order. Public, because H2 makes its instances.
 */
public final class SyncedFilePath extends FilePathWrapper {
    private static final String SCHEME = "synced";

    /** What goes before a path; from then on H2 knows it. */
    static String prefix() {
        FilePath.register(new SyncedFilePath());
        return SCHEME + ":";
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return super.open(mode.equals("rw") ? "rwd" : mode);
    }
}
