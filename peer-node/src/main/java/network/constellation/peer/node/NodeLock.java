package network.constellation.peer.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import network.constellation.peer.store.DataDirectory;
import org.jspecify.annotations.Nullable;

/** Keeps a second process off the data; the operating system lets go when this one dies, however it dies. */
final class NodeLock implements AutoCloseable {
    private final FileChannel channel;

    private NodeLock(FileChannel channel) {
        this.channel = channel;
    }

    static NodeLock take(DataDirectory data) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(data.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) != null) {
                return new NodeLock(channel);
            }
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("The lock " + data.lockFile() + " cannot be written", failed);
        }
        throw new NodeException("Another process is running on " + data.root()
                + "; stop it first, or use its command line, which talks to the running node.");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The lock ends with the process at the latest.
        }
    }
}
