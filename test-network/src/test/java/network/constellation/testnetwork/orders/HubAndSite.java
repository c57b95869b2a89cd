package network.constellation.testnetwork.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.Map;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformSettings;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.administration.AdminCall;
import network.constellation.protocol.method.administration.AdminCaller;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A hub and a site that joined it, and calls of the functions of super-administration at the site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HubAndSite {
    static final Value.Struct NO_PARAMETERS = new Value.Struct(Map.of());

    TestNetwork network;
    TestSite hub;
    TestSite site;
    private int calls;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        hub = network.hub();
        site = network.site("site");
        network.inviteAndJoin(site, 1);
    }

    @AfterAll
    void close() {
        network.close();
    }

    PlatformSettings settings() {
        return site.get(Platform.class).settings();
    }

    AdminCaller caller(TestSite from) {
        String call = String.format("%032x", ++calls);
        return new AdminCaller("claire", hub.wwwroot().value(), from.wwwroot().value(), call, "");
    }

    static void assertShape(JsonNode answer) {
        assertThat(answer.path("status").isInt()).isTrue();
        assertThat(answer.path("error").isTextual()).isTrue();
        assertThat(answer.path("errors").isArray()).isTrue();
        assertThat(answer.toString()).doesNotContain("<", "\tat ");
    }

    JsonNode call(TestSite from, AdminMethods.Function function, Value... arguments) {
        return call(from, function.method(), AdminCall.of(caller(from), arguments));
    }

    JsonNode call(TestSite from, NetworkMethod<AdminCall, String> method, AdminCall call) {
        try {
            return new JsonMapper()
                    .readTree(from.get(PeerClient.class).call(from.peer(site).orElseThrow(), method, call));
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
    }
}
