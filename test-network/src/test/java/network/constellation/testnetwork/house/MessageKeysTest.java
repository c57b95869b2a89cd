package network.constellation.testnetwork.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every key that a template or a page names is in the bundle of its room or in the shared one, and no bundle has a key
 * that nobody names. That both languages have the same keys is {@link TranslationsTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageKeysTest {
    private static final Map<String, String> PACKAGES = Map.of("peer-node", "peer", "network-hub", "hub", "app", "app");
    private static final String ROOT = "network/constellation/";
    private static final String SHARED = ROOT + "peer/web/text";

    private static final Pattern IN_TEMPLATES = Pattern.compile("\\b(?:p|room)\\.(?:t|n)\\(\"([^\"]+)\"\\s*[,)]"
            + "|Field\\.\\w+\\(\"[^\"]+\",\\s*\"([^\"]+)\"|\\.hint\\(\"([^\"]+)\"\\)");
    /** The room as it is written, then the key. */
    private static final Pattern IN_CODE =
            Pattern.compile("PageView\\s*\\.of\\(\\s*([\\w.]+),\\s*\"[^\"]+\",\\s*\"([^\"]+)\""
                    + "|Message\\s*\\.of\\(\\s*([\\w.]+),\\s*\"([^\"]+)\"\\s*[,)]"
                    + "|NavItem\\s*\\.bind\\(\\s*\\w+(?:\\(\\))?,\\s*([\\w.]+),\\s*\"([^\"]+)\""
                    + "|\\.under\\((\\s*)\"([^\"]+)\"");
    /** The beginning of a key that is put together: {@code "state." + name}. */
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z][\\w.-]*\\.)\"\\s*\\+");

    private final Map<String, Set<String>> bundles = new HashMap<>();
    private final Map<Path, String> code = new HashMap<>();
    private final Map<Path, String> templates = new HashMap<>();

    @BeforeAll
    void read() {
        for (String module : PACKAGES.keySet()) {
            Path main = House.root().resolve(module).resolve("src/main");
            Path resources = main.resolve("resources");
            for (Path bundle : found(resources, "messages_en.properties")) {
                Set<String> keys = House.text(bundle)
                        .lines()
                        .filter(line -> line.matches("[\\w.-]+\\s*=.*"))
                        .map(line -> line.replaceFirst("\\s*=.*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
                bundles.put(resources.relativize(bundle.getParent()).toString(), keys);
            }
            found(main.resolve("java"), ".java").forEach(file -> code.put(file, House.text(file)));
            found(main.resolve("jte"), ".jte").forEach(file -> templates.put(file, House.text(file)));
        }
        assertThat(bundles).containsKey(SHARED);
    }

    private static List<Path> found(Path folder, String ending) {
        return Files.isDirectory(folder)
                ? House.files(folder, file -> file.toString().endsWith(ending))
                : List.of();
    }

    @Test
    void everyKeyThatIsNamedIsThere() {
        List<String> missing = new ArrayList<>();
        templates.forEach((file, text) -> {
            Path jte = file;
            while (!jte.getFileName().toString().equals("jte")) {
                jte = jte.getParent();
            }
            String module = PACKAGES.get(
                    jte.getParent().getParent().getParent().getFileName().toString());
            String room = jte.relativize(file).getName(0).toString();
            Set<String> known = keys(SHARED, ROOT + module + "/" + room, ROOT + module + "/web/" + room);
            IN_TEMPLATES.matcher(text).results().forEach(use -> check(firstOf(use, 1, 2, 3), known, file, missing));
        });
        code.forEach((file, text) -> IN_CODE.matcher(text).results().forEach(use -> {
            String room = firstOf(use, 1, 3, 5, 7);
            check(firstOf(use, 2, 4, 6, 8), keys(SHARED, packageOf(room, file, text)), file, missing);
        }));
        assertThat(missing).isEmpty();
    }

    private static String firstOf(MatchResult use, int... groups) {
        for (int group : groups) {
            if (use.group(group) != null) {
                return use.group(group);
            }
        }
        return "";
    }

    /** Of {@code X.class} as this file imports it; anything else is of the file's own room. */
    private static String packageOf(String room, Path file, String text) {
        var imported = Pattern.compile("import ([\\w.]+)\\." + room.replace(".class", "") + ";")
                .matcher(text);
        String own = file.getParent().toString().replaceFirst(".*/src/main/java/", "");
        return room.endsWith(".class") && imported.find() ? imported.group(1).replace('.', '/') : own;
    }

    private Set<String> keys(String... rooms) {
        Set<String> all = new HashSet<>();
        for (String room : rooms) {
            all.addAll(bundles.getOrDefault(room, Set.of()));
        }
        return all;
    }

    private static void check(String key, Set<String> known, Path file, List<String> missing) {
        // A key that ends with a dot is put together; noKeyIsUnused looks at those.
        if (!key.endsWith(".") && !known.contains(key) && !known.contains(key + ".one")) {
            missing.add(House.shown(file) + ": " + key);
        }
    }

    @Test
    void noKeyIsUnused() {
        Set<String> named = new HashSet<>();
        Set<String> beginnings = new HashSet<>();
        Pattern literal = Pattern.compile("(?=\"([a-zA-Z][\\w.-]*)\")");
        List.of(code, templates)
                .forEach(sources -> sources.values().forEach(text -> {
                    literal.matcher(text).results().forEach(found -> named.add(found.group(1)));
                    BEGINNING.matcher(text).results().forEach(found -> beginnings.add(found.group(1)));
                }));
        List<String> unused = new ArrayList<>();
        bundles.forEach((room, keys) -> keys.stream()
                .filter(key -> !named.contains(key) && !named.contains(key.replaceFirst("\\.(one|other)$", "")))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .forEach(key -> unused.add(room + ": " + key)));
        assertThat(unused).isEmpty();
    }
}
