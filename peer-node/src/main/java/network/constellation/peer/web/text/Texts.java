package network.constellation.peer.web.text;

import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All bundles, read when first needed. A room's words are {@code messages_en.properties} and {@code
 * messages_fr.properties} beside its classes; words that every room needs are those of {@code web.text}. Thread-safe.
 */
@Singleton
public final class Texts {
    private static final Class<?> SHARED = Texts.class;
    private final Map<String, Map<String, String>> bundles = new ConcurrentHashMap<>();

    /** The words of the room that {@code room} belongs to, in one language. */
    public Text in(Locale locale, Class<?> room) {
        return new Text(locale, bundle(room, locale), bundle(SHARED, locale));
    }

    public String say(Locale locale, Message message) {
        return in(locale, message.room()).say(message.key(), message.arguments().toArray());
    }

    /** For logs and the command line. */
    public String english(Message message) {
        return say(Languages.ENGLISH, message);
    }

    private Map<String, String> bundle(Class<?> room, Locale locale) {
        String name =
                "/" + room.getPackageName().replace('.', '/') + "/messages_" + locale.getLanguage() + ".properties";
        return bundles.computeIfAbsent(name, path -> load(room, path));
    }

    private static Map<String, String> load(Class<?> room, String path) {
        try (InputStream in = room.getResourceAsStream(path)) {
            if (in == null) {
                return Map.of();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> words = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
            return Map.copyOf(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One room's words in one language. Gaps are {@code {0}}, {@code {1}}; a number is written by locale. A key with
     * {@code .one} and {@code .other} is chosen by {@link #count}.
     */
    public static final class Text {
        private final Locale locale;
        private final Map<String, String> own;
        private final Map<String, String> shared;

        private Text(Locale locale, Map<String, String> own, Map<String, String> shared) {
            this.locale = locale;
            this.own = own;
            this.shared = shared;
        }

        public Locale locale() {
            return locale;
        }

        /** The sentence; an unknown key shows itself, so that a forgotten translation is seen and nothing breaks. */
        public String say(String key, Object... arguments) {
            String pattern = own.getOrDefault(key, shared.get(key));
            return pattern == null ? key : fill(pattern, List.of(arguments));
        }

        public boolean has(String key) {
            return own.containsKey(key) || shared.containsKey(key);
        }

        /** A sentence about {@code count} things; {@code {0}} is the count, further arguments follow. */
        public String count(String key, long count, Object... more) {
            boolean one = "fr".equals(locale.getLanguage()) ? Math.abs(count) < 2 : count == 1;
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = count;
            System.arraycopy(more, 0, arguments, 1, more.length);
            return say(key + (one ? ".one" : ".other"), arguments);
        }

        private String fill(String pattern, List<Object> arguments) {
            if (pattern.indexOf('{') < 0) {
                return pattern;
            }
            StringBuilder filled = new StringBuilder(pattern.length() + 32);
            int from = 0;
            while (from < pattern.length()) {
                int open = pattern.indexOf('{', from);
                int close = open < 0 ? -1 : pattern.indexOf('}', open);
                if (close < 0) {
                    break;
                }
                filled.append(pattern, from, open).append(argument(pattern.substring(open + 1, close), arguments));
                from = close + 1;
            }
            return filled.append(pattern, from, pattern.length()).toString();
        }

        private String argument(String gap, List<Object> arguments) {
            boolean numbered = !gap.isEmpty() && gap.chars().allMatch(Character::isDigit) && gap.length() < 3;
            int index = numbered ? Integer.parseInt(gap) : -1;
            if (index < 0 || index >= arguments.size()) {
                return "{" + gap + "}";
            }
            Object value = arguments.get(index);
            return value instanceof Message nested
                    ? say(nested.key(), nested.arguments().toArray())
                    : Formats.of(locale).plain(value);
        }
    }
}
