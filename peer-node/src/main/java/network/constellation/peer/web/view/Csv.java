package network.constellation.peer.web.view;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A table as a file that spreadsheets open: UTF-8 with its mark, RFC 4180, nothing that becomes a formula. */
public final class Csv {
    private Csv() {}

    /** The bytes of the file, in the words of {@code page}'s room and language. */
    public static byte[] of(Table table, Page page) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        csv.append(line(
                table.columns().stream().map(column -> page.t(column.label())).toList()));
        for (List<Cell> row : table.rows()) {
            csv.append(line(row.stream().map(cell -> text(cell, page)).toList()));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String quoted(String field) {
        boolean formula = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 && !field.matches("-?[0-9.,]+");
        String safe = formula ? "'" + field : field;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static String text(Cell cell, Page page) {
        if (cell instanceof Cell.Words words) {
            return words.text();
        } else if (cell instanceof Cell.Link link) {
            return link.text();
        } else if (cell instanceof Cell.Said said) {
            return page.text(said.message());
        } else if (cell instanceof Cell.Mark mark) {
            return page.ui().word(mark.badge());
        } else if (cell instanceof Cell.Figure figure) {
            return String.valueOf(figure.number());
        } else if (cell instanceof Cell.Code code) {
            return code.text();
        } else if (cell instanceof Cell.Prose prose) {
            return prose.text();
        } else if (cell instanceof Cell.Moment moment) {
            return moment.instant().toString();
        } else if (cell instanceof Cell.Time time && time.instant() != null) {
            return time.instant().toString();
        }
        return "";
    }
}
