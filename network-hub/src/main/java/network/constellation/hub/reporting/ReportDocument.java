package network.constellation.hub.reporting;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.constellation.protocol.method.reporting.Figure;
import network.constellation.protocol.method.reporting.ReportCoverage;
import org.jspecify.annotations.Nullable;

/** A report as one JSON document; null stands for what is not known, never zero. */
final class ReportDocument {
    private ReportDocument() {}

    static Map<String, Object> of(NetworkReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", report.period().from().toString());
        document.put("to", report.period().to().toString());
        document.put("made", report.made().toString());
        document.put("sitesComplete", report.complete());
        document.put("sitesOf", report.sites().size());
        document.put(
                "totals", report.totals().stream().map(ReportDocument::total).toList());
        document.put("sites", report.sites().stream().map(ReportDocument::site).toList());
        document.put(
                "roaming", report.flows().stream().map(ReportDocument::flow).toList());
        List<Object> hours = new ArrayList<>();
        for (HeatMap.Cell cell : report.hours().cells()) {
            Map<String, Object> hour = new LinkedHashMap<>();
            hour.put(
                    "weekday",
                    cell.day().getDisplayName(TextStyle.FULL, Locale.ROOT).toLowerCase(Locale.ROOT));
            hour.put("hour", cell.hour());
            hour.put("events", cell.count().isPresent() ? cell.count().getAsLong() : null);
            hours.add(hour);
        }
        document.put("hours", hours);
        return document;
    }

    private static Map<String, Object> total(Total total) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("figure", total.figure().label());
        document.put("value", total.value().orElse(null));
        document.put("withheld", total.withheld());
        document.put("sitesComplete", total.complete());
        document.put("sitesOf", total.sites());
        document.put("incomplete", total.incomplete());
        return document;
    }

    private static Map<String, Object> site(SiteLine line) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("site", line.site().value());
        document.put("name", line.name());
        document.put("state", line.state().name().toLowerCase(Locale.ROOT));
        document.put("coverage", coverage(line));
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            if (figure.key() != Figure.Key.HOUR) {
                Amount amount = line.figure(figure);
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("value", amount.value().orElse(null));
                one.put("standing", amount.standing().name().toLowerCase(Locale.ROOT));
                figures.put(figure.label(), one);
            }
        }
        document.put("figures", figures);
        return document;
    }

    private static Map<String, Object> coverage(SiteLine line) {
        Map<String, Object> document = new LinkedHashMap<>();
        @Nullable ReportCoverage told = line.collected().coverage();
        document.put("days", line.days());
        document.put("wholeDays", line.whole());
        document.put("complete", line.complete());
        document.put("since", told == null ? null : told.since().toString());
        document.put("lastHour", told == null ? null : told.lastHour().toString());
        document.put("timeZone", told == null ? null : told.timeZone());
        document.put("smallestCell", told == null ? null : told.smallestCell());
        document.put("collected", text(line.collected().collectedAt()));
        document.put("stale", line.stale());
        document.put("problem", line.collected().problem().label());
        document.put("detail", line.collected().detail());
        return document;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Map<String, Object> flow(Flow flow) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", flow.from());
        document.put("to", flow.to());
        document.put("arrivals", flow.count().isPresent() ? flow.count().getAsLong() : null);
        document.put("atLeast", flow.atLeast());
        document.put("countedBy", flow.countedBy());
        return document;
    }
}
