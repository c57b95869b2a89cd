package network.constellation.hub.reporting;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.protocol.method.reporting.Figure;

/** The figures of one site over a period, each with how much of the truth it is. */
final class SiteAmounts {
    private final Period period;
    private final int wanted;
    private final FiguresStore.Days days;

    /** @param wanted days of the period that are over */
    SiteAmounts(Period period, int wanted, FiguresStore.Days days) {
        this.period = period;
        this.wanted = wanted;
        this.days = days;
    }

    /** Nothing at all when no day is kept. */
    Map<Figure, Amount> of(List<FiguresStore.Sum> sums, List<FiguresStore.Last> stocks) {
        Map<Figure, Amount> amounts = new EnumMap<>(Figure.class);
        if (days.any() == 0) {
            return amounts;
        }
        for (Figure figure : Figure.values()) {
            List<FiguresStore.Sum> of =
                    sums.stream().filter(sum -> sum.figure() == figure).toList();
            if (figure.key() == Figure.Key.SITE) {
                amounts.put(figure, bySite(figure, of));
            } else if (!of.isEmpty()) {
                amounts.put(figure, added(figure, of.get(0)));
            }
        }
        stocks.forEach(last -> amounts.put(last.figure(), stock(last)));
        return amounts;
    }

    /** A day without a row for a site is a day on which nobody went there. */
    private Amount bySite(Figure figure, List<FiguresStore.Sum> sums) {
        long sum = sums.stream().mapToLong(FiguresStore.Sum::sum).sum();
        boolean withheld = sums.stream().anyMatch(one -> one.withheld() > 0);
        boolean counted = sums.isEmpty() || sums.stream().anyMatch(one -> one.counted() > 0);
        return amount(figure, counted, sum, withheld, days.whole() >= wanted);
    }

    private Amount added(Figure figure, FiguresStore.Sum sum) {
        double value = figure.sort() == Figure.Sort.PEOPLE ? sum.mean() : sum.sum();
        // A mean of only those days on which there were many would say something else.
        boolean counted = sum.counted() > 0 && (figure.sort() != Figure.Sort.PEOPLE || sum.withheld() == 0);
        return amount(figure, counted, value, sum.withheld() > 0, sum.days() >= wanted);
    }

    private static Amount amount(Figure figure, boolean counted, double value, boolean withheld, boolean complete) {
        Optional<Number> number = counted ? Optional.of(number(figure, value)) : Optional.empty();
        Amount.Standing otherwise = complete ? Amount.Standing.COMPLETE : Amount.Standing.PARTIAL;
        return new Amount(number, withheld ? Amount.Standing.WITHHELD : otherwise);
    }

    private Amount stock(FiguresStore.Last last) {
        if (last.count().isEmpty()) {
            return new Amount(Optional.empty(), Amount.Standing.WITHHELD);
        }
        LocalDate lastWanted = period.from().plusDays(Math.max(0, wanted - 1));
        return new Amount(
                Optional.of(last.count().getAsLong()),
                last.day().isBefore(lastWanted) ? Amount.Standing.PARTIAL : Amount.Standing.COMPLETE);
    }

    /** Means have one decimal, everything else is whole. */
    static Number number(Figure figure, double value) {
        double tenths = Math.round(value * 10) / 10.0;
        boolean whole = figure.sort() != Figure.Sort.PEOPLE || tenths == Math.rint(tenths);
        return whole ? (Number) Math.round(value) : (Number) tenths;
    }
}
