package network.constellation.testnetwork.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.PeerOffer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every vector of {@code vectors/mnet} in which a caller speaks to B: value or fault, layers, reason in the audit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MnetServerTest {
    /** Any refusal will do where the originals differ; these codes say what ours is. */
    private static final Map<String, Integer> OUR_FAULTS = Map.ofEntries(
            Map.entry("neg-tampered-digest", 710),
            Map.entry("neg-empty-signature", 711),
            Map.entry("neg-outer-inner-wwwroot-mismatch", 710),
            Map.entry("neg-truncated-base64-data", 7023),
            Map.entry("neg-ciphertext-bitflip", 710),
            Map.entry("neg-malformed-xml-outer", 7021),
            Map.entry("neg-not-xml", 7021),
            Map.entry("neg-empty-body", 7021),
            Map.entry("neg-malformed-xml-inner", 7023),
            Map.entry("neg-malformed-xmlrpc", 713),
            Map.entry("neg-xxe-outer", 7021),
            Map.entry("neg-xxe-inner", 7023),
            Map.entry("neg-xxe-xmlrpc", 713),
            Map.entry("neg-entity-bomb", 713),
            Map.entry("neg-replay", 7023));
    /** Methods of the fixture that the stubbed database listed although they cannot be called. */
    private static final Set<String> LISTED_BY_THE_STUB = Set.of("local/vectortest/lib.php/nohost_fn");

    private @Nullable MnetSites sites;
    private final Map<String, VectorSite> nodes = new HashMap<>();

    @BeforeAll
    void start(@TempDir Path data) {
        Optional<VectorFolder> folder = VectorFolder.find();
        assumeTrue(folder.isPresent(), "no vectors");
        MnetSites made = new MnetSites(folder.get());
        sites = made;
        nodes.put("base", made.knowing(made.b(data.resolve("base")).start()));
        nodes.put(
                "knows-c",
                made.knowing(made.b(data.resolve("knows-c")).start())
                        .knows(made.keys.peer(MnetSites.C, "mnet/keys/peer-c"), Application.MOODLE));
        nodes.put(
                "trusting",
                made.knowing(made.b(data.resolve("trusting"))
                        .config("net.trusted-plaintext-addresses = [\"127.0.0.1\"]")
                        .start()));
    }

    @AfterAll
    void stop() {
        nodes.values().forEach(VectorSite::close);
    }

    @TestFactory
    List<DynamicTest> serverVectors() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode vector : sites().vectors()) {
            if (!vector.get("direction").asText().startsWith("B answers")) {
                String name = vector.get("name").asText();
                tests.add(DynamicTest.dynamicTest(name, () -> check(vector)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(100);
        return tests;
    }

    private void check(JsonNode vector) throws GeneralSecurityException {
        if (vector.has("replay_of")) {
            // In case it was not delivered before: the copy must be the second one.
            site(vector).deliver(requestOf(named(vector.get("replay_of").asText())));
        }
        sites().record(vector);
        byte[] answered = site(vector).deliver(requestOf(vector));
        boolean stillOld = Optional.ofNullable(vector.get("expected_fault"))
                .filter(fault -> fault.path("faultCode").asInt() == 7025)
                .isPresent();
        IndependentOpener.Message answer = IndependentOpener.open(
                answered, sites().callersKeys(), sites().pem(stillOld ? "peer-b-old.crt" : "peer-b.crt"));
        MethodResponse response = sites().codec.readResponse(answer.payload().getBytes(StandardCharsets.UTF_8));
        if (vector.get("kind").asText().equals("negative")) {
            refused(vector, answer, response);
        } else {
            answered(vector, answer, response);
        }
    }

    private void answered(JsonNode vector, IndependentOpener.Message answer, MethodResponse response) {
        JsonNode layers = vector.path("response");
        assertThat(answer.encrypted())
                .as("encrypted")
                .isEqualTo(layers.path("encrypted").asBoolean(true));
        assertThat(answer.signed()).as("signed").isEqualTo(layers.path("signed").asBoolean(true));
        assertThat(answer.signed()).isEqualTo(answer.signatureHolds());
        JsonNode fault = vector.path("expected_fault");
        if (fault.has("faultCode")) {
            assertThat(response).isInstanceOfSatisfying(MethodResponse.Failure.class, failure -> {
                assertThat(failure.code()).isEqualTo(fault.get("faultCode").asInt());
                if (failure.code() == 7025) {
                    assertThat(failure.text())
                            .isEqualTo(fault.get("faultString").asText());
                }
            });
            return;
        }
        if (!vector.get("files").has("response_plain")) {
            assertThat(response).isInstanceOf(MethodResponse.Success.class);
            return;
        }
        MethodResponse recorded = sites().codec.readResponse(sites().file(vector.get("files"), "response_plain"));
        assertThat(comparable(vector, response)).isEqualTo(comparable(vector, recorded));
    }

    /** Help texts are compared by shape; what only the stub listed, and its service, are left out on both sides. */
    private static Object comparable(JsonNode vector, MethodResponse response) {
        assertThat(response).isInstanceOf(MethodResponse.Success.class);
        Value value = ((MethodResponse.Success) response).value();
        return switch (vector.path("method").asText()) {
            case "system/methodHelp", "system/methodSignature" -> shape(value);
            case "system/listMethods" ->
                ((Value.Arr) value)
                        .items().stream()
                                .filter(item -> !LISTED_BY_THE_STUB.contains(((Value.Str) item).value()))
                                .toList();
            case "system/listServices" ->
                ((Value.Arr) value)
                        .items().stream()
                                .filter(item -> !((Value.Struct) item).members().containsValue(Value.of("test")))
                                .toList();
            default -> value;
        };
    }

    private static Object shape(Value value) {
        if (value instanceof Value.Struct struct) {
            Map<String, Object> members = new HashMap<>();
            struct.members().forEach((name, member) -> members.put(name, shape(member)));
            return members;
        }
        return value instanceof Value.Arr array
                ? array.items().stream().map(MnetServerTest::shape).toList()
                : value.getClass();
    }

    private void refused(JsonNode vector, IndependentOpener.Message answer, MethodResponse response) {
        String name = vector.get("name").asText();
        String reason = vector.get("expected").get("reject").asText();
        if (reason.endsWith("-optional")) {
            assertThat(response).as("accepted by the documented default").isInstanceOf(MethodResponse.Success.class);
            return;
        }
        assertThat(response).isInstanceOf(MethodResponse.Failure.class);
        int code = ((MethodResponse.Failure) response).code();
        JsonNode expected = vector.get("expected").path("fault");
        assertThat(code).as(name).isEqualTo(expected.isInt() ? expected.asInt() : OUR_FAULTS.getOrDefault(name, -1));
        boolean sealed = code == 710 || code == 711 || code == 713;
        assertThat(answer.encrypted()).as("encrypted").isEqualTo(sealed);
        assertThat(answer.signed())
                .as("signed")
                .isEqualTo((sealed && code != 711) || name.equals("neg-signed-not-encrypted"));
        assertThat(answer.signed()).isEqualTo(answer.signatureHolds());
        List<String> words = reason.equals("bad-signature-or-malformed")
                ? List.of("bad-signature", "malformed")
                : List.of(reason.equals("replay-on-second-delivery") ? "replay" : reason);
        assertThat(site(vector).refusals().get(0)).isIn(words);
    }

    @Test
    void strangersKeySwapIsAnsweredAndWaits() {
        JsonNode keyswap = named("m42-keyswap");
        VectorSite knowsA = site(keyswap);
        assertThat(knowsA.get(Offers.class).list())
                .as("a known peer's key swap changes nothing")
                .isEmpty();
        byte[] body = new String(requestOf(keyswap), StandardCharsets.UTF_8)
                .replace(MnetSites.A.value(), MnetSites.C.value())
                .replaceAll("(?s)-----BEGIN.*-----END CERTIFICATE-----\n", sites().pem("peer-c.crt"))
                .getBytes(StandardCharsets.UTF_8);
        for (int copy = 0; copy < 3; copy++) {
            assertThat(new String(knowsA.deliver(body), StandardCharsets.UTF_8)).contains("BEGIN CERTIFICATE");
        }
        assertThat(knowsA.get(Offers.class).list())
                .singleElement()
                .extracting(PeerOffer::wwwroot)
                .isEqualTo(MnetSites.C);
        assertThat(knowsA.get(Peers.class).find(MnetSites.C)).isEmpty();
    }

    private MnetSites sites() {
        return java.util.Objects.requireNonNull(sites);
    }

    private JsonNode named(String name) {
        for (JsonNode vector : sites().vectors()) {
            if (vector.get("name").asText().equals(name)) {
                return vector;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private VectorSite site(JsonNode vector) {
        String condition = vector.path("precondition").asText();
        // It shares its wrapped key with another bad message, and would be taken for its second delivery.
        boolean apart = vector.get("name").asText().equals("neg-ciphertext-bitflip");
        String state = condition.contains("trusted") || apart
                ? "trusting"
                : condition.contains("knows C") ? "knows-c" : "base";
        return java.util.Objects.requireNonNull(nodes.get(state));
    }

    private byte[] requestOf(JsonNode vector) {
        JsonNode files = vector.get("files");
        for (String which : List.of("request_http_body", "request_encrypted", "request_signed", "request_plain")) {
            if (files.has(which)) {
                return sites().file(files, which);
            }
        }
        throw new IllegalArgumentException("no request in " + vector.get("name"));
    }
}
