package network.constellation.hub.reporting;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The hours of a week as a picture, in units of its view box. */
public record HeatPicture(int width, int height, List<Square> squares, List<Label> labels) {
    private static final int LEFT = 44;
    private static final int TOP = 22;
    private static final int SIDE = 28;
    private static final int LEVELS = 5;

    /** @param css {@code heat-none} where nothing is known, else {@code heat-0} to {@code heat-5} */
    public record Square(int x, int y, int side, String css) {}

    public record Label(int x, int y, String anchor, String text) {}

    static HeatPicture of(HeatMap map, Locale locale) {
        List<Square> squares = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        long largest = Math.max(1, map.largest());
        for (HeatMap.Cell cell : map.cells()) {
            int x = LEFT + cell.hour() * SIDE;
            int y = TOP + (cell.day().getValue() - 1) * SIDE;
            squares.add(new Square(x, y, SIDE - 2, css(cell, largest)));
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            labels.add(new Label(
                    LEFT - 6,
                    TOP + (day.getValue() - 1) * SIDE + SIDE / 2 + 4,
                    "end",
                    day.getDisplayName(TextStyle.SHORT, locale)));
        }
        for (int hour = 0; hour < 24; hour += 3) {
            labels.add(new Label(LEFT + hour * SIDE + SIDE / 2, TOP - 7, "middle", String.valueOf(hour)));
        }
        return new HeatPicture(LEFT + 24 * SIDE, TOP + 7 * SIDE, squares, labels);
    }

    private static String css(HeatMap.Cell cell, long largest) {
        if (cell.count().isEmpty()) {
            return "heat-none";
        }
        return "heat-" + (cell.count().getAsLong() * LEVELS + largest - 1) / largest;
    }
}
