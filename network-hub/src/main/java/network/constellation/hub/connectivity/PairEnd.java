package network.constellation.hub.connectivity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When one end of a pair was looked at, for the page. */
public record PairEnd(@Nullable Instant looked, @Nullable Instant since, long latency) {
    PairEnd(Optional<MatrixCell> cell) {
        this(
                cell.map(found -> found.check().at()).orElse(null),
                cell.map(found -> found.check().since()).orElse(null),
                cell.map(found -> found.check().latency()).orElse(-1L));
    }
}
