package network.constellation.testnetwork.rotation;

import static network.constellation.testnetwork.rotation.Led.generation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import network.constellation.hub.rotation.Rotation.Phase;
import network.constellation.hub.rotation.RotationRefused;
import network.constellation.hub.rotation.RotationScope;
import network.constellation.hub.rotation.RotationSite.State;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.rotation.NetworkKeys;
import network.constellation.protocol.method.rotation.RehearsedPing.Outcome;
import network.constellation.protocol.method.rotation.RevokedKey;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The hub leads rotations of its members and of itself (network-admin.md 9 B, reliability-anchors.md 6.2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedRotationTest {
    private TestNetwork network;
    private TestSite hub;
    private TestSite a;
    private TestSite b;
    private TestSite c;
    private Led led;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        hub = network.hub();
        a = network.site("a");
        b = network.site("b");
        c = network.site("c");
        List.of(a, b, c).forEach(site -> network.inviteAndJoin(site, 1));
        network.awaitMesh(6);
        led = new Led(hub);
    }

    @AfterAll
    void close() {
        network.close();
    }

    @Test
    @Tag("NA-21")
    @Tag("P-16")
    void noCallFailsWhileAllRotateAtOnceAndBothEndsRecordTheGeneration() {
        int before = generation(a);
        long mark = b.audited(line -> true).get(0).sequence();
        try (Load load = new Load(List.of(hub, a, b, c), 4)) {
            TestNetwork.await(() -> load.calls() > 20);
            led.prepare(new RotationScope(true, java.util.Optional.empty(), true, List.of()));
            assertThat(led.newest().phase()).isEqualTo(Phase.PREPARED);
            assertThat(led.rehearse().phase()).isEqualTo(Phase.REHEARSED);
            assertThat(led.rotations().rehearsal(led.newest().number()).count(Outcome.OK))
                    .isEqualTo(12);
            long then = load.calls();
            assertThat(led.activate().phase()).isEqualTo(Phase.ACTIVATED);
            TestNetwork.await(() -> load.calls() > then + 100);
            load.close();
            assertThat(load.failures()).isEmpty();
        }
        List.of(hub, a, b, c).forEach(site -> assertThat(generation(site)).isGreaterThan(1));
        assertThat(generation(b, a)).isEqualTo(before + 1);
        // At the called end with the call, at both ends when it changed; learned without asking for keys.
        assertThat(used(a)).isNotEmpty();
        assertThat(used(b)).isNotEmpty();
        assertThat(b.audited(
                        line -> line.sequence() > mark && line.event().name().equals("peer.keys-replaced")))
                .isNotEmpty()
                .allMatch(line -> line.event().details().get("how").equals("announced"));
        // The old keys still open, and no longer after the overlap was ended.
        assertThat(a.get(SiteIdentity.class).ring().retired().get(0).recipients())
                .isNotEmpty();
        assertThat(led.retire().phase()).isEqualTo(Phase.RETIRED);
        assertThat(a.get(SiteIdentity.class).ring().retired().get(0).recipients())
                .isEmpty();
        Led.call(b, a.wwwroot());
    }

    private static List<AuditLine> used(TestSite site) {
        return site.audited(line -> line.event().name().equals("keys.used"));
    }

    @Test
    void activatingWithoutAGoodRehearsalIsRefusedUnlessTheReasonIsRecorded() {
        led.prepare(RotationScope.of(List.of(a.wwwroot())));
        int before = generation(a);
        assertThatThrownBy(led::activate).isInstanceOf(RotationRefused.class).hasMessageContaining("no good rehearsal");
        assertThat(generation(a)).isEqualTo(before);
        assertThat(led.force("the certificate of a ends tonight").forced())
                .isEqualTo("the certificate of a ends tonight");
        assertThat(generation(a)).isEqualTo(before + 1);
        assertThat(hub.audited(line -> "the certificate of a ends tonight"
                        .equals(line.event().details().get("forced"))))
                .hasSize(1);
        led.retire();
    }

    @AfterEach
    void retire() {
        if (led.newest().isLive() && led.newest().phase() == Phase.ACTIVATED) {
            led.retire();
        }
    }

    @Test
    void aRehearsalInWhichOneSiteRefusesTheNextKeysAbortsTheRotation() {
        led.prepare(RotationScope.of(List.of(a.wwwroot())));
        int before = generation(a);
        refuse(b, a.get(SiteIdentity.class).announced().orElseThrow());
        assertThat(led.rehearse().phase()).isEqualTo(Phase.ABORTED);
        assertThat(led.rotations().rehearsal(led.newest().number()).links())
                .filteredOn(link -> link.outcome() == Outcome.FAILED)
                .extracting(link -> link.from() + " " + link.to())
                .containsExactly(a.wwwroot() + " " + b.wwwroot());
        assertThat(led.site(a).state()).isEqualTo(State.DISCARDED);
        assertThat(generation(a)).isEqualTo(before);
        assertThat(a.get(SiteIdentity.class).announced()).isEmpty();
        assertThat(c.get(network.constellation.peer.rotation.KeyNotebook.class).announced(a.wwwroot()))
                .isEmpty();
    }

    /** Withdrawn alone, the next version of the directory would tell of them again. */
    private static void refuse(TestSite at, PublicIdentity next) {
        NetworkKeys keys = at.get(NetworkKeys.class);
        keys.revoke(new RevokedKey(next.wwwroot().value(), Fingerprint.of(next).hex(), "test"));
        keys.withdraw(next.wwwroot());
    }

    @Test
    @Tag("NA-22")
    @Tag("NA-24")
    void aSiteThatWasDownIsListedAndCatchesUpWhenItReturns() {
        int before = generation(c);
        TestNetwork.cutOff(c);
        led.prepare(RotationScope.ALL);
        assertThat(led.site(c).state()).isEqualTo(State.WAITING);
        assertThat(led.site(c).isBehind(led.newest().phase())).isTrue();
        assertThat(led.site(c).lastError()).contains("unreachable");
        led.rehearse();
        assertThat(led.activate().phase()).isEqualTo(Phase.ACTIVATED);
        assertThat(generation(a)).isGreaterThan(1);
        assertThat(generation(c)).isEqualTo(before);
        c.link().weather(Weather.FAIR);
        // It works at once with the keys that it has, both ways.
        TestNetwork.await(() -> {
            Led.call(c, a.wwwroot());
            Led.call(a, c.wwwroot());
            return true;
        });
        TestNetwork.await(() -> {
            led.resume();
            return led.site(c).state() == State.ACTIVATED
                    && !led.site(c).isBehind(led.newest().phase());
        });
        assertThat(generation(c)).isEqualTo(before + 1);
        Led.call(c, b.wwwroot());
        assertThat(generation(c, b)).isEqualTo(generation(b));
        Led.call(b, c.wwwroot());
        assertThat(generation(b, c)).isEqualTo(before + 1);
        led.retire();
    }

    @Test
    void twoRotationsOfOneSiteAtTheSameTimeAreRefused() {
        led.prepare(RotationScope.of(List.of(b.wwwroot())));
        assertThatThrownBy(() -> led.prepare(RotationScope.ALL))
                .isInstanceOf(RotationRefused.class)
                .hasMessageContaining(b.wwwroot().value());
        led.abort();
        assertThat(b.get(SiteIdentity.class).announced()).isEmpty();
    }
}
