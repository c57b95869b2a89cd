package network.constellation.testnetwork.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder {@code shared/vectors} beside the checkout, or under {@code CONSTELLATION_SHARED}. */
public record VectorFolder(Path folder) {

    /** Empty where the folder is missing, which is an error only under {@code CI=true}. */
    public static Optional<VectorFolder> find() {
        @Nullable String root = System.getProperty("constellation.root");
        Path beside =
                Path.of(root == null ? "." : root).resolve("../shared/vectors").normalize();
        @Nullable String given = System.getenv("CONSTELLATION_SHARED");
        Path folder = Files.isDirectory(beside) || given == null ? beside : Path.of(given, "vectors");
        if (Files.isRegularFile(folder.resolve("mnet/manifest.json"))) {
            return Optional.of(new VectorFolder(folder));
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("The vectors are required where CI=true, and are not at " + folder + ".");
        }
        System.out.println("NOTICE: no vectors at " + folder + "; the tests that need them are skipped.");
        return Optional.empty();
    }

    public JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(folder.resolve(file).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public boolean has(String file) {
        return Files.isRegularFile(folder.resolve(file));
    }
}
