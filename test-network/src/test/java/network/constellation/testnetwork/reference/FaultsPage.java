package network.constellation.testnetwork.reference;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads in the sources where faults are made, and from the classes what their constants are. */
final class FaultsPage {
    private static final List<String> MODULES = List.of("protocol", "peer-node", "network-hub");
    private static final Pattern MADE = Pattern.compile("new Fault\\(");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,4}\\b");
    private static final Pattern NAME = Pattern.compile("(?:([A-Z]\\w*)\\.)?([A-Z][A-Z0-9_]*)");

    /** What an enumeration's value says of itself. */
    private static final Pattern OF_CONSTANT = Pattern.compile("([A-Z]\\w*\\.[A-Z][A-Z0-9_]*)\\.(\\w+)\\(\\)");

    /** One fault as one class makes it. */
    private record Row(String room, String text, String word) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return toString().compareTo(other.toString());
        }
    }

    private final Map<Integer, Set<Row>> rows = new TreeMap<>();
    private final List<String> unread = new ArrayList<>();

    static FaultsPage read() throws Exception {
        FaultsPage page = new FaultsPage();
        for (String module : MODULES) {
            Path sources = Pages.root().resolve(module).resolve("src/main/java");
            List<Path> files;
            try (Stream<Path> all = Files.walk(sources)) {
                files = all.filter(file -> file.toString().endsWith(".java")).toList();
            }
            for (Path file : files) {
                page.read(sources, file);
            }
        }
        return page;
    }

    private void read(Path sources, Path file) throws Exception {
        String source = Files.readString(file);
        Matcher made = MADE.matcher(source);
        while (made.find()) {
            List<String> arguments = arguments(source, made.end());
            // What a peer answered is passed on as it came.
            if (!arguments.get(0).endsWith(".code()") && !arguments.get(0).endsWith(".status()")) {
                String name =
                        sources.relativize(file).toString().replace('/', '.').replaceFirst("\\.java$", "");
                Set<Integer> codes = codes(Class.forName(name), source, arguments.get(0));
                if (codes.isEmpty()) {
                    unread.add(name + ": " + arguments.get(0));
                }
                for (int code : codes) {
                    rows.computeIfAbsent(code, any -> new TreeSet<>()).add(row(name, source, code, arguments));
                }
            }
        }
    }

    private static Row row(String name, String source, int code, List<String> arguments) throws Exception {
        Class<?> type = Class.forName(name);
        String room = name.replace("network.constellation.", "");
        if (type.isEnum()) {
            for (Object one : type.getEnumConstants()) {
                if (declared(type, one) == code) {
                    return new Row(room, "enrol_mnet/" + type.getMethod("key").invoke(one), "");
                }
            }
        }
        return new Row(
                room,
                text(type, source, arguments.get(1)),
                arguments.size() < 3 ? "" : text(type, source, arguments.get(2)));
    }

    /** The numbers of an expression: written there, a constant, or those of an enumeration. */
    private static Set<Integer> codes(Class<?> type, String source, String expression) throws Exception {
        Set<Integer> codes = new TreeSet<>();
        NUMBER.matcher(expression).results().forEach(found -> codes.add(Integer.valueOf(found.group())));
        if (codes.isEmpty() && type.isEnum()) {
            for (Object one : type.getEnumConstants()) {
                codes.add(declared(type, one));
            }
        }
        constant(type, source, expression).map(Integer.class::cast).ifPresent(codes::add);
        Matcher enumerated = OF_CONSTANT.matcher(expression);
        if (enumerated.matches()) {
            Object owner = constant(type, source, enumerated.group(1)).orElseThrow();
            codes.add((int) owner.getClass().getMethod(enumerated.group(2)).invoke(owner));
        }
        return codes;
    }

    private static int declared(Class<?> type, Object one) throws Exception {
        return (int) type.getMethod("code").invoke(one);
    }

    /** A constant of the class itself, or of one that it imports or has beside it. */
    private static Optional<Object> constant(Class<?> type, String source, String expression) throws Exception {
        Matcher name = NAME.matcher(expression);
        if (!name.matches()) {
            return Optional.empty();
        }
        Class<?> owner = type;
        if (name.group(1) != null) {
            Matcher imported =
                    Pattern.compile("import ([\\w.]+\\." + name.group(1) + ");").matcher(source);
            owner = Class.forName(imported.find() ? imported.group(1) : type.getPackageName() + "." + name.group(1));
        }
        Field field = owner.getDeclaredField(name.group(2));
        field.setAccessible(true);
        return Optional.ofNullable(field.get(null));
    }

    /** The words of an expression; what only the moment knows is a gap. */
    private static String text(Class<?> type, String source, String expression) throws Exception {
        Optional<Object> constant = constant(type, source, expression);
        if (constant.isPresent()) {
            return constant.get().toString();
        }
        StringBuilder text = new StringBuilder();
        for (String part : split(expression, '+')) {
            boolean words = part.startsWith("\"") && part.endsWith("\"");
            text.append(words ? part.substring(1, part.length() - 1).replace("\\\"", "\"") : "…");
        }
        return text.toString();
    }

    private static List<String> arguments(String source, int start) {
        int depth = 1;
        boolean quoted = false;
        int at = start;
        while (depth > 0) {
            char sign = source.charAt(at++);
            if (sign == '"' && source.charAt(at - 2) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            }
        }
        return split(source.substring(start, at - 1), ',');
    }

    /** At the signs that stand neither in quotes nor in parentheses. */
    private static List<String> split(String text, char sign) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char now = text.charAt(at);
            if (now == '"' && (at == 0 || text.charAt(at - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted) {
                depth += now == '(' ? 1 : now == ')' ? -1 : 0;
                if (now == sign && depth == 0) {
                    parts.add(text.substring(start, at).strip());
                    start = at + 1;
                }
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** Makings whose code could not be read. */
    List<String> unread() {
        return unread;
    }

    Set<Integer> codes() {
        return rows.keySet();
    }

    List<String> lines(Map<Integer, String> meanings) {
        List<String> lines = new ArrayList<>();
        rows.forEach((code, makers) -> makers.forEach(row -> lines.add("| " + code + " | "
                + Pages.cell(meanings.getOrDefault(code, "")) + " | " + Pages.cell(row.text()) + " | "
                + (row.word().isEmpty() || row.word().equals("…") ? "" : "`" + Pages.cell(row.word()) + "`") + " | `"
                + row.room() + "` |")));
        return lines;
    }

    /** Three-digit constants of the classes that declare statuses: the number, and the names it has there. */
    static Map<Integer, Set<String>> statuses(List<String> classes) throws Exception {
        Map<Integer, Set<String>> found = new TreeMap<>();
        for (String name : classes) {
            for (Field field : Class.forName("network.constellation." + name).getDeclaredFields()) {
                field.setAccessible(true);
                if (Modifier.isStatic(field.getModifiers())
                        && field.getType() == int.class
                        && field.getInt(null) >= 100
                        && field.getInt(null) <= 999) {
                    found.computeIfAbsent(field.getInt(null), any -> new TreeSet<>())
                            .add(name + "." + field.getName());
                }
            }
        }
        return found;
    }

    /** The meanings, one a line {@code code sentence}. */
    static Map<Integer, String> meanings(String name) throws IOException {
        Map<Integer, String> meanings = new TreeMap<>();
        try (var stream = FaultsPage.class.getResourceAsStream(name)) {
            for (String line : new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank()) {
                    int gap = line.indexOf(' ');
                    meanings.put(Integer.valueOf(line.substring(0, gap)), line.substring(gap + 1));
                }
            }
        }
        return meanings;
    }
}
