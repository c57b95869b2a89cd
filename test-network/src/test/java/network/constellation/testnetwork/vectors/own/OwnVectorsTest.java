package network.constellation.testnetwork.vectors.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The own vectors in the sources are what the second implementation makes; the product is tested with them there. */
class OwnVectorsTest {
    @Test
    void the_files_are_what_the_writer_makes() throws IOException {
        Path folder = OwnVectors.folder();
        if (Boolean.getBoolean("vectors.write")) {
            OwnVectorsWriter.write(folder);
        }
        Map<String, byte[]> made = OwnVectors.make(folder);
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> present = files.filter(OwnVectors::isMade)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
            assertThat(present).isEqualTo(made.keySet());
        }
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            assertThat(Files.readAllBytes(folder.resolve(file.getKey())))
                    .as(file.getKey())
                    .isEqualTo(file.getValue());
        }
    }
}
