package network.constellation.testnetwork.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every exchange of {@code vectors/live} in which a site is called: our node plays that site, and answers the same. */
class LiveServerTest {
    private static final Wwwroot A = Wwwroot.of("http://site-a.localhost:8091");
    private static final Wwwroot B = Wwwroot.of("http://site-b.localhost:8092");
    private static final ServiceGrant[] ALL = {
        new ServiceGrant("mnet_enrol", true, true),
        new ServiceGrant("sso_idp", true, true),
        new ServiceGrant("sso_sp", true, true)
    };
    private static final Set<String> BY_SHAPE = Set.of("system/methodHelp", "system/methodSignature");
    private static final String REFRESHING = "084-rekey-client-rotated-listServices";

    private final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));
    private final Map<Scene, VectorSite> sites = new HashMap<>();
    private final RecordedAnswers recorded = new RecordedAnswers();
    private final CannedTransport transport = new CannedTransport();

    @AfterEach
    void close() {
        sites.values().forEach(VectorSite::close);
    }

    @TestFactory
    List<DynamicTest> exchanges(@TempDir Path data) {
        Optional<VectorFolder> found = VectorFolder.find();
        List<DynamicTest> tests = new ArrayList<>();
        found.ifPresent(folder -> {
            for (JsonNode exchange : folder.json("live/index.json").get("exchanges")) {
                if (exchange.hasNonNull("method")) {
                    String name = exchange.get("folder").asText();
                    tests.add(DynamicTest.dynamicTest(name, () -> check(folder, exchange, data)));
                }
            }
            assertThat(tests).hasSizeGreaterThan(30);
        });
        return tests;
    }

    private void check(VectorFolder folder, JsonNode exchange, Path data) throws Exception {
        Scene scene = Scene.of(exchange);
        VectorKeys keys = new VectorKeys(folder, CryptoEngine.pureJava());
        VectorSite site = sites.get(scene);
        if (site == null) {
            site = start(folder, keys, scene, data.resolve("scene-" + sites.size()));
            sites.put(scene, site);
        }
        record(folder, exchange);
        deliver(folder, exchange, scene, site);
        if (scene.refreshing()) {
            assertThat(transport.sent).hasSize(2);
            assertThat(site.get(Peers.class).require(scene.caller()).identity().certificate())
                    .isEqualTo(keys.certificate("live/keys/site-a.2"));
            assertThat(site.get(Peers.class).formerKeys(scene.caller())).hasSize(1);
        }
    }

    /**
     * Who is called, and which keys are in use: from exchange 081 on B, and from 084 on A, has its second generation;
     * B learns A's second key only in the course of exchange 084.
     */
    private record Scene(boolean toB, int calleeGeneration, int callerGeneration, boolean refreshing) {
        static Scene of(JsonNode exchange) {
            String name = exchange.get("folder").asText();
            boolean toB = exchange.get("to").asText().equals("site-b");
            int number = Integer.parseInt(name.substring(0, 3));
            return new Scene(
                    toB,
                    (toB ? number >= 81 : number >= 84) ? 2 : 1,
                    (toB ? number >= 84 : number >= 81) ? 2 : 1,
                    name.equals(REFRESHING));
        }

        Wwwroot callee() {
            return toB ? B : A;
        }

        Wwwroot caller() {
            return toB ? A : B;
        }

        String calleeKeys(int generation) {
            return "live/keys/" + (toB ? "site-b." : "site-a.") + generation;
        }

        String callerKeys(int generation) {
            return "live/keys/" + (toB ? "site-a." : "site-b.") + generation;
        }
    }

    private VectorSite start(VectorFolder folder, VectorKeys keys, Scene scene, Path data) {
        int generation = scene.calleeGeneration();
        SiteKeys current = keys.site(scene.callee(), scene.calleeKeys(generation), generation);
        VectorSite.Builder builder = new VectorSite.Builder(data, scene.callee(), current).transport(transport);
        if (generation == 2) {
            builder.retired(keys.site(scene.callee(), scene.calleeKeys(1), 1));
        }
        if (scene.refreshing()) {
            transport.next(folder.bytes("live/085-rekey-client-rotated-keyswap/response.body"));
            transport.next(folder.bytes("live/086-rekey-client-rotated-listServices-2/response.body"));
        }
        withMethods(folder, builder);
        int known = scene.refreshing() ? 1 : scene.callerGeneration();
        return builder.start().knows(keys.peer(scene.caller(), scene.callerKeys(known)), Application.MOODLE, ALL);
    }

    private void deliver(VectorFolder folder, JsonNode exchange, Scene scene, VectorSite site) throws Exception {
        byte[] answered =
                site.deliver(folder.bytes("live/" + exchange.get("folder").asText() + "/request.body"));
        boolean oldKey = exchange.path("fault").path("code").asInt() == 7025;
        IndependentOpener.Message answer = IndependentOpener.open(
                answered,
                List.of(text(folder, scene.callerKeys(1) + ".key.pem"), text(folder, scene.callerKeys(2) + ".key.pem")),
                text(folder, scene.calleeKeys(oldKey ? 1 : scene.calleeGeneration()) + ".cert.pem"));
        JsonNode layers = exchange.get("response");
        assertThat(answer.encrypted()).isEqualTo(layers.get("encrypted").asBoolean());
        assertThat(answer.signed()).isEqualTo(layers.get("signed").asBoolean());
        assertThat(answer.signed()).isEqualTo(answer.signatureHolds());
        compare(folder, exchange, codec.readResponse(answer.payload().getBytes(StandardCharsets.UTF_8)));
    }

    private void compare(VectorFolder folder, JsonNode exchange, MethodResponse ours) {
        String name = exchange.get("folder").asText();
        if (exchange.has("fault")) {
            assertThat(ours).isInstanceOfSatisfying(MethodResponse.Failure.class, fault -> {
                assertThat(fault.code())
                        .isEqualTo(exchange.get("fault").get("code").asInt());
                if (fault.code() == 7025) {
                    assertThat(fault.text())
                            .isEqualTo(exchange.get("fault").get("string").asText());
                }
            });
            return;
        }
        String plain = folder.has("live/" + name + "/response.payload") ? "response.payload" : "response.body";
        MethodResponse theirs = codec.readResponse(folder.bytes("live/" + name + "/" + plain));
        if (BY_SHAPE.contains(exchange.get("method").asText())) {
            assertThat(ours).hasSameClassAs(theirs);
            assertThat(((MethodResponse.Success) ours).value())
                    .hasSameClassAs(((MethodResponse.Success) theirs).value());
        } else {
            assertThat(ours).isEqualTo(theirs);
        }
    }

    /** From now on the recorded call is answered as it was. */
    private void record(VectorFolder folder, JsonNode exchange) {
        String name = exchange.get("folder").asText();
        if (folder.has("live/" + name + "/request.payload")) {
            recorded.add(
                    codec.readCall(folder.bytes("live/" + name + "/request.payload"))
                            .call(),
                    codec.readResponse(folder.bytes("live/" + name + "/response.payload")));
        }
    }

    /** The methods that the site listed, in the services that it listed them for. */
    private void withMethods(VectorFolder folder, VectorSite.Builder builder) {
        MethodResponse all = codec.readResponse(folder.bytes("live/003-listMethods/response.payload"));
        MethodResponse idp = codec.readResponse(folder.bytes("live/004-listMethods-service/response.payload"));
        for (Value method : ((Value.Arr) ((MethodResponse.Success) all).value()).items()) {
            String text = ((Value.Str) method).value();
            boolean ofIdp =
                    ((Value.Arr) ((MethodResponse.Success) idp).value()).items().contains(method);
            builder.method(
                    recorded.method(text, text.startsWith("enrol") ? "mnet_enrol" : ofIdp ? "sso_idp" : "sso_sp"));
        }
    }

    private static String text(VectorFolder folder, String file) {
        return new String(folder.bytes(file), StandardCharsets.US_ASCII);
    }
}
