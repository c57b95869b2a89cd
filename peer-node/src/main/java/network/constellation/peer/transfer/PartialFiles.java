package network.constellation.peer.transfer;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import network.constellation.peer.files.ContentHash;
import network.constellation.peer.store.DataDirectory;
import network.constellation.peer.tenant.Tenant;

/** Where contents lie that are not whole yet: {@code transfers/HASH} in the tenant's folder. */
@Singleton
final class PartialFiles {
    private final Path folder;

    @Inject
    PartialFiles(Tenant tenant, DataDirectory data) {
        folder = data.secure(tenant.directory().resolve("transfers"));
    }

    Path of(ContentHash content) {
        return folder.resolve(content.hex());
    }

    void forget(ContentHash content) throws IOException {
        Files.deleteIfExists(of(content));
    }

    /** Deletes what nobody has added to since then. */
    void forgetOlderThan(Instant instant) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.toList();
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(instant)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
