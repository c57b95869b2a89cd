package network.constellation.testnetwork.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.subnets.Membership;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code kill -9} of a node in a process of its own, at named points of its work, some after the other in one and the
 * same work; the others run here. Nobody repairs anything.
 */
class KilledNodesTest {
    @TempDir
    Path folder;

    @Test
    void joiningSurvivesKillsOfTheSite() {
        siteKilledAt("join/present/done", "introduction/peer");
    }

    @Test
    void admissionAndLinksSurviveKillsOfTheHub() {
        hubKilledAt("admission/registered", "subnet-links/tell/done");
    }

    @Test
    void rotationSurvivesKills() {
        rotationKilledAt("key-rotation/activate/done");
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "join/meet-hub/before",
                "join/meet-hub/done",
                "join/meet-hub/stored",
                "join/present/before",
                "join/present/done",
                "join/present/stored",
                "join/greet/before",
                "join/greet/done",
                "join/greet/stored",
                "introduction/peer",
                "introduction/services"
            })
    void joiningSurvivesAKillOfTheSiteAt(String point) {
        siteKilledAt(point);
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "admission/called-back",
                "admission/registered",
                "admission/peer",
                "admission/linked",
                "subnet-links/tell/before",
                "subnet-links/tell/done",
                "subnet-links/tell/stored"
            })
    void admissionAndLinksSurviveAKillOfTheHubAt(String point) {
        hubKilledAt(point);
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "key-rotation/prepare/before",
                "key-rotation/prepare/done",
                "key-rotation/prepare/stored",
                "key-rotation/activate/before",
                "key-rotation/activate/done",
                "key-rotation/activate/stored"
            })
    void rotationSurvivesAKillAt(String point) {
        rotationKilledAt(point);
    }

    /** The hub dies at any moment, several times, while three sites join. */
    @Tag("proof")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void joiningSurvivesKillsOfTheHubAtRandomMoments(long seed) throws InterruptedException {
        Random random = new Random(seed);
        try (TestNetwork sites = TestNetwork.withoutHub(folder);
                ProcessNode hub = foundedHub()) {
            List<TestSite> all = List.of(sites.site("a"), sites.site("b"), sites.site("c"));
            for (TestSite site : all) {
                site.get(Membership.class).join(hub.ask("invite 1"), TestNetwork.ACTOR);
            }
            for (int kill = 0; kill < 6; kill++) {
                Thread.sleep(random.nextInt(700));
                hub.kill();
                hub.start();
            }
            TestNetwork.await(() -> isWhole(hub.ask("links"), 6));
            for (TestSite one : all) {
                for (TestSite other : all) {
                    if (one != other) {
                        assertCalls(one, other.wwwroot().value());
                    }
                }
            }
            assertThat(hub.ask("audit")).contains("true");
        }
    }

    private void siteKilledAt(String... points) {
        try (TestNetwork network = TestNetwork.found(folder);
                ProcessNode victim = new ProcessNode(folder.resolve("victim"), "victim")) {
            TestSite other = network.site("other");
            network.inviteAndJoin(other, 1);
            victim.startToHaltAt(points[0]);
            assertThat(victim.ask("add " + victim.wwwroot())).isEqualTo("added");
            victim.order("join " + network.invite(1));
            dieAtEach(victim, points);
            TestNetwork.await(() -> victim.ask("network").equals("MEMBER"));
            network.awaitMesh(2);
            assertThat(victim.ask("call " + other.wwwroot())).startsWith("answered");
            assertThat(victim.ask("call " + network.hub().wwwroot())).startsWith("answered");
            assertCalls(other, victim.wwwroot().value());
            assertThat(victim.ask("audit")).contains("true");
        }
    }

    private void hubKilledAt(String... points) {
        try (TestNetwork sites = TestNetwork.withoutHub(folder);
                ProcessNode hub = foundedHub()) {
            TestSite one = sites.site("one");
            TestSite other = sites.site("other");
            TestNetwork.join(one, hub.ask("invite 1"));
            TestNetwork.await(() -> hub.ask("jobs").contains("subnet-links/DONE"));
            String invitation = hub.ask("invite 1");
            hub.kill();
            hub.startToHaltAt(points[0]);
            other.get(Membership.class).join(invitation, TestNetwork.ACTOR);
            dieAtEach(hub, points);
            TestNetwork.await(() -> isWhole(hub.ask("links"), 2));
            assertCalls(one, other.wwwroot().value());
            assertCalls(other, one.wwwroot().value());
            assertCalls(other, hub.wwwroot().value());
            assertThat(hub.ask("call " + other.wwwroot())).startsWith("answered");
            assertThat(hub.ask("audit")).contains("true");
        }
    }

    private void rotationKilledAt(String... points) {
        try (TestNetwork network = TestNetwork.found(folder);
                ProcessNode victim = new ProcessNode(folder.resolve("victim"), "victim")) {
            victim.start();
            victim.ask("add " + victim.wwwroot());
            victim.ask("join " + network.invite(1));
            TestNetwork.await(() -> victim.ask("network").equals("MEMBER"));
            int before = Integer.parseInt(victim.ask("generation"));
            victim.kill();
            victim.startToHaltAt(points[0]);
            victim.order("rotate");
            dieAtEach(victim, points);
            TestNetwork.await(() -> victim.ask("jobs").contains("key-rotation/DONE"));
            assertThat(victim.ask("generation")).isEqualTo(Integer.toString(before + 1));
            // Who held the old keys still reaches it, and it reaches them.
            assertCalls(network.hub(), victim.wwwroot().value());
            assertThat(victim.ask("call " + network.hub().wwwroot())).startsWith("answered");
            assertThat(victim.ask("audit")).contains("true");
        }
    }

    private ProcessNode foundedHub() {
        ProcessNode hub = new ProcessNode(folder.resolve("hubprocess"), "hub");
        hub.start();
        assertThat(hub.ask("found " + hub.wwwroot())).isEqualTo("founded");
        return hub;
    }

    /** The first death is under way; each later one comes of going on with the same work. At last it stays alive. */
    private static void dieAtEach(ProcessNode node, String... points) {
        assertThat(node.awaitEnd()).isEqualTo(HaltingMain.STATUS);
        for (int i = 1; i < points.length; i++) {
            node.startToHaltAt(points[i]);
            assertThat(node.awaitEnd()).as(points[i]).isEqualTo(HaltingMain.STATUS);
        }
        node.start();
    }

    private static boolean isWhole(String links, int ends) {
        return links.equals(String.join(",", Collections.nCopies(ends, "LINKED")));
    }

    private static void assertCalls(TestSite from, String to) {
        TestNetwork.await(() -> !from.get(PeerClient.class)
                .call(from.get(Peers.class).find(to).orElseThrow(), SystemMethods.LIST_SERVICES, Nothing.NOTHING)
                .isEmpty());
    }
}
