package network.constellation.testnetwork.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every vector of {@code vectors/mnet} in which B answers A's {@code system/listServices}: our client is A. */
class MnetClientTest {
    /** When the vectors were made; messages do not expire, but one claims to be from the far future. */
    private static final Clock THEN = Clock.fixed(Instant.ofEpochSecond(1_795_243_480), ZoneOffset.UTC);

    @TestFactory
    List<DynamicTest> clientVectors(@TempDir Path data) {
        Optional<VectorFolder> folder = VectorFolder.find();
        List<DynamicTest> tests = new ArrayList<>();
        folder.map(MnetSites::new).ifPresent(sites -> {
            for (JsonNode vector : sites.vectors()) {
                if (vector.get("direction").asText().startsWith("B answers")) {
                    String name = vector.get("name").asText();
                    tests.add(DynamicTest.dynamicTest(name, () -> check(sites, vector, data.resolve(name))));
                }
            }
            assertThat(tests).hasSize(9);
        });
        return tests;
    }

    private static void check(MnetSites sites, JsonNode vector, Path data) {
        CannedTransport transport = new CannedTransport();
        // The client may repeat a read when an answer was no answer: it gets the same one again.
        for (int copy = 0; copy < 4; copy++) {
            transport.next(sites.file(vector.get("files"), "response_http_body"));
        }
        VectorSite.Builder builder =
                new VectorSite.Builder(data, MnetSites.A, sites.keys.site(MnetSites.A, "mnet/keys/peer-a", 1));
        try (VectorSite a = builder.clock(THEN).transport(transport).start()) {
            a.knows(sites.keys.peer(MnetSites.B, "mnet/keys/peer-b"), Application.MOODLE);
            SiteCertificate before = certificateOfB(a);
            Peer b = a.get(Peers.class).require(MnetSites.B);
            String reason = vector.path("expected").path("reject").asText("");
            PeerClient client = a.get(PeerClient.class);
            if (reason.isEmpty() || reason.endsWith("-optional")) {
                assertThat(client.call(b, SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                        .isNotEmpty();
            } else if (reason.equals("plaintext-fault-untrusted")) {
                assertThatThrownBy(() -> client.call(b, SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("clear text");
            } else {
                assertThatThrownBy(() -> client.call(b, SystemMethods.LIST_SERVICES, Nothing.NOTHING))
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("(" + reason + ")");
            }
            assertThat(certificateOfB(a)).as("the key of B is what it was").isEqualTo(before);
        }
    }

    private static SiteCertificate certificateOfB(VectorSite a) throws PeersException {
        return a.get(Peers.class).require(MnetSites.B).identity().certificate();
    }
}
