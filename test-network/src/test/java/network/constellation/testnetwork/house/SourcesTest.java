package network.constellation.testnetwork.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Small files, explained rooms, and nothing that only one machine has. */
class SourcesTest {
    private static final int MOST_LINES = 300;

    @Test
    void everyPackageSaysItsPurpose() {
        Set<String> silent = new TreeSet<>();
        for (Path sources : House.productSources()) {
            for (Path file : House.javaFiles(sources)) {
                Path info = file.resolveSibling("package-info.java");
                if (!Files.exists(info)) {
                    silent.add(House.shown(info) + " is missing");
                    continue;
                }
                String text = House.text(info);
                if (!text.contains("@NullMarked") || !text.contains("/**")) {
                    silent.add(House.shown(info) + " wants @NullMarked and a comment: purpose, uses, entry class");
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void filesStaySmall() {
        List<String> listed = House.list("long-files.txt");
        List<String> tooLong = new ArrayList<>();
        for (Path file : House.javaFiles(House.root())) {
            long lines = House.text(file).lines().count();
            if (lines > MOST_LINES && !listed.contains(House.shown(file))) {
                tooLong.add(House.shown(file) + " has " + lines + " lines");
            }
        }
        assertThat(tooLong)
                .as("over %d lines something wants its own file (exceptions: house/long-files.txt)", MOST_LINES)
                .isEmpty();
    }

    @Test
    void nothingNamesAMachineOrARegistry() {
        // Put together here, so that this file does not find itself.
        Pattern foreign = Pattern.compile(String.join(
                "|",
                "/work" + "/(?!flow)",
                "/root" + "/",
                "/home" + "/[a-z]",
                "repo1?\\.maven" + "\\.(org|apache)",
                "registry\\.npmjs" + "\\.org",
                "pypi" + "\\.org",
                "proxy\\.golang" + "\\.org"));
        List<String> found = new ArrayList<>();
        for (Path file : House.files(House.root(), SourcesTest::isText)) {
            List<String> lines = House.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (foreign.matcher(lines.get(i)).find()) {
                    found.add(House.shown(file) + ":" + (i + 1) + " "
                            + lines.get(i).strip());
                }
            }
        }
        assertThat(found)
                .as("a fresh clone knows no other machine's folders or registries")
                .isEmpty();
    }

    @Test
    void nothingIsLeftToDo() {
        Pattern marker = Pattern.compile("\\b(TODO" + "|FIXME" + "|XXX)\\b");
        List<String> found = new ArrayList<>();
        for (Path sources : House.productSources()) {
            for (Path file : House.javaFiles(sources)) {
                if (marker.matcher(House.text(file)).find()) {
                    found.add(House.shown(file));
                }
            }
        }
        assertThat(found).as("open ends belong in an issue").isEmpty();
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return name.matches(".*\\.(java|xml|properties|md|txt|sql|jte|html|css|js|conf|sh|json)")
                || Set.of("constellation", "run", "Dockerfile").contains(name);
    }
}
