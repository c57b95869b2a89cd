package network.constellation.peer.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** What refusing tests share: a reader, a folder in which nothing may be left, and two forms of each package. */
abstract class RefusingTest {
    final PackageReader reader = PackagesModule.standalone();

    @TempDir
    Path folder;

    final Optional<PackageRefusedException> refusal(byte[] archive) throws IOException {
        Path file = folder.resolve("any.name");
        Files.write(file, archive);
        try {
            reader.inspect(file);
            return Optional.empty();
        } catch (PackageRefusedException refused) {
            return Optional.of(refused);
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).as("nothing is written").containsExactly(file);
            }
        }
    }

    final void refused(byte[] archive, Refusal reason, String member) throws IOException {
        Optional<PackageRefusedException> refused = refusal(archive);
        assertThat(refused.map(PackageRefusedException::refusal)).contains(reason);
        assertThat(refused.orElseThrow().member()).isEqualTo(member);
        assertThat(refused.orElseThrow().getMessage()).contains(member);
    }

    final void refused(Minimal minimal, Refusal reason, String member) throws IOException {
        refused(minimal.tar().packed(), reason, member);
        refused(minimal.zip(), reason, member);
    }
}
