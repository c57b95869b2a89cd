package network.constellation.peer.peers;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A part of each day, UTC; one that ends before it begins reaches over midnight. */
record DayWindow(LocalTime from, LocalTime until) {

    /** @throws IllegalArgumentException when the text is not of the form {@code 02:00-05:00} */
    static DayWindow parse(String text) {
        String[] parts = text.split("-", -1);
        try {
            if (parts.length == 2) {
                return new DayWindow(LocalTime.parse(parts[0].strip()), LocalTime.parse(parts[1].strip()));
            }
        } catch (DateTimeParseException noTime) {
            throw new IllegalArgumentException(wrong(text), noTime);
        }
        throw new IllegalArgumentException(wrong(text));
    }

    boolean contains(Instant at) {
        LocalTime time = at.atOffset(ZoneOffset.UTC).toLocalTime();
        return from.isAfter(until)
                ? !time.isBefore(from) || time.isBefore(until)
                : !time.isBefore(from) && time.isBefore(until);
    }

    private static String wrong(String text) {
        return "The time of day for new keys must look like 02:00-05:00, not \"" + text + "\".";
    }
}
