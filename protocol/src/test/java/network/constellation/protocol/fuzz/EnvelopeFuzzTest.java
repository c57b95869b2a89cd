package network.constellation.protocol.fuzz;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeFuzzTest {
    private final EnvelopeProbe probe = new EnvelopeProbe();

    static Stream<Arguments> seeds() {
        return new EnvelopeProbe().seeds().stream().map(document -> arguments((Object) document));
    }

    // FuzzTest must be the last annotation.
    @Tag("proof")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void envelopes(byte[] document) {
        probe.probe(document);
    }
}
