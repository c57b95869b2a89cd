package network.constellation.protocol.method.reporting;

import java.util.List;

/** What a site answers: its coverage, and the asked days that it has, in order. */
public record SiteFigures(ReportCoverage coverage, List<SignedDay> days) {
    public SiteFigures {
        days = List.copyOf(days);
    }
}
