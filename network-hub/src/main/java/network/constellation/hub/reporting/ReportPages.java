package network.constellation.hub.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;

/** The report of the network and of each site; period and scope are in the URL, as CSV and JSON too. */
public final class ReportPages implements Pages {
    static final String PATH = "/hub/report";
    static final Access WHO = Access.admin("manager");

    private static final Class<?> ROOM = ReportPages.class;

    /** How long somebody waits at the page; the periodic collection waits longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final NetworkReports reports;
    private final Collector collector;

    @Inject
    ReportPages(NetworkReports reports, Collector collector) {
        this.reports = reports;
        this.collector = collector;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::overview)
                .get(PATH + "/site", WHO, this::site)
                .post(PATH + "/collect", WHO, this::collect);
    }

    private WebResponse overview(WebRequest request) {
        return answer(request, Optional.empty());
    }

    private WebResponse site(WebRequest request) {
        return answer(request, Optional.of(address(request.query("address"))));
    }

    private WebResponse collect(WebRequest request) {
        collector.collect(PATIENCE);
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "collected"));
    }

    private WebResponse answer(WebRequest request, Optional<Wwwroot> scope) {
        LocalDate today = reports.today();
        Period period;
        try {
            period = Period.of(request.query("from"), request.query("to"), today);
        } catch (IllegalArgumentException wrong) {
            return WebResponse.problem(400, Message.of(ROOM, "period.wrong"));
        }
        NetworkReport report = reports.of(period, scope);
        if (scope.isPresent() && report.sites().isEmpty()) {
            throw new NotFoundException();
        }
        Map<String, String> inUrl = new LinkedHashMap<>();
        inUrl.put("from", period.from().toString());
        inUrl.put("to", period.to().toString());
        scope.ifPresent(site -> inUrl.put("address", site.value()));
        ReportTables tables = new ReportTables(report, request.path(), inUrl);
        return switch (request.query("format")) {
            case "csv" -> {
                String name = request.query("table").matches("sites|roaming|hours") ? request.query("table") : "totals";
                yield WebResponse.csv(
                        ROOM, tables.named(name), "report-" + name + "-" + period.from() + "-" + period.to());
            }
            case "json" -> json(report, period);
            default -> page(request, report, tables, scope, today);
        };
    }

    private static WebResponse json(NetworkReport report, Period period) {
        try {
            byte[] document = new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(ReportDocument.of(report))
                    .getBytes(StandardCharsets.UTF_8);
            return WebResponse.download(
                    "application/json; charset=utf-8",
                    "report-" + period.from() + "-" + period.to() + ".json",
                    document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The report cannot be written as JSON", impossible);
        }
    }

    private static WebResponse page(
            WebRequest request, NetworkReport report, ReportTables tables, Optional<Wwwroot> scope, LocalDate today) {
        PageView view = scope.isEmpty()
                ? PageView.of(ROOM, "reporting/overview.jte", "title")
                : PageView.of(
                                ROOM,
                                "reporting/site.jte",
                                "site.title",
                                report.sites().get(0).name())
                        .under(
                                "title",
                                PATH + "?from=" + report.period().from() + "&to="
                                        + report.period().to());
        return view.with("report", report)
                .with("tables", tables)
                .with("choices", choices(today))
                .with("address", scope.map(Wwwroot::value).orElse(""))
                .with("flows", FlowPicture.of(report.flows()))
                .with("heat", HeatPicture.of(report.hours(), request.locale()))
                .with("first", ReportTables.day(report.period().from(), request.locale()))
                .with("last", ReportTables.day(report.period().to(), request.locale()))
                .answer();
    }

    /** Periods to choose from, by the key of their word. */
    private static Map<String, Period> choices(LocalDate today) {
        Map<String, Period> choices = new LinkedHashMap<>();
        for (int days : List.of(7, 28, 91)) {
            choices.put("period.last." + days, Period.last(days, today));
        }
        int year = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
        LocalDate begin = LocalDate.of(year, 9, 1);
        choices.put("period.school", new Period(begin, today));
        return choices;
    }

    private static Wwwroot address(String text) {
        try {
            return Wwwroot.of(text);
        } catch (InvalidAddressException wrong) {
            throw new NotFoundException();
        }
    }
}
