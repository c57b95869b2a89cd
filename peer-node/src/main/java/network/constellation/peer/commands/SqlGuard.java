package network.constellation.peer.commands;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets one SELECT through, made only of words that are listed: the tables that may be read, their columns, some keywords
 * and functions, and names given by AS. No quotes around names, no comments, no second statement. What it answers is run
 * as a reader who may read the views and nothing else; this is the first of the two locks.
 */
final class SqlGuard {
    private static final int LONGEST = 5_000;

    /** The originals' table to our view; with {@code mdl_} or in braces too. */
    private static final Map<String, String> TABLES = Map.of(
            "user", "reading_users",
            "course", "reading_courses",
            "course_categories", "reading_course_categories",
            "role", "reading_roles",
            "role_assignments", "reading_role_assignments",
            "role_capabilities", "reading_role_capabilities",
            "config", "reading_config",
            "plugins", "reading_plugins");

    private static final Set<String> COLUMNS = words("id username auth home suspended deleted timecreated timemodified"
            + " lastlogin shortname fullname idnumber visible category sortorder startdate enddate name parent archetype"
            + " userid roleid contextlevel instanceid capability permission plugin plugintype state content");
    private static final Set<String> KEYWORDS = words("select distinct from where and or not in is null like between"
            + " group by having order asc desc limit offset as on join inner left right outer case when then else end"
            + " true false union all exists");
    private static final Set<String> FUNCTIONS =
            words("count sum min max avg lower upper length coalesce abs round trim");

    private static final Pattern TOKEN = Pattern.compile("\\s+"
            + "|(?<text>'(?:[^']|'')*')"
            + "|(?<table>\\{[a-z_]+})"
            + "|(?<place>:[a-z][a-z0-9_]*)"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<number>[0-9]+(?:\\.[0-9]+)?)"
            + "|(?<sign><>|!=|<=|>=|\\|\\||[-+*/%=<>(),.])");

    private SqlGuard() {}

    /** The names that a query may use for tables, for a sentence. */
    static String tables() {
        return String.join(", ", TABLES.keySet().stream().sorted().toList());
    }

    /** The views that are read. */
    static List<String> views() {
        return TABLES.values().stream().sorted().toList();
    }

    /**
     * @return the same query over the views
     * @throws CommandRefused for anything else
     */
    static String check(String given) {
        String query = given.strip();
        if (query.endsWith(";")) {
            query = query.substring(0, query.length() - 1).strip();
        }
        if (query.isEmpty() || query.length() > LONGEST) {
            throw refused("A query has 1 to " + LONGEST + " characters.");
        }
        List<String> tokens = tokens(query);
        if (!tokens.get(0).equals("select")) {
            throw refused("Only one SELECT is run here; this begins with " + tokens.get(0) + ".");
        }
        return rewritten(tokens);
    }

    /** Words in small letters, everything else as it stands. */
    private static List<String> tokens(String query) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(query);
        int at = 0;
        while (at < query.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw refused("The sign " + query.charAt(at) + " at place " + (at + 1) + " is not understood here.");
            }
            at = matcher.end();
            if (!matcher.group().isBlank()) {
                tokens.add(
                        matcher.group("word") == null
                                ? matcher.group()
                                : matcher.group().toLowerCase(Locale.ROOT));
            }
            if (matcher.group().equals("-") && query.startsWith("-", at)
                    || matcher.group().equals("/") && query.startsWith("*", at)) {
                throw refused("A query holds no comments.");
            }
        }
        return tokens;
    }

    private static String rewritten(List<String> tokens) {
        Set<String> names = new HashSet<>();
        for (int i = 1; i < tokens.size(); i++) {
            boolean afterTable = i > 1 && Set.of("from", "join").contains(tokens.get(i - 2));
            boolean given = tokens.get(i - 1).equals("as") || afterTable;
            if (given && tokens.get(i).matches("[a-z_][a-z0-9_]*") && !KEYWORDS.contains(tokens.get(i))) {
                names.add(tokens.get(i));
            }
        }
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            boolean table = i > 0 && Set.of("from", "join").contains(tokens.get(i - 1));
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
            query.append(table && !tokens.get(i).equals("(") ? view(tokens.get(i)) : word(tokens.get(i), called, names))
                    .append(' ');
            if (tokens.get(i).equals(",") && inFrom(tokens, i)) {
                throw refused("Tables are joined by JOIN, not by a comma.");
            }
        }
        return query.toString().strip();
    }

    /** Whether a comma stands between tables: the nearest clause before it, on its level, is FROM. */
    private static boolean inFrom(List<String> tokens, int comma) {
        int depth = 0;
        for (int i = comma - 1; i >= 0; i--) {
            String token = tokens.get(i);
            depth += token.equals(")") ? 1 : token.equals("(") ? -1 : 0;
            if (depth < 0) {
                return false;
            }
            if (depth == 0 && Set.of("select", "where", "by", "having", "on").contains(token)) {
                return false;
            }
            if (depth == 0 && token.equals("from")) {
                return true;
            }
        }
        return false;
    }

    private static String view(String token) {
        String name = token.replaceAll("[{}]", "").replaceFirst("^mdl_", "");
        String view = TABLES.get(name);
        if (view == null) {
            throw refused("The table " + token + " is not read from outside. These are: " + tables() + ".");
        }
        return view;
    }

    private static String word(String token, boolean called, Set<String> names) {
        if (!token.matches("[a-z_{].*")) {
            return token;
        }
        boolean keyword = KEYWORDS.contains(token);
        if (called && !keyword && !FUNCTIONS.contains(token)) {
            throw refused("The function " + token + " is not run here.");
        }
        if (!keyword && !called && !COLUMNS.contains(token) && !names.contains(token)) {
            throw refused("\"" + token + "\" is no column that is read from outside; other names are given by AS.");
        }
        return token;
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    private static CommandRefused refused(String sentence) {
        return new CommandRefused(CommandRefused.DATA, "sql", sentence);
    }
}
