package network.constellation.hub.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.reporting.Figure;
import org.jspecify.annotations.Nullable;

/** Puts the kept days of all sites together for a period. Asks nobody: what is not kept is missing. */
@Singleton
public final class NetworkReports {
    /** A site that was not heard for longer than this is shown as stale. */
    static final Duration FRESH = Duration.ofHours(3);

    private final Registry registry;
    private final ShardStore shards;
    private final FiguresStore figures;
    private final Clock clock;

    @Inject
    NetworkReports(Registry registry, ShardStore shards, FiguresStore figures, Clock clock) {
        this.registry = registry;
        this.shards = shards;
        this.figures = figures;
        this.clock = clock;
    }

    /** Today, in the hub's own calendar, by which periods are offered. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    /** @param scope only this site; empty: all sites */
    public NetworkReport of(Period period, Optional<Wwwroot> scope) {
        Instant now = clock.instant();
        List<FiguresStore.Sum> sums = figures.sums(period, scope);
        List<SiteLine> lines = lines(period, scope, now, sums);
        List<Total> totals = Arrays.stream(Figure.values())
                .filter(figure -> figure.key() != Figure.Key.HOUR)
                .map(figure -> total(figure, lines))
                .toList();
        return new NetworkReport(
                period, now, lines, totals, Flows.of(sums, lines, names()), HeatMap.of(figures.hours(period, scope)));
    }

    private Map<String, String> names() {
        return registry.members().stream()
                .collect(Collectors.toMap(member -> member.wwwroot().value(), Member::name));
    }

    private List<SiteLine> lines(Period period, Optional<Wwwroot> scope, Instant now, List<FiguresStore.Sum> sums) {
        Map<Wwwroot, Collected> collected = shards.sites();
        Map<String, FiguresStore.Days> days = figures.days(period, scope);
        Map<String, List<FiguresStore.Sum>> sumsOf =
                sums.stream().collect(Collectors.groupingBy(FiguresStore.Sum::site));
        Map<String, List<FiguresStore.Last>> stocksOf =
                figures.stocks(period, scope).stream().collect(Collectors.groupingBy(FiguresStore.Last::site));
        List<SiteLine> lines = new ArrayList<>();
        for (Member member : registry.members()) {
            String address = member.wwwroot().value();
            FiguresStore.@Nullable Days kept = days.get(address);
            boolean gone = member.state() == Member.State.REMOVED && kept == null;
            if (gone || scope.filter(site -> !site.equals(member.wwwroot())).isPresent()) {
                continue;
            }
            Collected state = collected.getOrDefault(
                    member.wwwroot(), new Collected(member.wwwroot(), null, null, now, Problem.NOT_ASKED, ""));
            int wanted = wanted(period, SiteLine.today(state, now));
            SiteAmounts amounts = new SiteAmounts(period, wanted, kept == null ? new FiguresStore.Days(0, 0) : kept);
            lines.add(new SiteLine(
                    member.wwwroot(),
                    member.name(),
                    member.state(),
                    state,
                    wanted,
                    kept == null ? 0 : kept.whole(),
                    stale(state, now),
                    amounts.of(sumsOf.getOrDefault(address, List.of()), stocksOf.getOrDefault(address, List.of()))));
        }
        lines.sort(Comparator.comparing(SiteLine::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(SiteLine::site));
        return lines;
    }

    /** Days of the period that are over. */
    private static int wanted(Period period, LocalDate today) {
        LocalDate last = period.to().isBefore(today) ? period.to() : today.minusDays(1);
        return last.isBefore(period.from()) ? 0 : new Period(period.from(), last).days();
    }

    private static boolean stale(Collected state, Instant now) {
        return state.problem() != Problem.NONE
                || state.collectedAt() == null
                || state.collectedAt().isBefore(now.minus(FRESH));
    }

    private static Total total(Figure figure, List<SiteLine> lines) {
        Map<Amount.Standing, Integer> standings = new EnumMap<>(Amount.Standing.class);
        List<String> incomplete = new ArrayList<>();
        double sum = 0;
        boolean any = false;
        for (SiteLine line : lines) {
            Amount amount = line.figure(figure);
            standings.merge(amount.standing(), 1, Integer::sum);
            if (amount.value().isPresent()) {
                sum += amount.value().get().doubleValue();
                any = true;
            }
            if (amount.standing() != Amount.Standing.COMPLETE) {
                incomplete.add(line.name());
            }
        }
        return new Total(
                figure,
                any ? Optional.of(SiteAmounts.number(figure, sum)) : Optional.empty(),
                standings.containsKey(Amount.Standing.WITHHELD),
                standings.getOrDefault(Amount.Standing.COMPLETE, 0),
                lines.size(),
                incomplete);
    }
}
