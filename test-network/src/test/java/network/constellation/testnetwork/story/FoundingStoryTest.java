package network.constellation.testnetwork.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.founding.Network;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceTable;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.subnets.JoinedNetwork;
import network.constellation.peer.subnets.Membership;
import network.constellation.protocol.admission.Invitation;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A network is founded, three sites are invited, join, and know each other; everybody else stays outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoundingStoryTest {
    private TestNetwork network;
    private List<TestSite> sites;
    private String used;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        sites = List.of(network.site("a"), network.site("b"), network.site("c"));
        used = network.invite(1);
        assertThat(TestNetwork.join(sites.get(0), used).state()).isEqualTo(JobView.State.DONE);
        network.inviteAndJoin(sites.get(1), 1);
        network.inviteAndJoin(sites.get(2), 1);
        network.awaitMesh(6);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private interface Pair {
        void of(TestSite one, TestSite other);
    }

    private void everyPair(Pair check) {
        for (TestSite one : sites) {
            for (TestSite other : sites) {
                if (one != other) {
                    check.of(one, other);
                }
            }
        }
    }

    @Test
    void eachKnowsEachByItsTrueKeys() {
        everyPair((one, other) -> {
            Peer peer = one.peer(other).orElseThrow();
            assertThat(peer.isApproved()).isTrue();
            assertThat(peer.keys().same(other.get(SiteIdentity.class).published()))
                    .isTrue();
            assertThat(peer.name())
                    .isEqualTo(other.node().tenants().list().get(0).name());
            assertThat(peer.callSuite()).isEqualTo(Suite.MODERN);
        });
    }

    @Test
    void singleSignOnIsOpenBothWaysAndAdministrationIsNot() {
        everyPair((one, other) -> {
            ServiceTable table = one.get(Services.class).table();
            for (String service : List.of("sso_idp", "sso_sp")) {
                assertThat(table.publishes(other.wwwroot(), service)).isTrue();
                assertThat(table.subscribes(other.wwwroot(), service)).isTrue();
            }
            assertThat(table.publishes(other.wwwroot(), "constellation_hub")).isFalse();
            assertThat(table.publishes(network.hub().wwwroot(), "constellation_hub"))
                    .isTrue();
        });
    }

    @Test
    void hubAndSiteShowTheSameFingerprints() {
        Network founded = network.hub().get(Founding.class).required();
        for (TestSite site : sites) {
            JoinedNetwork joined = site.get(Membership.class).network().orElseThrow();
            assertThat(joined.state()).isEqualTo(JoinedNetwork.State.MEMBER);
            assertThat(joined.id()).isEqualTo(founded.id());
            assertThat(joined.name()).isEqualTo(founded.name());
            assertThat(site.peer(network.hub()).orElseThrow().name())
                    .isEqualTo(network.hub().node().tenants().list().get(0).name());
            assertThat(joined.fingerprint())
                    .isEqualTo(
                            Fingerprint.of(network.hub().get(SiteIdentity.class).published(), founded.id())
                                    .hex());
            assertThat(network.hub()
                            .get(Registry.class)
                            .find(site.wwwroot())
                            .orElseThrow()
                            .fingerprint())
                    .isEqualTo(Fingerprint.of(site.get(SiteIdentity.class).published(), founded.id())
                            .hex());
            assertThat(site.get(Peers.class).hub())
                    .map(Peer::wwwroot)
                    .contains(network.hub().wwwroot());
        }
    }

    @Test
    void everyPairCallsInBothSuites() {
        everyPair((one, other) -> assertThat(call(one, other)).isNotEmpty());
        everyPair((one, other) -> suite(one, other, SuiteChoice.LEGACY));
        everyPair((one, other) -> {
            assertThat(one.peer(other).orElseThrow().callSuite()).isEqualTo(Suite.LEGACY);
            assertThat(call(one, other)).isNotEmpty();
        });
        everyPair((one, other) -> suite(one, other, SuiteChoice.AUTO));
        everyPair((one, other) -> assertThat(call(one, other)).isNotEmpty());
    }

    private static List<?> call(TestSite one, TestSite other) {
        return new ArrayList<>(one.get(PeerClient.class)
                .call(one.peer(other).orElseThrow(), SystemMethods.LIST_SERVICES, Nothing.NOTHING));
    }

    private static void suite(TestSite one, TestSite other, SuiteChoice choice) {
        PeerTerms terms = one.peer(other).orElseThrow().terms();
        one.get(Peers.class)
                .setTerms(
                        other.wwwroot(),
                        new PeerTerms(
                                terms.name(),
                                terms.application(),
                                choice,
                                terms.allowed(),
                                terms.allowHttp(),
                                terms.network()),
                        TestNetwork.ACTOR);
    }

    @Test
    void anInvitationServesOneSiteOnly() {
        TestSite thief = network.site("thief");
        JobView job = TestNetwork.join(thief, used);
        assertThat(job.state()).isEqualTo(JobView.State.FAILED);
        assertThat(job.lastError().orElse("")).contains("521");
        assertThat(network.hub().get(Registry.class).find(thief.wwwroot())).isEmpty();
        assertThat(network.hub().peer(thief).filter(Peer::isApproved)).isEmpty();
        assertThat(network.hub().audited(line -> line.event().name().equals("member.refused")))
                .anySatisfy(line -> assertThat(line.event().details()).containsEntry("reason", "used-token"));
    }

    @Test
    void aHubWithOtherKeysThanTheInvitationSaysIsRefusedAndNothingIsStored() {
        TestSite cautious = network.site("cautious");
        Invitation real = Invitation.parse(network.invite(1));
        String forged =
                new Invitation(real.hub(), "00".repeat(32), real.network(), real.token(), real.expires()).line();
        JobView job = TestNetwork.join(cautious, forged);
        assertThat(job.state()).isEqualTo(JobView.State.FAILED);
        assertThat(job.lastError().orElse("")).contains("has not the fingerprint");
        assertThat(cautious.get(Membership.class).network()).isEmpty();
        assertThat(cautious.get(Peers.class).list()).isEmpty();
        assertThat(network.hub().get(Registry.class).find(cautious.wwwroot())).isEmpty();

        // The true line still works, and a job that failed is taken up again when its line is pasted again.
        assertThat(TestNetwork.join(cautious, forged).state()).isEqualTo(JobView.State.FAILED);
        String other = network.hub()
                .get(network.constellation.hub.registry.Invitations.class)
                .invite("", Optional.empty(), TestNetwork.ACTOR)
                .line();
        assertThat(TestNetwork.join(cautious, other).state()).isEqualTo(JobView.State.DONE);
    }
}
