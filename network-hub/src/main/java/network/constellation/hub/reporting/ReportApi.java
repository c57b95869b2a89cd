package network.constellation.hub.reporting;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.Operations;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** The network's report, for programs. */
final class ReportApi implements ApiRoom {
    private final NetworkReports reports;

    @Inject
    ReportApi(NetworkReports reports) {
        this.reports = reports;
    }

    record ReportAsked(
            @ApiText("First day; four weeks before the last, if not given.") @Nullable
            LocalDate from,

            @ApiText("Last day; today, if not given.") @Nullable
            LocalDate to,

            @ApiText("Only this site.") @Nullable Wwwroot site) {}

    record ReportGiven(
            @ApiText("As `constellation hub report --json` prints it; null stands for what is not known, never zero.")
            Map<String, Object> report) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("report")
                .get(
                        "showReport",
                        "/report",
                        ApiScope.REPORT_READ,
                        "Give the figures of the network over a period.",
                        ReportAsked.class,
                        ReportGiven.class,
                        (asked, call) -> report(asked));
    }

    private ReportGiven report(ReportAsked asked) {
        Period period = Period.of(text(asked.from()), text(asked.to()), reports.today());
        NetworkReport report = reports.of(period, Optional.ofNullable(asked.site()));
        if (asked.site() != null && report.sites().isEmpty()) {
            throw ApiException.notFound(asked.site() + " is not a member of this network.");
        }
        return new ReportGiven(ReportDocument.of(report));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
