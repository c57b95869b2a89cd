package network.constellation.app.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.usage.PastUsage;
import network.constellation.peer.usage.Usage;
import network.constellation.peer.usage.UsageEvent;
import network.constellation.peer.usage.UsageKind;

/**
 * Some weeks of school life, made up: lessons on weekdays, homework in the evening, quiet weekends, some people at other
 * sites. The same seed at the same time makes the same events; whoever leaves for a site also arrives there.
 */
public final class GeneratedActivity {
    /** Numbers of visitors' accounts begin here, where no real account's number will get. */
    private static final long VISITORS = 1_000_000_000L;

    /** How much happens in each hour of a weekday, per mille of the day. */
    private static final int[] SCHOOL_DAY = {
        2, 1, 0, 0, 0, 2, 10, 35, 95, 110, 105, 90, 40, 60, 100, 95, 65, 40, 30, 40, 40, 25, 10, 5
    };

    private final SplittableRandom random;
    private final Instant now;
    private final List<Shape> sites;
    private final Map<Wwwroot, List<PastUsage>> events = new LinkedHashMap<>();

    /**
     * One site.
     *
     * @param users numbers of the accounts of its own people
     * @param courses numbers of its courses; may be none
     * @param reaches sites where its people go
     */
    public record Shape(Wwwroot site, ZoneId zone, List<Long> users, List<Long> courses, List<Wwwroot> reaches) {
        public Shape {
            users = List.copyOf(users);
            courses = List.copyOf(courses);
            reaches = List.copyOf(reaches);
        }
    }

    private GeneratedActivity(long seed, Instant now, List<Shape> sites) {
        this.random = new SplittableRandom(seed);
        this.now = now;
        this.sites = sites;
    }

    /** The events of each site in the weeks before {@code now}, in no order. */
    public static Map<Wwwroot, List<PastUsage>> of(long seed, Instant now, int weeks, List<Shape> sites) {
        GeneratedActivity made = new GeneratedActivity(seed, now, List.copyOf(sites));
        sites.forEach(site -> made.events.put(site.site(), new ArrayList<>()));
        for (Shape site : sites) {
            LocalDate today = now.atZone(site.zone()).toLocalDate();
            for (LocalDate day = today.minusWeeks(weeks); !day.isAfter(today); day = day.plusDays(1)) {
                made.day(site, day, ChronoUnit.DAYS.between(today.minusWeeks(weeks), day), weeks);
            }
        }
        return made.events;
    }

    /** Gives a site its events, once: one that has kept count for more than a day is left as it is. */
    public static boolean fill(Usage usage, List<PastUsage> past, Instant now) {
        if (usage.since().isBefore(now.minus(Duration.ofDays(1)))) {
            return false;
        }
        usage.recordPast(past);
        return true;
    }

    private void day(Shape site, LocalDate day, long number, int weeks) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        for (long user : site.users()) {
            if (user * 5 % (weeks * 7L) == number) {
                site.courses().stream()
                        .filter(course -> random.nextInt(3) > 0)
                        .forEach(course -> add(
                                site,
                                at(site, day),
                                UsageEvent.of(UsageKind.ENROL).by(user).in(course)));
            }
            // Everybody has a diligence of their own.
            int diligence = 30 + (int) (user * 37 % 60);
            if (random.nextInt(100) < (weekend ? diligence / 5 : diligence)) {
                for (int visit = random.nextInt(1, 4); visit > 0; visit--) {
                    visit(site, user, at(site, day));
                }
            }
        }
        if (!site.courses().isEmpty() && !weekend && random.nextInt(9) == 0) {
            add(site, at(site, day), UsageEvent.of(UsageKind.PUBLISH).in(one(site.courses())));
        }
        if (!site.reaches().isEmpty() && !weekend && random.nextInt(12) == 0) {
            add(site, at(site, day), UsageEvent.of(UsageKind.DEPLOY).with(one(site.reaches())));
        }
    }

    private void visit(Shape site, long user, Instant begin) {
        add(site, begin, UsageEvent.of(UsageKind.LOGIN).by(user));
        Instant time = begin;
        if (!site.courses().isEmpty()) {
            long course = one(site.courses());
            for (int page = random.nextInt(6); page > 0; page--) {
                time = time.plusSeconds(random.nextInt(20, 400));
                add(site, time, UsageEvent.of(UsageKind.COURSE_VIEW).by(user).in(course));
                if (random.nextInt(6) == 0) {
                    add(
                            site,
                            time,
                            UsageEvent.of(UsageKind.FILE_DOWNLOAD).by(user).in(course));
                }
                if (random.nextInt(9) == 0) {
                    add(site, time, UsageEvent.of(UsageKind.COMPLETE).by(user).in(course));
                }
            }
        }
        if (!site.reaches().isEmpty() && random.nextInt(7) == 0) {
            Wwwroot other = one(site.reaches());
            Instant leaves = time.plusSeconds(random.nextInt(5, 60));
            add(site, leaves, UsageEvent.of(UsageKind.ROAM_OUT).by(user).with(other));
            sites.stream()
                    .filter(shape -> shape.site().equals(other))
                    .forEach(shape -> arrive(shape, site, user, leaves));
        }
    }

    private void arrive(Shape there, Shape home, long user, Instant time) {
        long visitor = VISITORS + sites.indexOf(home) * 1_000_000L + user;
        add(
                there,
                time.plusSeconds(1),
                UsageEvent.of(UsageKind.ROAM_IN).by(visitor).with(home.site()));
        if (!there.courses().isEmpty()) {
            add(
                    there,
                    time.plusSeconds(30),
                    UsageEvent.of(UsageKind.COURSE_VIEW).by(visitor).in(one(there.courses())));
        }
    }

    /** A time of that day, by how much happens at which hour. */
    private Instant at(Shape site, LocalDate day) {
        int lot = random.nextInt(1000);
        int hour = 0;
        while (hour < 23 && lot >= SCHOOL_DAY[hour]) {
            lot -= SCHOOL_DAY[hour];
            hour++;
        }
        return day.atStartOfDay(site.zone())
                .plusHours(hour)
                .plusSeconds(random.nextInt(3600))
                .toInstant();
    }

    /** What would be in the future has not happened. */
    private void add(Shape site, Instant time, UsageEvent event) {
        if (!time.isAfter(now)) {
            events.getOrDefault(site.site(), new ArrayList<>()).add(new PastUsage(time, event));
        }
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
