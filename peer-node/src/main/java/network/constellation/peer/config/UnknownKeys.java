package network.constellation.peer.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the key that nobody declared, which is nearly always a typing error that would otherwise be silent. */
final class UnknownKeys {
    private final TreeSet<String> node = new TreeSet<>();
    private final TreeSet<String> tenant = new TreeSet<>();

    UnknownKeys(Iterable<ConfigSection<?>> nodeSections, Iterable<ConfigSection<?>> tenantSections) {
        nodeSections.forEach(section -> collect(section, node));
        tenantSections.forEach(section -> {
            collect(section, tenant);
            collect(section, node);
        });
    }

    private static void collect(ConfigSection<?> section, TreeSet<String> keys) {
        for (var component : section.type().getRecordComponents()) {
            keys.add(section.path() + "." + RecordReader.kebab(component.getName()));
        }
    }

    void check(Config file, Map<String, String> environment) {
        for (var entry : new java.util.TreeMap<>(Map.copyOf(
                        file.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getKey()))))
                .keySet()) {
            List<String> path = ConfigUtil.splitPath(entry);
            if (path.get(0).equals("tenants") && path.size() > 2) {
                checkKey(String.join(".", path.subList(2, path.size())), tenant, "tenants.\"" + path.get(1) + "\".");
            } else {
                checkKey(String.join(".", path), node, "");
            }
        }
        TreeSet<String> sections = node.stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String variable : new TreeSet<>(environment.keySet())) {
            boolean ours = sections.stream().anyMatch(s -> variable.startsWith(RecordReader.variable(s) + "_"));
            if (ours
                    && node.stream().noneMatch(key -> RecordReader.variable(key).equals(variable))) {
                String nearest = nearest(
                        variable, node.stream().map(RecordReader::variable).toList());
                throw new ConfigException(
                        "The environment variable " + variable + " sets nothing; did you mean " + nearest + "?");
            }
        }
    }

    private static void checkKey(String key, TreeSet<String> known, String prefix) {
        if (!known.contains(key)) {
            throw new ConfigException("Unknown setting " + prefix + key + " in the configuration; did you mean "
                    + prefix + nearest(key, known) + "?");
        }
    }

    private static String nearest(String key, Iterable<String> candidates) {
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(key, candidate);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Levenshtein: how many letters must be typed differently. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
