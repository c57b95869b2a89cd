package network.constellation.testnetwork.authority;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Parameter;

/**
 * Arguments that a declared method accepts, found by asking its own codec: what the codec misses is added, what it finds of
 * a wrong kind is replaced, until it reads them. So a new method is attacked without anybody thinking of it.
 */
final class Samples {
    private static final int MOST_TRIES = 200;
    private static final Pattern ARGUMENT = Pattern.compile("argument (\\d+) \\(([^)]*)\\)(?:: (.*)| is missing)");
    private static final Pattern MEMBER = Pattern.compile("the member ([A-Za-z0-9_]+)(?:: (.*)| is missing)");

    /** What is tried in turn where a text must be something special. */
    private static final List<String> TEXTS = List.of(
            "2026-11-21",
            "1",
            "config-set",
            "0".repeat(64),
            "2026-11-21T08:00:00Z",
            "constellation",
            "[]",
            "{}",
            "AAAA",
            "publish",
            "deploy",
            "read");

    private final Map<String, Value> known;

    /** @param known what a parameter or member of this name is given, whatever method it belongs to */
    Samples(Map<String, Value> known) {
        this.known = Map.copyOf(known);
    }

    /** Every name under which somebody could be claimed: the hub, its administrator, the victim's, another peer's user. */
    static Samples claiming(String hubRoot) {
        Map<String, Value> forged = new LinkedHashMap<>();
        for (String name : List.of(
                "wwwroot",
                "platformroot",
                "whereroot",
                "remotehostroot",
                "remoteuserhostroot",
                "home",
                "host",
                "hub",
                "site",
                "userhost",
                "callerwwwroot",
                "catalog")) {
            forged.put(name, Value.of(hubRoot));
        }
        for (String name : List.of("username", "user", "actor", "by", "searcher", "onbehalf", "uid")) {
            forged.put(name, Value.of("claire"));
        }
        forged.put("shortname", Value.of("student"));
        forged.put("useragent", Value.of("0".repeat(40)));
        forged.put("token", Value.of("0".repeat(40)));
        forged.put("courseid", Value.of(1));
        forged.put("subnetwork", Value.of(1));
        forged.put("permission", Value.of(1));
        forged.put("command", Value.of("select id from {user}"));
        forged.put("table", Value.of("config"));
        forged.put("content", Value.of("W10="));
        forged.put("configkey", Value.of("fullname"));
        forged.put("key", Value.of("fullname"));
        forged.put("select", Value.of(""));
        forged.put("multiple", Value.of(false));
        forged.put("params", new Value.Struct(Map.of()));
        forged.put("plugintype", Value.of("mod"));
        forged.put("plugininfos", new Value.Struct(Map.of("quiz", Value.of(0))));
        forged.put("rolecapabilities", new Value.Struct(Map.of("moodle/course:delete", Value.of(1))));
        return new Samples(forged);
    }

    /** @throws AssertionError for a method whose arguments cannot be found */
    List<Value> of(NetworkMethod<?, ?> method) {
        List<Value> values = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            values.add(first(parameter.name(), parameter.type()));
        }
        Map<String, Integer> tried = new LinkedHashMap<>();
        String last = "";
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                method.arguments().decode(values);
                return values;
            } catch (RuntimeException wrong) {
                last = String.valueOf(wrong.getMessage());
                repair(values, last, tried);
            }
        }
        throw new AssertionError("No arguments of " + method.name() + " could be derived: " + last);
    }

    private Value first(String name, String type) {
        if (known.containsKey(name)) {
            return known.get(name);
        }
        return switch (type) {
            case "int" -> Value.of(1);
            case "double" -> Value.of(1.0);
            case "boolean" -> Value.of(true);
            case "array" -> Value.array(List.of());
            case "struct" -> new Value.Struct(known);
            default -> Value.of("claire");
        };
    }

    private void repair(List<Value> values, String message, Map<String, Integer> tried) {
        Matcher argument = ARGUMENT.matcher(message);
        if (!argument.matches()) {
            int turn = tried.merge(message, 1, Integer::sum);
            rotateAll(values, turn);
            return;
        }
        int at = Integer.parseInt(argument.group(1)) - 1;
        while (values.size() <= at) {
            values.add(Value.of("claire"));
        }
        if (argument.group(3) != null) {
            values.set(at, repaired(values.get(at), argument.group(2), argument.group(3), message, tried));
        }
    }

    private Value repaired(Value value, String name, String wrong, String message, Map<String, Integer> tried) {
        Matcher member = MEMBER.matcher(wrong);
        if (member.matches()) {
            Map<String, Value> members =
                    new LinkedHashMap<>(value instanceof Value.Struct struct ? struct.members() : known);
            String inner = member.group(1);
            members.put(
                    inner,
                    member.group(2) == null
                            ? known.getOrDefault(inner, Value.of("claire"))
                            : repaired(
                                    members.getOrDefault(inner, Value.of("")), inner, member.group(2), message, tried));
            return new Value.Struct(members);
        }
        if (wrong.endsWith("where a struct is needed")) {
            return value instanceof Value.Arr ? Value.array(List.of(new Value.Struct(known))) : new Value.Struct(known);
        } else if (wrong.endsWith("where a list is needed")) {
            return Value.array(List.of());
        } else if (wrong.endsWith("where a whole number is needed")) {
            return Value.of(1);
        } else if (wrong.endsWith("where a boolean is needed")) {
            return Value.of(true);
        }
        int turn = tried.merge(message.substring(0, message.indexOf(wrong)), 1, Integer::sum);
        Value text = Value.of(TEXTS.get(turn % TEXTS.size()));
        return value instanceof Value.Struct struct ? rotated(struct, text) : text;
    }

    /** What the record as a whole refuses lies in one of the texts that were added to it. */
    private Value rotated(Value.Struct struct, Value text) {
        Map<String, Value> members = new LinkedHashMap<>(struct.members());
        members.replaceAll((name, value) -> value instanceof Value.Str && !known.containsKey(name) ? text : value);
        return new Value.Struct(members);
    }

    /** Nothing says which argument it is: every text is tried as something else. */
    private static void rotateAll(List<Value> values, int turn) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Value.Str) {
                values.set(i, Value.of(TEXTS.get(turn % TEXTS.size())));
            }
        }
    }

    /** The same arguments made bad in five ways. */
    static Map<String, List<Value>> ways(List<Value> aimed) {
        Map<String, List<Value>> ways = new LinkedHashMap<>();
        ways.put("aimed", aimed);
        ways.put("nothing", List.of());
        ways.put("empty", aimed.stream().map(Samples::empty).toList());
        ways.put("other kinds", aimed.stream().map(Samples::other).toList());
        ways.put("too long", aimed.stream().map(Samples::tooLong).toList());
        List<Value> more = new ArrayList<>(aimed);
        more.addAll(List.of(new Value.Nil(), Value.of(-1), Value.of("claire"), Value.array(List.of(Value.of("x")))));
        ways.put("more", more);
        return ways;
    }

    private static Value empty(Value value) {
        return value instanceof Value.Str
                ? Value.of("")
                : value instanceof Value.Int
                        ? Value.of(0)
                        : value instanceof Value.Bool
                                ? Value.of(false)
                                : value instanceof Value.Struct ? new Value.Struct(Map.of()) : Value.array(List.of());
    }

    private static Value other(Value value) {
        return value instanceof Value.Str
                ? new Value.Struct(Map.of("x", new Value.Nil()))
                : Value.of("';drop table platform_user;--%_*\u0007");
    }

    private static Value tooLong(Value value) {
        if (value instanceof Value.Struct struct) {
            Map<String, Value> members = new LinkedHashMap<>();
            struct.members().forEach((name, member) -> members.put(name, tooLong(member)));
            return new Value.Struct(members);
        }
        return value instanceof Value.Int
                ? Value.of(Long.MAX_VALUE)
                : value instanceof Value.Str ? Value.of("é".repeat(9_000)) : value;
    }
}
