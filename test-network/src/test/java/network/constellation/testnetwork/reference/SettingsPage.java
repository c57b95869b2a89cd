package network.constellation.testnetwork.reference;

import com.typesafe.config.ConfigMemorySize;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.constellation.peer.config.ConfigSection;

/** One table for each section of settings: key, default of the code, meaning as its record's Javadoc has it. */
final class SettingsPage {
    private static final List<String> MODULES = List.of("peer-node", "network-hub", "app");
    /** What the machine decides cannot be read from the code. */
    private static final Map<String, String> BY_MACHINE =
            Map.of("door.body-memory", "a quarter of the heap, at least 128MiB");

    private final List<String> lines = new ArrayList<>();
    private final List<String> withoutMeaning = new ArrayList<>();

    List<String> lines() {
        return lines;
    }

    /** Keys whose record says nothing of them. */
    List<String> withoutMeaning() {
        return withoutMeaning;
    }

    void add(ConfigSection<?> section) throws ReflectiveOperationException, IOException {
        String comment = comment(section.type());
        Method defaults = section.type().getDeclaredMethod("defaults");
        defaults.setAccessible(true);
        Object values = defaults.invoke(null);
        lines.add("### " + section.path());
        lines.add("");
        lines.add(sentence(comment));
        lines.add("");
        lines.add("| key | default | meaning |");
        lines.add("|---|---|---|");
        for (RecordComponent component : section.type().getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            String key = section.path() + "." + kebab(component.getName());
            String meaning = meaning(comment, component.getName());
            if (meaning.isEmpty()) {
                withoutMeaning.add(key);
            }
            String value = BY_MACHINE.containsKey(key) ? BY_MACHINE.get(key) : code(shown(accessor.invoke(values)));
            String choices = component.getType().isEnum() ? " One of " + choices(component.getType()) + "." : "";
            lines.add("| `" + key + "` | " + value + " | " + Pages.cell(meaning) + choices + " |");
        }
        lines.add("");
    }

    private static String choices(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(choice -> "`" + shown(choice) + "`")
                .collect(Collectors.joining(", "));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String shown(Object value) {
        if (value instanceof Duration duration) {
            return shown(duration);
        } else if (value instanceof ConfigMemorySize size) {
            return shown(size.toBytes());
        } else if (value instanceof Optional<?> optional) {
            return optional.map(SettingsPage::shown).orElse("");
        } else if (value instanceof List<?> list) {
            return list.stream().map(SettingsPage::shown).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof Enum<?> choice) {
            return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return String.valueOf(value);
    }

    private static String shown(Duration duration) {
        long millis = duration.toMillis();
        long[] units = {86_400_000, 3_600_000, 60_000, 1000};
        String[] names = {"d", "h", "m", "s"};
        for (int i = 0; i < units.length; i++) {
            if (millis > 0 && millis % units[i] == 0) {
                return millis / units[i] + names[i];
            }
        }
        return millis + "ms";
    }

    private static String shown(long bytes) {
        return bytes % (1024 * 1024) == 0 ? bytes / (1024 * 1024) + "MiB" : bytes + "B";
    }

    private static String kebab(String camel) {
        return camel.matches("[a-z]+(?:[A-Z][a-z]+)*")
                ? camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT)
                : camel;
    }

    /** The Javadoc before the record, without its stars. */
    private static String comment(Class<?> type) throws IOException {
        Path file = MODULES.stream()
                .map(module -> Pages.root().resolve(module).resolve("src/main/java"))
                .map(sources -> sources.resolve(type.getName().replace('.', '/') + ".java"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " stands in no file of its own"));
        String text = Files.readString(file);
        Matcher found = Pattern.compile("/\\*\\*(.*?)\\*/\\s*(?:@\\w+\\s+)*public record", Pattern.DOTALL)
                .matcher(text);
        return found.find() ? found.group(1).replaceAll("(?m)^\\s*\\*[ ]?", "") : "";
    }

    private static String sentence(String comment) {
        int end = comment.indexOf("@param");
        return plain(end < 0 ? comment : comment.substring(0, end));
    }

    private static String meaning(String comment, String component) {
        Matcher found = Pattern.compile("@param " + component + "\\s+(.*?)(?=@param|$)", Pattern.DOTALL)
                .matcher(comment);
        return found.find() ? plain(found.group(1)) : "";
    }

    private static String plain(String javadoc) {
        return Pattern.compile("\\{@(?:code|link)\\s+([^}]*)}")
                .matcher(javadoc)
                .replaceAll(found -> Matcher.quoteReplacement("`" + kebab(found.group(1)) + "`"))
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
