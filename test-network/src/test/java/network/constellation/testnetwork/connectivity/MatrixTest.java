package network.constellation.testnetwork.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.constellation.hub.connectivity.Matrix;
import network.constellation.hub.connectivity.MatrixCell;
import network.constellation.hub.connectivity.MatrixEvent;
import network.constellation.hub.connectivity.SilentSite;
import network.constellation.peer.connectivity.Connectivity;
import network.constellation.peer.health.Doctor;
import network.constellation.peer.health.Finding;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.KeyRotation;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.connectivity.ConnectivityMethods;
import network.constellation.protocol.method.connectivity.Grade;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.Part;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong between sites has its own word in the matrix, and what can be repaired is repaired. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixTest {
    /** Rounds are made by the test. */
    private static final String QUIET = "connectivity.every = 24h\n";

    /** A link that is cut is noticed while connecting or while calling. */
    private static final Set<String> CUT = Set.of("connect.refused", "call.silent");

    private TestNetwork network;
    private TestSite hub;
    private TestSite a;
    private TestSite b;
    private Matrix matrix;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder, QUIET + "matrix.every = 24h\n");
        hub = network.hub();
        a = network.site("a", QUIET);
        b = network.site("b", QUIET);
        network.inviteAndJoin(a, 1);
        network.inviteAndJoin(b, 1);
        network.awaitMesh(2);
        matrix = hub.get(Matrix.class);
    }

    @AfterAll
    void close() {
        network.close();
    }

    @BeforeEach
    void allIsWell() {
        round();
        assertThat(matrix.cells())
                .allSatisfy(cell -> assertThat(cell.check().worst())
                        .as("%s of %s", cell.at(), cell.about())
                        .isEmpty());
    }

    /** Everybody looks at everybody; trouble is sure when it was found twice. */
    private void round() {
        for (TestSite site : List.of(hub, a, b)) {
            site.get(Peers.class).list().stream().filter(Peer::isApproved).forEach(peer -> {
                site.get(Connectivity.class).look(peer);
                site.get(Connectivity.class).look(peer);
            });
        }
        matrix.collect();
    }

    private String word(TestSite at, TestSite about) {
        return matrix.cell(at.wwwroot(), about.wwwroot())
                .map(MatrixCell::check)
                .map(LinkCheck::word)
                .orElse("none");
    }

    private List<MatrixEvent> eventsAfter(int before) {
        List<MatrixEvent> all = matrix.events(1_000);
        return all.subList(0, all.size() - before);
    }

    private void repaired() {
        UUID job = matrix.repair(a.wwwroot(), b.wwwroot(), TestNetwork.ACTOR);
        assertThat(hub.get(Jobs.class).await(job, TestNetwork.PATIENCE))
                .extracting(JobView::state)
                .isEqualTo(JobView.State.DONE);
    }

    @Test
    void everyLinkIsSeenFromBothEndsTheHubsAmongThem() {
        assertThat(matrix.cells()).hasSize(6);
        LinkCheck link = matrix.cell(a.wwwroot(), b.wwwroot()).orElseThrow().check();
        assertThat(link.latency()).isNotNegative();
        for (Part part : Part.values()) {
            assertThat(link.part(part).grade()).as(part.label()).isEqualTo(Grade.GOOD);
        }
        assertThat(link.part(Part.TLS).word()).isEqualTo("plain");
        assertThat(matrix.silent()).isEmpty();
    }

    @Test
    void aSiteThatIsCutOffIsToldOnceWithSinceWhenAndItsReturnToo() {
        int before = matrix.events(1_000).size();
        TestNetwork.cutOff(b);
        try {
            round();
            assertThat(List.of(word(hub, b), word(a, b))).allMatch(CUT::contains);
            assertThat(matrix.silent()).extracting(SilentSite::wwwroot).containsExactly(b.wwwroot());
            assertThat(eventsAfter(before))
                    .as("not once more for each site that cannot reach it")
                    .singleElement()
                    .satisfies(event -> assertThat(event.about()).isEqualTo(b.wwwroot()));
            assertThat(hub.audited(line -> line.event().name().equals("matrix.trouble")))
                    .isNotEmpty();
            hub.clock().advance(Duration.ofMinutes(1));
            assertThat(matrix.silent().get(0).since())
                    .isBefore(hub.clock().instant().minusSeconds(55));
            hub.clock().advance(Duration.ofMinutes(-1));
            assertThat(a.node().get(Doctor.class).examine())
                    .filteredOn(finding -> finding.grade() == Finding.Grade.BAD)
                    .anySatisfy(finding ->
                            assertThat(finding.sentence()).contains(b.wwwroot().value()));
        } finally {
            b.link().weather(Weather.FAIR);
        }
        round();
        assertThat(word(hub, b)).isEqualTo("well");
        assertThat(matrix.silent()).isEmpty();
        assertThat(eventsAfter(before))
                .hasSize(2)
                .first()
                .satisfies(event -> assertThat(event.isRecovery()).isTrue());
    }

    @Test
    void aSingleFailureIsSeenButNotTold() {
        int before = matrix.events(1_000).size();
        TestNetwork.cutOff(b);
        LinkCheck once = a.get(Connectivity.class).look(a.peer(b).orElseThrow());
        b.link().weather(Weather.FAIR);
        assertThat(once.grade()).isEqualTo(Grade.BAD);
        assertThat(once.isConfirmedTrouble()).isFalse();
        matrix.collect();
        assertThat(word(a, b)).matches(CUT::contains);
        assertThat(eventsAfter(before)).isEmpty();
    }

    @Test
    void aWrongClockIsWarnedOfWhileItWorksAndToldWhenItDoesNot() {
        try {
            b.clock().advance(Duration.ofMinutes(3));
            round();
            assertThat(List.of(word(a, b), word(b, a), word(hub, b))).containsOnly("clock.off");
            assertThat(matrix.cell(a.wwwroot(), b.wwwroot())
                            .orElseThrow()
                            .check()
                            .part(Part.CLOCK)
                            .detail())
                    .matches("\\+1[78][0-9].*");
            assertThat(b.node().get(Doctor.class).examine())
                    .as("b stands alone, and its doctor says so")
                    .anySatisfy(
                            finding -> assertThat(finding.sentence()).containsPattern("clock is ahead by about 1[78]"));
            b.clock().advance(Duration.ofMinutes(7));
            round();
            assertThat(List.of(word(a, b), word(hub, b))).containsOnly("clock.skew");
            b.clock().advance(Duration.ofMinutes(-7));
        } finally {
            b.clock().advance(Duration.ofMinutes(-3));
        }
    }

    @Test
    void servicesChangedByHandAtOneEndDifferUntilTheLinkIsRepaired() {
        b.get(Services.class)
                .set(Optional.of(a.wwwroot()), Optional.of(Set.of()), Optional.of(Set.of("sso_idp")), "somebody");
        round();
        assertThat(List.of(word(a, b), word(b, a))).containsOnly("services.differ");
        assertThat(matrix.cell(a.wwwroot(), b.wwwroot())
                        .orElseThrow()
                        .check()
                        .part(Part.SERVICES)
                        .detail())
                .contains("sso_idp")
                .contains("sso_sp");
        assertThat(word(hub, b)).isEqualTo("well");
        repaired();
        assertThat(List.of(word(a, b), word(b, a))).as("without another round").containsOnly("well");
    }

    @Test
    void keysThatTheOtherEndCouldNotFetchAreRefusedUntilTheLinkIsRepaired() {
        // Neither b itself nor the directory can tell a of the new keys.
        TestNetwork.cutOff(b);
        TestNetwork.cutOff(hub);
        UUID job = b.get(Jobs.class).start(b.get(KeyRotation.class), KeyRotation.ordered(TestNetwork.ACTOR, "test"));
        assertThat(b.get(Jobs.class).await(job, TestNetwork.PATIENCE).state()).isEqualTo(JobView.State.DONE);
        LinkCheck back = b.get(Connectivity.class).look(b.peer(a).orElseThrow());
        b.link().weather(Weather.FAIR);
        hub.link().weather(Weather.FAIR);
        assertThat(back.word()).isEqualTo("keys.refused");
        matrix.collect();
        assertThat(word(b, a)).isEqualTo("keys.refused");
        repaired();
        assertThat(List.of(word(a, b), word(b, a))).containsOnly("well");
        assertThat(a.peer(b).orElseThrow().keys().same(b.get(SiteIdentity.class).published()))
                .isTrue();
    }

    @Test
    void aPeerOutsideTheNetworkGetsNoPingAndIsNotToldToTheHub() {
        TestSite neighbour = network.site("neighbour", QUIET);
        byHand(a, neighbour);
        byHand(neighbour, a);
        Fault refused = catchThrowableOfType(
                Fault.class,
                () -> neighbour
                        .get(PeerClient.class)
                        .call(neighbour.peer(a).orElseThrow(), ConnectivityMethods.PING, Nothing.NOTHING));
        assertThat(refused.code()).isEqualTo(707);
        LinkCheck link = a.get(Connectivity.class).look(a.peer(neighbour).orElseThrow());
        assertThat(link.part(Part.CALL).grade()).as("by what any site answers").isEqualTo(Grade.GOOD);
        assertThat(a.get(Connectivity.class).links())
                .extracting(LinkCheck::peer)
                .contains(neighbour.toString());
        assertThat(a.get(Connectivity.class).networkLinks())
                .extracting(LinkCheck::peer)
                .doesNotContain(neighbour.toString());
        a.get(Peers.class).remove(neighbour.wwwroot(), TestNetwork.ACTOR);
    }

    private static void byHand(TestSite at, TestSite about) {
        at.get(Peers.class)
                .admit(
                        about.get(SiteIdentity.class).published(),
                        PeerTerms.of("Our neighbour", Application.CONSTELLATION),
                        "administrator",
                        TestNetwork.ACTOR);
    }
}
