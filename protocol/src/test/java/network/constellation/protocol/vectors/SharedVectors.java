package network.constellation.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code shared/vectors} beside the checkout, or under {@code CONSTELLATION_SHARED}. Required when {@code
 * CI=true}; elsewhere tests that need it are skipped with a notice.
 */
public final class SharedVectors {
    private final Path folder;

    private SharedVectors(Path folder) {
        this.folder = folder;
    }

    public static SharedVectors required() {
        Path folder = locate();
        boolean found = Files.isRegularFile(folder.resolve("mnet/manifest.json"));
        if (!found) {
            System.out.println("NOTICE: no vectors at " + folder + "; the tests that need them are skipped.");
        }
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as("the vectors at " + folder).isTrue();
        }
        assumeTrue(found, () -> "no vectors at " + folder);
        return new SharedVectors(folder);
    }

    /** The corpus for fuzzing: every XML document there is, or none where the folder is missing. */
    public static List<byte[]> corpusIfPresent() {
        Path folder = locate();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<byte[]> corpus = new ArrayList<>();
            for (Path file :
                    files.filter(SharedVectors::isSmallDocument).sorted().toList()) {
                corpus.add(Files.readAllBytes(file));
            }
            return corpus;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public JsonNode manifest() {
        return json("mnet/manifest.json");
    }

    public JsonNode liveIndex() {
        return json("live/index.json");
    }

    public Path mnet(String file) {
        return folder.resolve("mnet").resolve(file);
    }

    public Path live(String file) {
        return folder.resolve("live").resolve(file);
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(folder.resolve(file).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSmallDocument(Path file) {
        String name = file.getFileName().toString();
        boolean document = name.endsWith(".xml") || name.endsWith(".payload") || name.endsWith(".body");
        return document && Files.isRegularFile(file) && file.toFile().length() < 20_000;
    }

    private static Path locate() {
        @Nullable String root = System.getProperty("constellation.root");
        Path beside =
                Path.of(root == null ? "." : root).resolve("../shared/vectors").normalize();
        @Nullable String given = System.getenv("CONSTELLATION_SHARED");
        return Files.isDirectory(beside) || given == null ? beside : Path.of(given, "vectors");
    }
}
