package network.constellation.testnetwork.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a person reads is there in English and in French. */
class TranslationsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path english : bundles("messages_en.properties")) {
            Path french = english.resolveSibling("messages_fr.properties");
            if (!Files.exists(french)) {
                wrong.add(House.shown(french) + " is missing");
                continue;
            }
            compare(english, french, wrong);
        }
        for (Path french : bundles("messages_fr.properties")) {
            if (!Files.exists(french.resolveSibling("messages_en.properties"))) {
                wrong.add(House.shown(french) + " has no English beside it");
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void compare(Path english, Path french, List<String> wrong) throws IOException {
        Properties en = read(english);
        Properties fr = read(french);
        Set<String> keys = new TreeSet<>(en.stringPropertyNames());
        keys.addAll(fr.stringPropertyNames());
        for (String key : keys) {
            String one = en.getProperty(key, "");
            String other = fr.getProperty(key, "");
            if (one.isBlank()) {
                wrong.add(House.shown(english) + " lacks " + key);
            } else if (other.isBlank()) {
                wrong.add(House.shown(french) + " lacks " + key);
            } else if (!placeholders(one).equals(placeholders(other))) {
                wrong.add(House.shown(french) + " has other placeholders in " + key);
            }
        }
    }

    @Test
    void noKeyIsGivenTwiceInOneBundle() {
        List<String> twice = new ArrayList<>();
        for (String name : List.of("messages_en.properties", "messages_fr.properties")) {
            for (Path bundle : bundles(name)) {
                Set<String> seen = new TreeSet<>();
                House.text(bundle)
                        .lines()
                        .filter(line -> line.matches("[\\w.-]+\\s*=.*"))
                        .map(line -> line.replaceFirst("\\s*=.*", ""))
                        .filter(key -> !seen.add(key))
                        .forEach(key -> twice.add(House.shown(bundle) + " " + key));
            }
        }
        assertThat(twice).isEmpty();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> bundles(String name) {
        List<Path> found = new ArrayList<>();
        for (String module : House.PRODUCT_MODULES) {
            Path resources = House.root().resolve(module).resolve("src/main/resources");
            if (Files.isDirectory(resources)) {
                found.addAll(House.files(
                        resources, file -> file.getFileName().toString().equals(name)));
            }
        }
        return found;
    }

    private static Properties read(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
