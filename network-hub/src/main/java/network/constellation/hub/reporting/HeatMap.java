package network.constellation.hub.reporting;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What happened by weekday and hour, each site's hours in its own time zone. */
public record HeatMap(List<Cell> cells) {
    public HeatMap {
        cells = List.copyOf(cells);
    }

    /** @param count empty: no site has told of this hour */
    public record Cell(DayOfWeek day, int hour, OptionalLong count) {}

    static HeatMap of(List<FiguresStore.HourSum> sums) {
        List<Cell> cells = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            for (int hour = 0; hour < 24; hour++) {
                int wanted = hour;
                Optional<Long> count = sums.stream()
                        .filter(sum -> sum.day().getDayOfWeek() == weekday && sum.hour() == wanted)
                        .filter(sum -> sum.count().isPresent())
                        .map(sum -> sum.count().getAsLong())
                        .reduce(Long::sum);
                cells.add(new Cell(weekday, hour, count.map(OptionalLong::of).orElseGet(OptionalLong::empty)));
            }
        }
        return new HeatMap(cells);
    }

    public OptionalLong count(DayOfWeek day, int hour) {
        return cells.get((day.getValue() - 1) * 24 + hour).count();
    }

    public long largest() {
        return cells.stream()
                .filter(cell -> cell.count().isPresent())
                .mapToLong(cell -> cell.count().getAsLong())
                .max()
                .orElse(0);
    }

    public boolean isEmpty() {
        return largest() == 0;
    }
}
