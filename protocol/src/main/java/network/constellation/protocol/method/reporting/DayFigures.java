package network.constellation.protocol.method.reporting;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.SignaturePrefix;

/**
 * The figures of one day of a site's own calendar.
 *
 * @param whole the day is over and the site kept count from its first minute to its last
 * @param values in the order of figure and what it is told apart by; a figure that the site does not count is not there
 */
public record DayFigures(LocalDate day, boolean whole, List<FigureValue> values) {
    public DayFigures {
        values = values.stream()
                .sorted(Comparator.comparing(FigureValue::figure).thenComparing(FigureValue::of))
                .toList();
    }

    /** What the site signs: the one byte form of these figures, of this site, in this time zone. */
    public byte[] signed(Wwwroot site, String timeZone) {
        List<byte[]> lines = new ArrayList<>();
        for (FigureValue value : values) {
            String count =
                    value.count().isPresent() ? Long.toString(value.count().getAsLong()) : "withheld";
            lines.add((value.figure().label() + "\t" + value.of() + "\t" + count).getBytes(StandardCharsets.UTF_8));
        }
        return new FieldWriter(SignaturePrefix.DAY_FIGURES.text())
                .add(site.value())
                .add(day.toString())
                .add(timeZone)
                .add(whole ? "whole" : "part")
                .addAll(lines)
                .bytes();
    }
}
