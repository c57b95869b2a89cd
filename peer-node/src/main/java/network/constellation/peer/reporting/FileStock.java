package network.constellation.peer.reporting;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import network.constellation.peer.files.ContentStore;
import network.constellation.protocol.method.reporting.Figure;

/** The stored contents: each counts once, however often it is used. */
final class FileStock implements StockSource {
    private final ContentStore files;

    @Inject
    FileStock(ContentStore files) {
        this.files = files;
    }

    @Override
    public Map<Figure, Long> count() {
        LongAdder count = new LongAdder();
        LongAdder bytes = new LongAdder();
        files.each(hash -> {
            try {
                files.size(hash).ifPresent(size -> {
                    count.increment();
                    bytes.add(size);
                });
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return Map.of(Figure.FILES, count.sum(), Figure.FILE_BYTES, bytes.sum());
    }
}
