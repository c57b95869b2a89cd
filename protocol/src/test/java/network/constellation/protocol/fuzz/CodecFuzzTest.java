package network.constellation.protocol.fuzz;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodecFuzzTest {
    private final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));

    static Stream<Arguments> seeds() {
        return Seeds.documents().stream().map(document -> arguments((Object) document));
    }

    // FuzzTest must be the last annotation.
    @Tag("proof")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void codec(byte[] document) {
        CodecProbe.probe(codec, document);
    }
}
