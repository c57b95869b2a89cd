package network.constellation.protocol.method.reporting;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a site's figures cover.
 *
 * @param since from when on it keeps count
 * @param lastHour end of the last hour that is over
 * @param today the day that is not over yet, in its calendar
 * @param timeZone of its days and hours, such as {@code Europe/Paris}
 * @param smallestCell counts of people below this are withheld; 0: none
 */
public record ReportCoverage(Instant since, Instant lastHour, LocalDate today, String timeZone, long smallestCell) {}
