package network.constellation.peer.usage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.OptionalLong;
import network.constellation.peer.tenant.TenantListener;
import org.jdbi.v3.core.Handle;

/**
 * Counts what happens at this site. Telling of an event is one insert; the sums are made of the events by
 * {@link UsageUpkeep} and before they are read, so both always agree. Days and hours are those of {@link #zone}.
 */
@Singleton
public final class Usage implements TenantListener {
    private final UsageStore store;
    private final UsageConfig config;
    private final Clock clock;

    @Inject
    Usage(UsageStore store, UsageConfig config, Clock clock) {
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** Durable when this returns. */
    public void record(UsageEvent event) {
        store.insert(row(clock.instant(), event));
    }

    /** Within a transaction of the tenant's database: counted if and only if that commits. */
    public void record(Handle transaction, UsageEvent event) {
        store.insert(transaction, row(clock.instant(), event));
    }

    /**
     * Takes events of former times, in one transaction; from the day of the first one on this site counts as having
     * kept count.
     *
     * @throws IllegalArgumentException when one is in the future, or older than events are kept
     */
    public void recordPast(List<PastUsage> events) {
        Instant now = clock.instant();
        LocalDate oldest = oldestKept(now);
        Instant since = now;
        for (PastUsage past : events) {
            LocalDate day = past.happened().atZone(zone()).toLocalDate();
            if (past.happened().isAfter(now) || day.isBefore(oldest)) {
                throw new IllegalArgumentException(
                        "Events can be taken from " + oldest + " until now, not from " + past.happened() + ".");
            }
            Instant begin = day.atStartOfDay(zone()).toInstant();
            since = begin.isBefore(since) ? begin : since;
        }
        store.insertAll(
                events.stream().map(past -> row(past.happened(), past.event())).toList(), since);
    }

    /** From when on events are counted here. */
    public Instant since() {
        return store.since().orElseGet(clock::instant);
    }

    /** The time zone of this site's days and hours. */
    public ZoneId zone() {
        return config.zone();
    }

    public LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    /** Hour by hour, both days included. */
    public List<UsageCount> hours(LocalDate from, LocalDate to) {
        sum();
        return store.hours(from, to);
    }

    /** Day by day, both days included; a day without events of a kind has no row for it. */
    public List<UsageDay> days(LocalDate from, LocalDate to) {
        sum();
        return store.days(from, to);
    }

    /** Different people of each day on which anybody did anything. */
    public List<UsagePeople> people(LocalDate from, LocalDate to) {
        sum();
        return store.peopleByDay(from, to);
    }

    /**
     * Different people of our own in the days that end with {@code day}.
     *
     * @return empty when the events of these days are not all kept any more, or were not yet
     */
    public OptionalLong peopleWithin(int days, LocalDate day) {
        LocalDate from = day.minusDays(days - 1L);
        boolean counted = !from.atStartOfDay(zone()).toInstant().isBefore(since());
        boolean kept = !from.isBefore(oldestKept(clock.instant()));
        return counted && kept ? OptionalLong.of(store.people(from, day)) : OptionalLong.empty();
    }

    /** Brings the sums of all days with new events up to date; may be repeated and cut off. */
    void sum() {
        store.unsummed().forEach(store::sum);
    }

    /** Forgets single events that are older than events are kept; their sums stay. */
    int forget() {
        return store.forgetBefore(oldestKept(clock.instant()));
    }

    @Override
    public void opened() {
        store.beginsAt(clock.instant());
    }

    private LocalDate oldestKept(Instant now) {
        return now.minus(config.keepEvents()).atZone(zone()).toLocalDate();
    }

    private UsageStore.Row row(Instant happened, UsageEvent event) {
        ZonedDateTime here = happened.atZone(zone());
        return new UsageStore.Row(happened, here.toLocalDate(), here.getHour(), event);
    }
}
