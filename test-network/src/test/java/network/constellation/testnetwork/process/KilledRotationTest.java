package network.constellation.testnetwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub is killed in the middle of a rotation, in a process of its own: it goes on, each site changes its keys once. */
class KilledRotationTest {
    @TempDir
    Path folder;

    @Tag("proof")
    @Test
    void aRotationSurvivesKillsOfTheHub() {
        killedAt("rotation/site-prepared", "rotation/site-activated");
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rotation/prepare/before",
                "rotation/prepare/done",
                "rotation/prepare/stored",
                "rotation/announce/before",
                "rotation/announce/done",
                "rotation/announce/stored"
            })
    void preparingSurvivesAKillAt(String point) {
        killedAt(point, "rotation/activate/before");
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(strings = {"rotation/activate/before", "rotation/activate/done", "rotation/activate/stored"})
    void activatingSurvivesAKillAt(String point) {
        killedAt("rotation/prepare/done", point);
    }

    private void killedAt(String preparing, String activating) {
        try (TestNetwork sites = TestNetwork.withoutHub(folder);
                ProcessNode hub = new ProcessNode(folder.resolve("hubprocess"), "hub")) {
            hub.start();
            assertThat(hub.ask("found " + hub.wwwroot())).isEqualTo("founded");
            List<TestSite> all = List.of(sites.site("one"), sites.site("other"));
            all.forEach(site -> TestNetwork.join(site, hub.ask("invite 1")));
            TestNetwork.await(() -> hub.ask("links").equals("LINKED,LINKED"));

            dieAt(hub, preparing, "rotation-prepare");
            TestNetwork.await(() -> hub.ask("rotation").equals("prepared prepared"));
            hub.ask("rotation-rehearse");
            TestNetwork.await(() -> hub.ask("rotation").equals("rehearsed prepared"));
            dieAt(hub, activating, "rotation-activate");
            TestNetwork.await(() -> hub.ask("rotation").equals("activated activated"));

            for (TestSite site : all) {
                assertThat(site.get(SiteIdentity.class).current().generation()).isEqualTo(2);
                TestNetwork.await(() -> hub.ask("call " + site.wwwroot()).startsWith("answered"));
                for (TestSite other : all) {
                    if (other != site) {
                        TestNetwork.await(() -> !site.get(PeerClient.class)
                                .call(
                                        site.get(Peers.class).require(other.wwwroot()),
                                        SystemMethods.LIST_SERVICES,
                                        Nothing.NOTHING)
                                .isEmpty());
                    }
                }
            }
            assertThat(hub.ask("audit")).contains("true");
        }
    }

    private static void dieAt(ProcessNode hub, String point, String order) {
        hub.kill();
        hub.startToHaltAt(point);
        hub.order(order);
        assertThat(hub.awaitEnd()).isEqualTo(HaltingMain.STATUS);
        hub.start();
    }
}
