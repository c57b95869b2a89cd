package network.constellation.hub.reporting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days of a report, both included; each site's own calendar gives them their midnight. */
public record Period(LocalDate from, LocalDate to) {
    /** Two years and a day, which is more than is kept of any site at first. */
    static final int MOST_DAYS = 731;

    public Period {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new IllegalArgumentException(
                    "A report goes from a day to a later one, over at most " + MOST_DAYS + " days.");
        }
    }

    /** As many days as asked, the last of them today. */
    public static Period last(int days, LocalDate today) {
        return new Period(today.minusDays(days - 1L), today);
    }

    /**
     * From two texts; an empty one means the four weeks until {@code to}, or until today.
     *
     * @throws IllegalArgumentException with one sentence, when a text is no day or the days are in the wrong order
     */
    public static Period of(String from, String to, LocalDate today) {
        LocalDate last = to.isBlank() ? today : day(to);
        LocalDate first = from.isBlank() ? last.minusDays(27) : day(from);
        return new Period(first, last);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("A day is written like 2026-11-21, not \"" + text + "\".");
        }
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }
}
