package network.constellation.hub.reporting;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.reporting.ReportCoverage;
import org.jspecify.annotations.Nullable;

/**
 * How far one site's figures have been collected.
 *
 * @param coverage as the site told it last; null: never
 * @param collectedAt when that was; null: never
 * @param attemptedAt when it was last asked
 * @param detail in words, empty when all is well
 */
public record Collected(
        Wwwroot site,
        @Nullable ReportCoverage coverage,
        @Nullable Instant collectedAt,
        Instant attemptedAt,
        Problem problem,
        String detail) {}
