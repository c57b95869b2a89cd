package network.constellation.testnetwork.vectors.own;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the own vectors anew; their README says how to run it. */
final class OwnVectorsWriter {
    private OwnVectorsWriter() {}

    static void write(Path folder) throws IOException {
        Map<String, byte[]> files = OwnVectors.make(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.filter(OwnVectors::isMade).toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
