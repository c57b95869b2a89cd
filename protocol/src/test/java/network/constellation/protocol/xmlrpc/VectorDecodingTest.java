package network.constellation.protocol.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.vectors.SharedVectors;
import network.constellation.protocol.xml.XmlReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every document of the vectors decodes to what its manifest says, and is written again byte for byte. */
class VectorDecodingTest {
    /** The PHP extension breaks the lead bytes 200 to 209 (10.3): we write what it should have written. */
    private static final Set<String> WRITTEN_WITH_A_DEFECT = Set.of("m311-echo-greek-cyrillic");

    private final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));

    @TestFactory
    Stream<DynamicTest> every_message_of_the_manifest() {
        SharedVectors vectors = SharedVectors.required();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : vectors.manifest().get("vectors")) {
            String name = vector.get("name").asText();
            JsonNode files = vector.get("files");
            if (files.has("request_plain")) {
                Path file = vectors.mnet(files.get("request_plain").asText());
                tests.add(DynamicTest.dynamicTest(name + " call", () -> decodesCall(vector, file)));
            }
            if (files.has("response_plain")) {
                Path file = vectors.mnet(files.get("response_plain").asText());
                tests.add(DynamicTest.dynamicTest(name + " answer", () -> decodesAnswer(vector, file)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(150);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> every_payload_of_the_live_sites() {
        SharedVectors vectors = SharedVectors.required();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode exchange : vectors.liveIndex().get("exchanges")) {
            String folder = exchange.get("folder").asText();
            Path call = vectors.live(folder + "/request.payload");
            Path answer = vectors.live(folder + "/response.payload");
            if (Files.exists(call)) {
                tests.add(DynamicTest.dynamicTest(folder + " call", () -> rewritesCall(exchange, call)));
            }
            if (Files.exists(answer)) {
                tests.add(DynamicTest.dynamicTest(folder + " answer", () -> rewritesAnswer(answer)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private void decodesCall(JsonNode vector, Path file) {
        byte[] document = SharedVectors.read(file);
        DecodedCall decoded = codec.readCall(document);
        assertThat(decoded.dialect()).isEqualTo(dialect(vector));
        if (vector.has("method")) {
            assertThat(decoded.call().method()).isEqualTo(vector.get("method").asText());
        }
        if (decoded.dialect() == Dialect.PHPXMLRPC) {
            assertThat(codec.writeCall(decoded.call())).asString().isEqualTo(text(document));
        }
    }

    private void decodesAnswer(JsonNode vector, Path file) {
        byte[] document = SharedVectors.read(file);
        MethodResponse response = codec.readResponse(document);
        JsonNode fault = vector.path("expected_fault");
        if (fault.isObject()) {
            assertThat(response)
                    .isEqualTo(new MethodResponse.Failure(
                            fault.get("faultCode").asInt(),
                            fault.get("faultString").asText()));
        } else {
            Value value = ((MethodResponse.Success) response).value();
            if (vector.has("expected_value") && !isOmitted(vector.get("expected_value"))) {
                assertSame(vector.get("name").asText(), value, vector.get("expected_value"));
            }
        }
        if (!WRITTEN_WITH_A_DEFECT.contains(vector.get("name").asText())) {
            byte[] written = codec.writeResponse(response, answerDialect(vector));
            assertThat(text(written)).isEqualTo(text(document));
        }
    }

    private void rewritesCall(JsonNode exchange, Path file) {
        byte[] document = SharedVectors.read(file);
        if (exchange.path("http_status").asInt() == 404) {
            return;
        }
        DecodedCall decoded = codec.readCall(document);
        assertThat(decoded.call().method()).isEqualTo(exchange.get("method").asText());
        assertThat(decoded.dialect()).isEqualTo(Dialect.PHPXMLRPC);
        if (!text(document).contains("<value></value>")) {
            assertThat(text(codec.writeCall(decoded.call()))).isEqualTo(text(document));
        }
    }

    private void rewritesAnswer(Path file) {
        byte[] document = SharedVectors.read(file);
        MethodResponse response = codec.readResponse(document);
        assertThat(text(codec.writeResponse(response, Dialect.PHPXMLRPC))).isEqualTo(text(document));
    }

    private static Dialect dialect(JsonNode vector) {
        String era = vector.get("era").asText();
        return era.startsWith("moodle-3.11") || era.startsWith("mahara") ? Dialect.PHP_EXTENSION : Dialect.PHPXMLRPC;
    }

    /** Moodle answers in its own dialect, whoever asks: vectors of Mahara were answered by a Moodle 4.2. */
    private static Dialect answerDialect(JsonNode vector) {
        return vector.get("era").asText().startsWith("moodle-3.11") ? Dialect.PHP_EXTENSION : Dialect.PHPXMLRPC;
    }

    private static boolean isOmitted(JsonNode expected) {
        return expected.isTextual() && expected.asText().startsWith("see response.xml");
    }

    private static void assertSame(String where, Value actual, JsonNode expected) {
        if (expected.has("xmlrpc_type")) {
            String scalar = expected.get("scalar").asText();
            if (actual instanceof Value.Base64 binary) {
                assertThat(text(binary.bytes())).as(where).isEqualTo(scalar);
            } else {
                assertThat(Scalars.dateText(((Value.Date) actual).value()))
                        .as(where)
                        .isEqualTo(scalar);
            }
        } else if (expected.isTextual()) {
            assertThat(actual).as(where).isEqualTo(new Value.Str(expected.asText()));
        } else if (expected.isBoolean()) {
            assertThat(actual).as(where).isEqualTo(new Value.Bool(expected.asBoolean()));
        } else if (expected.isNumber()) {
            double number = actual instanceof Value.Dbl dbl ? dbl.value() : ((Value.Int) actual).value();
            assertThat(number).as(where).isEqualTo(expected.asDouble());
        } else if (expected.isArray()) {
            List<Value> items = ((Value.Arr) actual).items();
            assertThat(items).as(where).hasSize(expected.size());
            for (int i = 0; i < items.size(); i++) {
                assertSame(where + "[" + i + "]", items.get(i), expected.get(i));
            }
        } else {
            Map<String, Value> members = ((Value.Struct) actual).members();
            List<String> names = new ArrayList<>();
            expected.fieldNames().forEachRemaining(names::add);
            assertThat(members.keySet()).as(where).containsExactlyElementsOf(names);
            for (String name : names) {
                assertSame(where + "." + name, members.get(name), expected.get(name));
            }
        }
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
