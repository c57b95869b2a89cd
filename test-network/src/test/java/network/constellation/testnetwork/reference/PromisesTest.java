package network.constellation.testnetwork.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages written by hand name tests and pages that exist. */
class PromisesTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)[^)]*\\)");

    @Test
    void everyTestThatAPageNamesIsThere() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String module : List.of("keys", "protocol", "peer-node", "network-hub", "app", "test-network")) {
            Path sources = Pages.root().resolve(module).resolve("src/test/java");
            for (Path file : files(sources, "Test.java")) {
                tests.merge(file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Path page : files(Pages.root().resolve("docs"), ".md")) {
            TEST.matcher(Files.readString(page)).results().forEach(found -> {
                String text = tests.get(found.group(1));
                boolean there = text != null && (found.group(2) == null || text.contains(" " + found.group(2) + "("));
                if (!there) {
                    wrong.add(page.getFileName() + ": " + found.group());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path page : files(Pages.root().resolve("docs"), ".md")) {
            LINK.matcher(Files.readString(page)).results().forEach(found -> {
                if (!Files.exists(page.resolveSibling(found.group(1)))) {
                    wrong.add(page.getFileName() + ": " + found.group(1));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
