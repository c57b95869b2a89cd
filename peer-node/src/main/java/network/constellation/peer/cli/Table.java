package network.constellation.peer.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** An aligned table of text. Not thread-safe; filled, then printed once. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** As many cells as there are headings. */
    public Table row(Object... cells) {
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(printable(String.valueOf(cell)));
        }
        rows.add(row);
        return this;
    }

    /** @param whenEmpty printed instead of a table without rows: what the place is for and the first step */
    public void print(PrintStream out, String whenEmpty) {
        if (rows.size() == 1) {
            out.println(whenEmpty);
            return;
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() && i < widths.length; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" "
                            .repeat(widths[i]
                                    - row.get(i).codePointCount(0, row.get(i).length())
                                    + 2));
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Names come from other sites: nothing in them may move the cursor or forge a line. */
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
