package network.constellation.protocol.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.method.roaming.RoamingMethods;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.vectors.SharedVectors;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The declared methods understand what genuine sites said, and say it in the same shape. */
class MethodVectorsTest {
    private static final Map<String, NetworkMethod<?, ?>> METHODS = Stream.of(SystemMethods.ALL, RoamingMethods.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toMap(NetworkMethod::name, Function.identity()));

    /** The genuine sender writes the member as an int, or more members, or a list as struct, than we do. */
    private static final Set<String> SAID_OTHERWISE = Set.of(
            "m311-keepalive-server",
            "m42-keepalive-server",
            "mahara-user-authorise",
            "024-roam-first-update_enrolments");

    private final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));

    @TestFactory
    Stream<DynamicTest> messages_of_the_manifest() {
        SharedVectors vectors = SharedVectors.required();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : vectors.manifest().get("vectors")) {
            JsonNode files = vector.get("files");
            if (files.has("request_plain") && files.has("response_plain")) {
                add(
                        tests,
                        vector.get("name").asText(),
                        vectors.mnet(files.get("request_plain").asText()),
                        vectors.mnet(files.get("response_plain").asText()));
            }
        }
        assertThat(tests).hasSizeGreaterThan(40);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> messages_of_the_live_sites() {
        SharedVectors vectors = SharedVectors.required();
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode exchange : vectors.liveIndex().get("exchanges")) {
            String folder = exchange.get("folder").asText();
            Path call = vectors.live(folder + "/request.payload");
            Path answer = vectors.live(folder + "/response.payload");
            if (Files.exists(call) && Files.exists(answer)) {
                add(tests, folder, call, answer);
            }
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    private void add(List<DynamicTest> tests, String name, Path request, Path response) {
        MethodCall call = codec.readCall(SharedVectors.read(request)).call();
        Optional<NetworkMethod<?, ?>> method = Optional.ofNullable(METHODS.get(call.method()));
        method.ifPresent(
                known -> tests.add(DynamicTest.dynamicTest(name, () -> understands(name, known, call, response))));
    }

    private <A, R> void understands(String name, NetworkMethod<A, R> method, MethodCall call, Path response) {
        A arguments = method.arguments().decode(call.arguments());
        if (name.contains("update")) {
            assertThat(method.arguments().decode(method.arguments().encode(arguments)))
                    .isEqualTo(arguments);
        } else {
            assertThat(method.arguments().encode(arguments)).isEqualTo(call.arguments());
        }
        if (codec.readResponse(SharedVectors.read(response)) instanceof MethodResponse.Success success) {
            R result = method.answer().decode(success.value());
            Value said = method.answer().encode(result);
            if (SAID_OTHERWISE.contains(name) || name.contains("roam") || name.contains("authorise")) {
                assertThat(method.answer().decode(said)).isEqualTo(result);
            } else {
                assertThat(said).isEqualTo(success.value());
            }
        }
    }
}
