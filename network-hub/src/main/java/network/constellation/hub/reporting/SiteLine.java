package network.constellation.hub.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import network.constellation.hub.registry.Member;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.reporting.Figure;

/**
 * One site in a report.
 *
 * @param state what the hub has decided about the site; a removed one keeps its former days
 * @param days of the period that are over in the site's calendar
 * @param whole of these, how many are kept whole
 * @param stale it could not be asked the last time, or was not asked for hours
 * @param figures a figure that the site does not count is not there
 */
public record SiteLine(
        Wwwroot site,
        String name,
        Member.State state,
        Collected collected,
        int days,
        int whole,
        boolean stale,
        Map<Figure, Amount> figures) {

    public Amount figure(Figure figure) {
        return figures.getOrDefault(figure, Amount.MISSING);
    }

    /** All days of the period are there. */
    public boolean complete() {
        return whole == days && (days > 0 || !figures.isEmpty());
    }

    /** Nothing of the period is there. */
    public boolean missing() {
        return figures.isEmpty();
    }

    /** The first day of which the site has any figures, when that is known. */
    public java.util.Optional<LocalDate> since() {
        return java.util.Optional.ofNullable(collected.coverage())
                .map(coverage -> coverage.since()
                        .atZone(java.time.ZoneId.of(coverage.timeZone()))
                        .toLocalDate());
    }

    public String timeZone() {
        return collected.coverage() == null ? "" : collected.coverage().timeZone();
    }

    /** Of several zones' days, each in its own. */
    static LocalDate today(Collected collected, Instant now) {
        String zone =
                collected.coverage() == null ? "UTC" : collected.coverage().timeZone();
        return now.atZone(java.time.ZoneId.of(zone)).toLocalDate();
    }
}
