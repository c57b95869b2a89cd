package network.constellation.protocol.fuzz;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DirectoryFuzzTest {
    private final DirectoryProbe probe = new DirectoryProbe();

    static Stream<Arguments> seeds() {
        return new DirectoryProbe().seeds().stream().map(document -> arguments((Object) document));
    }

    // FuzzTest must be the last annotation.
    @Tag("proof")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void directories(byte[] document) {
        probe.probe(document);
    }
}
