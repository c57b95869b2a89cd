package network.constellation.peer.accounts;

import java.util.ArrayList;
import java.util.List;

/** RFC 4180 with a comma or a semicolon, whichever the first line has more of (spreadsheets differ by country). */
final class CsvLines {
    private CsvLines() {}

    /** @param number of the line in the file where the record begins, from 1 */
    record Line(int number, List<String> fields) {}

    static List<Line> of(String text) {
        String csv = text.startsWith("\uFEFF") ? text.substring(1) : text;
        char separator = separator(csv);
        List<Line> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int number = 1;
        int begun = 1;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
                if (doubled) {
                    field.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                end(lines, begun, fields, field);
                begun = number + 1;
            } else if (c != '\r') {
                field.append(c);
            }
            if (c == '\n') {
                number++;
            }
        }
        end(lines, begun, fields, field);
        return lines;
    }

    private static void end(List<Line> lines, int number, List<String> fields, StringBuilder field) {
        fields.add(field.toString());
        boolean blank = fields.stream().allMatch(String::isBlank);
        if (!blank) {
            lines.add(new Line(number, List.copyOf(fields)));
        }
        fields.clear();
        field.setLength(0);
    }

    private static char separator(String csv) {
        int end = csv.indexOf('\n');
        String first = end < 0 ? csv : csv.substring(0, end);
        long semicolons = first.chars().filter(c -> c == ';').count();
        return semicolons > first.chars().filter(c -> c == ',').count() ? ';' : ',';
    }
}
