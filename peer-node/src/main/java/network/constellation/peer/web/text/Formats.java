package network.constellation.peer.web.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Numbers, dates and lengths of time as a reader of one language expects them. */
public record Formats(Locale locale, ZoneId zone) {

    public static Formats of(Locale locale) {
        return new Formats(locale, ZoneOffset.UTC);
    }

    /** Numbers by locale, instants as date and time, all else as it is. */
    public String plain(Object value) {
        if (value instanceof Number number) {
            return number(number);
        }
        return value instanceof Instant instant ? dateTime(instant) : String.valueOf(value);
    }

    public String number(Number number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(number instanceof Double || number instanceof BigDecimal ? 2 : 0);
        return format.format(number);
    }

    public String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    public String dateTime(Instant instant) {
        return date(instant) + ", "
                + DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(zone));
    }

    /** Roughly how long: the key of a plural sentence in the shared bundle ({@code time.minutes}) and its number. */
    public static Rough rough(Duration duration) {
        long seconds = Math.abs(duration.toSeconds());
        if (seconds < 60) {
            return new Rough("time.seconds", seconds);
        }
        if (seconds < 3600) {
            return new Rough("time.minutes", seconds / 60);
        }
        if (seconds < 2 * 86_400) {
            return new Rough("time.hours", seconds / 3600);
        }
        return new Rough("time.days", seconds / 86_400);
    }

    /** A length of time rounded to its largest unit. */
    public record Rough(String key, long count) {}
}
