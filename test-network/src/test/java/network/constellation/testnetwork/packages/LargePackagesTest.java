package network.constellation.testnetwork.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import network.constellation.app.Main;
import network.constellation.peer.packages.PackageContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package is inspected in memory that is far smaller than it (CC-40). */
class LargePackagesTest {
    private static final long MIB = 1024 * 1024;

    @TempDir
    Path folder;

    @Test
    @Tag("CC-40")
    void aHundredMegabytesInASmallHeap() throws Exception {
        Path tar = folder.resolve("large.mbz");
        LargePackage.write(tar, PackageContainer.GZIP_TAR, 4, 24 * MIB, 1);
        assertThat(inspect(tar, "-Xmx40m").get("uncompressed").asLong()).isGreaterThan(96 * MIB);
    }

    @Test
    @Tag("CC-40")
    @Tag("proof")
    void fiveGigabytesInAQuarterOfOne() throws Exception {
        for (PackageContainer container : PackageContainer.values()) {
            Path large = folder.resolve("large.mbz");
            LargePackage.write(large, container, 5, 1024 * MIB, 7);
            JsonNode told = inspect(large, "-Xmx250m");
            assertThat(told.get("bytes").asLong()).isGreaterThan(5 * 1024 * MIB);
            assertThat(told.get("blob_entries").asInt()).isEqualTo(5);
            Files.delete(large);
        }
    }

    private JsonNode inspect(Path file, String heap) throws IOException, InterruptedException {
        Path out = folder.resolve("out.json");
        Path err = folder.resolve("err.txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap, "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("course", "inspect", "--json", file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(() -> text(err)).isZero();
        return new ObjectMapper().readTree(out.toFile());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }
}
