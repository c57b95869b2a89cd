package network.constellation.hub.reporting;

import java.util.Optional;
import network.constellation.hub.founding.HubCommand;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub report}. */
public final class ReportCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("hub", Report.class);
    }

    @Command(name = "report", description = "Print the figures of the network over a period.")
    static final class Report extends HubCommand {
        @Option(
                names = "--from",
                paramLabel = "DATE",
                description = "First day, such as 2026-11-21; four weeks before the last if not given.")
        String from = "";

        @Option(names = "--to", paramLabel = "DATE", description = "Last day; today if not given.")
        String to = "";

        @Option(names = "--site", paramLabel = "URL", description = "Only this site.")
        @Nullable
        String site;

        @Option(names = "--collect", description = "Ask all sites for their newest figures first.")
        boolean collect;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            NetworkReports reports = hub.get(NetworkReports.class);
            Period period = period(reports);
            Optional<Wwwroot> scope = Optional.ofNullable(site).map(Wwwroot::normalized);
            if (collect) {
                hub.get(Collector.class).collect();
            }
            NetworkReport report = reports.of(period, scope);
            if (scope.isPresent() && report.sites().isEmpty()) {
                throw CliException.badInput(
                        scope.get() + " is not a site of this network; `hub peers` lists the sites.");
            }
            context.answer(ReportDocument.of(report), out -> {
                out.println("Figures of " + report.complete() + " of "
                        + report.sites().size() + " sites, " + period.from() + " to " + period.to() + ".");
                for (SiteLine line : report.incomplete()) {
                    out.println("Not complete: " + line.name() + " (" + line.site() + "), " + line.whole() + " of "
                            + line.days() + " days" + why(line));
                }
                Table table = new Table("FIGURE", "VALUE", "SITES");
                for (Total total : report.totals()) {
                    table.row(
                            total.figure().label(),
                            total.value()
                                    .map(value -> (total.withheld() ? ">= " : "") + value)
                                    .orElse(total.withheld() ? "withheld" : "not collected"),
                            total.complete() + " of " + total.sites());
                }
                table.print(out, "");
            });
        }

        private static String why(SiteLine line) {
            Collected collected = line.collected();
            return switch (collected.problem()) {
                case NONE ->
                    line.since().map(since -> "; counts since " + since).orElse("");
                default ->
                    "; " + collected.problem().label()
                            + (collected.detail().isEmpty() ? "" : ": " + collected.detail());
            };
        }

        private Period period(NetworkReports reports) {
            try {
                return Period.of(from, to, reports.today());
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            }
        }
    }
}
