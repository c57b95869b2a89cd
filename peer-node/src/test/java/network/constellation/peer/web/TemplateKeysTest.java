package network.constellation.peer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that a template of this module names is in its room's bundle, or in the shared one. */
class TemplateKeysTest {
    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Path BUNDLES = Path.of("src", "main", "resources", "network", "constellation", "peer");
    private static final Pattern PLAIN = Pattern.compile("\\bp\\.t\\(\"([^\"]+)\"\\s*[,)]");
    private static final Pattern COUNTED = Pattern.compile("\\bp\\.n\\(\"([^\"]+)\"");
    private static final Pattern LABEL =
            Pattern.compile("Field\\.\\w+\\(\"[^\"]+\", \"([^\"]+)\"|\\.hint\\(\"([^\"]+)\"\\)");

    @Test
    void noTemplateNamesAKeyThatNobodyHas() throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jte")).toList()) {
                String room = TEMPLATES.relativize(file).getName(0).toString();
                Properties words = words(room);
                String text = Files.readString(file);
                check(PLAIN, text, file, words, "", missing);
                check(LABEL, text, file, words, "", missing);
                check(COUNTED, text, file, words, ".other", missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void check(
            Pattern pattern, String text, Path file, Properties words, String ending, List<String> missing) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            String key = (found.group(1) == null ? found.group(2) : found.group(1)) + ending;
            if (!words.containsKey(key)) {
                missing.add(file + ": " + key);
            }
        }
    }

    private static Properties words(String room) throws IOException {
        Properties words = new Properties();
        for (Path bundle : List.of(
                BUNDLES.resolve("web/text/messages_en.properties"),
                BUNDLES.resolve(room).resolve("messages_en.properties"),
                BUNDLES.resolve("web").resolve(room).resolve("messages_en.properties"))) {
            if (Files.exists(bundle)) {
                try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
            }
        }
        return words;
    }
}
