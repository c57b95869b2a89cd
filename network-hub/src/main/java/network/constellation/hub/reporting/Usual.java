package network.constellation.hub.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.constellation.protocol.method.reporting.Figure;

/** Today against what is usual on this weekday: whether the network is alive as ever. */
@Singleton
public final class Usual {
    private static final List<Figure> SHOWN = List.of(Figure.LOGINS, Figure.ROAMED_TO, Figure.ENROLMENTS);
    private static final int WEEKS = 4;
    private static final int DAYS = 7;

    private final NetworkReports reports;

    @Inject
    Usual(NetworkReports reports) {
        this.reports = reports;
    }

    /** Sign-ins, roaming and enrolments of all sites. */
    public List<TodayFigure> today() {
        LocalDate today = reports.today();
        Map<Figure, Total> now = totals(today);
        List<Map<Figure, Total>> before = new ArrayList<>();
        for (int week = 1; week <= WEEKS; week++) {
            before.add(totals(today.minusDays((long) week * DAYS)));
        }
        return SHOWN.stream()
                .map(figure -> new TodayFigure(figure, value(now, figure), mean(before, figure)))
                .toList();
    }

    private Map<Figure, Total> totals(LocalDate day) {
        return reports.of(new Period(day, day), Optional.empty()).totals().stream()
                .collect(Collectors.toMap(Total::figure, Function.identity()));
    }

    private static Optional<Number> value(Map<Figure, Total> totals, Figure figure) {
        return Optional.ofNullable(totals.get(figure)).flatMap(Total::value);
    }

    private static Optional<Double> mean(List<Map<Figure, Total>> days, Figure figure) {
        OptionalDouble mean = days.stream()
                .flatMap(day -> value(day, figure).stream())
                .mapToDouble(Number::doubleValue)
                .average();
        return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
    }
}
