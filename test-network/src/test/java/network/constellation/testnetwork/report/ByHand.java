package network.constellation.testnetwork.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.testnetwork.TestSite;
import org.jdbi.v3.core.Jdbi;

/** The figures of a site calculated from its single events, in another way than the site does: by instants, not by days. */
final class ByHand {
    /** Generated visitors have numbers from here on. */
    private static final long VISITORS = 1_000_000_000L;

    private final List<Event> events;
    private final ZoneId zone;
    private final LocalDate from;
    private final LocalDate to;

    private record Event(Instant happened, String kind, long user, String peer) {}

    ByHand(TestSite site, ZoneId zone, LocalDate from, LocalDate to) {
        this.zone = zone;
        this.from = from;
        this.to = to;
        Instant begin = from.atStartOfDay(zone).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
        events = site.get(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "select happened, kind, coalesce(user_id, 0) as u, coalesce(peer, '') as p from usage_event"
                                        + " where happened >= :begin and happened < :end")
                        .bind("begin", begin.atOffset(ZoneOffset.UTC))
                        .bind("end", end.atOffset(ZoneOffset.UTC))
                        .map((row, context) -> new Event(
                                row.getObject("happened", OffsetDateTime.class).toInstant(),
                                row.getString("kind"),
                                row.getLong("u"),
                                row.getString("p")))
                        .list());
    }

    long events(String kind) {
        return events.stream().filter(event -> event.kind().equals(kind)).count();
    }

    long arrivals(String kind, TestSite peer) {
        return events.stream()
                .filter(event -> event.kind().equals(kind)
                        && event.peer().equals(peer.wwwroot().value()))
                .count();
    }

    /** Different own people of each day, the mean over all days, with one decimal. */
    double activePeople() {
        Map<LocalDate, Set<Long>> people = new HashMap<>();
        events.stream()
                .filter(event -> event.user() > 0 && event.user() < VISITORS)
                .forEach(event -> people.computeIfAbsent(
                                event.happened().atZone(zone).toLocalDate(), day -> new HashSet<>())
                        .add(event.user()));
        long all = people.values().stream().mapToLong(Set::size).sum();
        return Math.round(10.0 * all / from.datesUntil(to.plusDays(1)).count()) / 10.0;
    }

    long events(DayOfWeek day, int hour) {
        return events.stream()
                .map(event -> event.happened().atZone(zone))
                .filter(time -> time.getDayOfWeek() == day && time.getHour() == hour)
                .count();
    }
}
