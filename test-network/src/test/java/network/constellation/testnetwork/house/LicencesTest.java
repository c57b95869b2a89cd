package network.constellation.testnetwork.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What we ship of others is listed with its licence, and no licence forces itself on us. */
class LicencesTest {
    private static final Set<String> GOOD = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "MPL-2.0",
            "EPL-2.0",
            "CC0-1.0",
            "Public-Domain");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (\\S+) \\|");
    private static final Pattern JAR = Pattern.compile("(.+?)-\\d.*\\.jar");

    @Test
    void everyLicenceIsOnTheShortList() {
        assertThat(GOOD).containsAll(listed().values());
    }

    @Test
    void theListIsWhatIsShipped() throws IOException {
        Path libraries = House.root().resolve("app/target/dist/lib");
        assumeTrue(Files.isDirectory(libraries), "the program is not packaged; `mvn verify` does");
        Set<String> shipped = new TreeSet<>();
        try (var jars = Files.list(libraries)) {
            for (Path jar : jars.toList()) {
                var name = JAR.matcher(jar.getFileName().toString());
                if (name.matches() && !House.PRODUCT_MODULES.contains(name.group(1))) {
                    shipped.add(name.group(1));
                }
            }
        }
        assertThat(new TreeSet<>(listed().keySet()))
                .as("docs/licences.md lists each library of the program")
                .isEqualTo(shipped);
    }

    private static Map<String, String> listed() {
        Map<String, String> listed = new TreeMap<>();
        ROW.matcher(House.text(House.root().resolve("docs/licences.md")))
                .results()
                .forEach(row -> listed.put(row.group(1), row.group(2)));
        return listed;
    }
}
