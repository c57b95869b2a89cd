package network.constellation.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code shared/vectors} beside the checkout, or under {@code CONSTELLATION_SHARED}, read in place.
 * Required when {@code CI=true}; elsewhere tests that need it are skipped with a notice.
 */
public final class Vectors {
    private final Path folder;

    private Vectors(Path folder) {
        this.folder = folder;
    }

    public static Vectors required() {
        Path folder = locate();
        boolean found = Files.isDirectory(folder.resolve("mnet/keys"));
        if (!found) {
            System.out.println("NOTICE: no vectors at " + folder + "; the tests that need them are skipped.");
        }
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as("the vectors at " + folder).isTrue();
        }
        assumeTrue(found, () -> "no vectors at " + folder);
        return new Vectors(folder);
    }

    /** Certificates of both sets. */
    public List<Path> certificates() {
        return Stream.concat(list("mnet/keys", ".crt.pem").stream(), list("live/keys", ".cert.pem").stream())
                .toList();
    }

    /** Private keys of both sets, each with the name of its certificate. */
    public List<Path> privateKeys() {
        return Stream.concat(list("mnet/keys", ".key.pem").stream(), list("live/keys", ".key.pem").stream())
                .toList();
    }

    public static Path certificateOf(Path privateKey) {
        String name = privateKey.getFileName().toString();
        String stem = name.substring(0, name.length() - "key.pem".length());
        Path mnet = privateKey.resolveSibling(stem + "crt.pem");
        return Files.exists(mnet) ? mnet : privateKey.resolveSibling(stem + "cert.pem");
    }

    /** Folders of the first set that hold one exchange each. */
    public List<Path> exchanges() {
        return list("mnet", "").stream()
                .filter(each -> Files.exists(each.resolve("request.xml")))
                .toList();
    }

    public static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Path> list(String inside, String ending) {
        try (Stream<Path> files = Files.list(folder.resolve(inside))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path locate() {
        @Nullable String root = System.getProperty("constellation.root");
        Path beside =
                Path.of(root == null ? "." : root).resolve("../shared/vectors").normalize();
        @Nullable String given = System.getenv("CONSTELLATION_SHARED");
        return Files.isDirectory(beside) || given == null ? beside : Path.of(given, "vectors");
    }
}
