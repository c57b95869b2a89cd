package network.constellation.testnetwork.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's folder, and the one way a page of docs/reference is held. */
final class Pages {
    private static final String GENERATED =
            "<!-- Generated from the code and held by a test: `-Dgolden.update=true` writes it anew. -->";

    private Pages() {}

    static Path root() {
        return Path.of(System.getProperty("constellation.root"));
    }

    /** Compares the page with its file, or writes the file. */
    static void hold(String name, String title, List<String> lines) throws IOException {
        Path file = root().resolve("docs/reference").resolve(name);
        String page = "# " + title + "\n\n" + GENERATED + "\n\n" + String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, page);
        }
        assertThat(page)
                .as(
                        "If the change is meant: -Dgolden.update=true, then look at the difference of docs/reference/%s",
                        name)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }

    /** A cell of a table. */
    static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\s+", " ").strip();
    }
}
