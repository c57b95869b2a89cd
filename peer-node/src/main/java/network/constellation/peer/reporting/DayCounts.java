package network.constellation.peer.reporting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import network.constellation.peer.usage.UsageCount;
import network.constellation.peer.usage.UsageDay;
import network.constellation.peer.usage.UsageKind;
import network.constellation.peer.usage.UsagePeople;
import network.constellation.protocol.method.reporting.Figure;
import network.constellation.protocol.method.reporting.FigureValue;

/** Puts one day's figures together; counts behind which too few people stand are withheld. Used by one thread. */
final class DayCounts {
    private static final Map<UsageKind, Figure> FLOWS = Map.of(
            UsageKind.LOGIN, Figure.LOGINS,
            UsageKind.COURSE_VIEW, Figure.COURSE_VIEWS,
            UsageKind.ENROL, Figure.ENROLMENTS,
            UsageKind.UNENROL, Figure.UNENROLMENTS,
            UsageKind.COMPLETE, Figure.COMPLETIONS,
            UsageKind.PUBLISH, Figure.PUBLISHED,
            UsageKind.DEPLOY, Figure.DEPLOYED,
            UsageKind.FILE_DOWNLOAD, Figure.DOWNLOADS);

    private static final Map<UsageKind, Figure> BY_SITE =
            Map.of(UsageKind.ROAM_OUT, Figure.ROAMED_TO, UsageKind.ROAM_IN, Figure.ROAMED_FROM);

    private final long smallest;
    private final List<FigureValue> values = new ArrayList<>();

    DayCounts(long smallest) {
        this.smallest = smallest;
    }

    List<FigureValue> values() {
        return values;
    }

    /** A kind of which nothing happened is counted, and is zero. */
    void flows(Stream<UsageDay> sums) {
        Map<Figure, Long> events = new EnumMap<>(Figure.class);
        Map<Figure, Long> people = new EnumMap<>(Figure.class);
        FLOWS.values().forEach(figure -> events.put(figure, 0L));
        sums.forEach(sum -> {
            Figure flow = FLOWS.get(sum.kind());
            Figure bySite = BY_SITE.get(sum.kind());
            if (flow != null) {
                // One kind may have been counted with several other sites: at least as many people as with one of them.
                events.merge(flow, sum.events(), Long::sum);
                people.merge(flow, sum.people(), Math::max);
            } else if (bySite != null && !sum.peer().isEmpty()) {
                add(bySite, sum.peer(), sum.events(), sum.people());
            }
        });
        events.forEach((figure, count) -> add(figure, "", count, people.getOrDefault(figure, 0L)));
    }

    /**
     * @param first the first hour in which this site kept count
     * @param over hours of the day that are over: the others are not counted yet
     */
    void hours(Stream<UsageCount> counts, int first, int over) {
        Map<Integer, Long> events = new HashMap<>();
        counts.forEach(count -> events.merge(count.hour(), count.events(), Long::sum));
        for (int hour = first; hour < over; hour++) {
            long count = events.getOrDefault(hour, 0L);
            // Behind few events there are few people.
            add(Figure.ACTIVITY, String.valueOf(hour), count, count);
        }
    }

    void people(Stream<UsagePeople> people) {
        UsagePeople all = people.findFirst().orElse(new UsagePeople(java.time.LocalDate.EPOCH, 0, 0));
        add(Figure.ACTIVE_USERS, "", all.own(), all.own());
        add(Figure.VISITORS, "", all.visitors(), all.visitors());
    }

    void withinMonth(long people) {
        add(Figure.ACTIVE_WITHIN_MONTH, "", people, people);
    }

    void stock(Map<Figure, Long> counts) {
        counts.forEach((figure, count) -> values.add(new FigureValue(figure, "", OptionalLong.of(count))));
    }

    private void add(Figure figure, String of, long count, long people) {
        boolean few = people > 0 && people < smallest;
        values.add(new FigureValue(figure, of, few ? OptionalLong.empty() : OptionalLong.of(count)));
    }
}
