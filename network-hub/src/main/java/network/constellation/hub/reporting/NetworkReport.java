package network.constellation.hub.reporting;

import java.time.Instant;
import java.util.List;

/** Everything about a period that screen, CSV, JSON and command line show: one calculation for all of them. */
public record NetworkReport(
        Period period, Instant made, List<SiteLine> sites, List<Total> totals, List<Flow> flows, HeatMap hours) {
    public NetworkReport {
        sites = List.copyOf(sites);
        totals = List.copyOf(totals);
        flows = List.copyOf(flows);
    }

    /** Sites of which all days are there. */
    public int complete() {
        return (int) sites.stream().filter(SiteLine::complete).count();
    }

    /** Sites of which a day, or everything, is missing. */
    public List<SiteLine> incomplete() {
        return sites.stream().filter(site -> !site.complete()).toList();
    }
}
