package network.constellation.peer.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageCount;
import network.constellation.peer.usage.UsageDay;
import network.constellation.peer.usage.UsagePeople;
import network.constellation.protocol.method.reporting.DayFigures;
import network.constellation.protocol.method.reporting.DaysAsked;
import network.constellation.protocol.method.reporting.Figure;
import network.constellation.protocol.method.reporting.ReportCoverage;
import network.constellation.protocol.method.reporting.ReportMethods;
import network.constellation.protocol.method.reporting.SignedDay;
import network.constellation.protocol.method.reporting.SiteFigures;

/** This site's own figures, day by day of its own calendar; a day before it kept count is not there, never zero. */
@Singleton
public final class SiteReport {
    private final Usage usage;
    private final Stock stock;
    private final ReportingStore store;
    private final ReportingConfig config;
    private final SiteIdentity identity;
    private final CryptoEngine crypto;
    private final Clock clock;

    @Inject
    SiteReport(
            Usage usage,
            Stock stock,
            ReportingStore store,
            ReportingConfig config,
            SiteIdentity identity,
            CryptoEngine crypto,
            Clock clock) {
        this.usage = usage;
        this.stock = stock;
        this.store = store;
        this.config = config;
        this.identity = identity;
        this.crypto = crypto;
        this.clock = clock;
    }

    /** From when to when there are figures, and how they are counted. */
    public ReportCoverage coverage() {
        Instant now = clock.instant();
        ZoneId zone = usage.zone();
        Instant lastHour = now.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
        return new ReportCoverage(
                usage.since(), lastHour, now.atZone(zone).toLocalDate(), zone.getId(), config.smallestCell());
    }

    /** The asked days that there are, the first {@link ReportMethods#MOST_DAYS} of them, signed. */
    public SiteFigures days(DaysAsked asked) {
        ReportCoverage coverage = coverage();
        LocalDate first = coverage.since().atZone(usage.zone()).toLocalDate();
        LocalDate from = asked.from().isBefore(first) ? first : asked.from();
        LocalDate to = asked.to().isAfter(coverage.today()) ? coverage.today() : asked.to();
        LocalDate last = from.plusDays(ReportMethods.MOST_DAYS - 1L);
        last = last.isBefore(to) ? last : to;
        if (last.equals(coverage.today())) {
            stock.run();
        }
        List<SignedDay> days = new ArrayList<>();
        for (DayFigures figures : figures(from, last, coverage)) {
            days.add(new SignedDay(figures, sign(figures, coverage.timeZone())));
        }
        return new SiteFigures(coverage, days);
    }

    private byte[] sign(DayFigures figures, String timeZone) {
        SiteKeys keys = identity.current();
        return crypto.ed25519().sign(keys.ed25519(), figures.signed(identity.wwwroot(), timeZone));
    }

    private List<DayFigures> figures(LocalDate from, LocalDate to, ReportCoverage coverage) {
        if (from.isAfter(to)) {
            return List.of();
        }
        List<UsageCount> hours = usage.hours(from, to);
        List<UsageDay> sums = usage.days(from, to);
        List<UsagePeople> people = usage.people(from, to);
        Map<LocalDate, Map<Figure, Long>> stocks = store.between(from, to);
        return from.datesUntil(to.plusDays(1))
                .map(day -> {
                    DayCounts counts = new DayCounts(config.smallestCell());
                    counts.flows(sums.stream().filter(sum -> sum.day().equals(day)));
                    counts.hours(
                            hours.stream().filter(hour -> hour.day().equals(day)),
                            firstHour(day),
                            hoursOver(day, coverage));
                    counts.people(people.stream().filter(some -> some.day().equals(day)));
                    counts.stock(stocks.getOrDefault(day, Map.of()));
                    usage.peopleWithin(30, day).ifPresent(counts::withinMonth);
                    return new DayFigures(day, isWhole(day, coverage), counts.values());
                })
                .toList();
    }

    private boolean isWhole(LocalDate day, ReportCoverage coverage) {
        Instant begin = day.atStartOfDay(usage.zone()).toInstant();
        return !coverage.since().isAfter(begin) && day.isBefore(coverage.today());
    }

    /** The hour in which this site began to keep count, when that was on this day; it is not whole itself. */
    private int firstHour(LocalDate day) {
        ZonedDateTime since = usage.since().atZone(usage.zone());
        boolean begun = since.toLocalDate().isBefore(day) || since.equals(day.atStartOfDay(usage.zone()));
        return begun ? 0 : since.getHour() + 1;
    }

    /** How many hours of the day are over. */
    private int hoursOver(LocalDate day, ReportCoverage coverage) {
        return day.isBefore(coverage.today())
                ? 24
                : coverage.lastHour().atZone(usage.zone()).getHour();
    }
}
