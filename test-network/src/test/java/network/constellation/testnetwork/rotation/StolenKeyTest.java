package network.constellation.testnetwork.rotation;

import static network.constellation.testnetwork.rotation.Led.generation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.rotation.Revocation;
import network.constellation.hub.rotation.Revocations;
import network.constellation.hub.rotation.RotationRefused;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Fault;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Stolen keys are refused everywhere and never vouch again (protocol-security.md 2 and 3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StolenKeyTest {
    private TestNetwork network;
    private TestSite hub;
    private TestSite a;
    private TestSite b;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        hub = network.hub();
        a = network.site("a");
        b = network.site("b");
        List.of(a, b).forEach(site -> network.inviteAndJoin(site, 1));
        network.awaitMesh(2);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private Revocation newest() {
        return hub.get(Revocations.class).list().get(0);
    }

    @Test
    void oneCommandReplacesThemEverywhereAndTheOldOnesAreRefused() {
        PublicIdentity stolen = a.get(SiteIdentity.class).published();
        int before = generation(a);
        hub.get(Revocations.class)
                .revoke(a.wwwroot(), Optional.empty(), "laptop lost", Person.unnamed(TestNetwork.ACTOR));
        TestNetwork.await(() -> newest().state() == Revocation.State.DONE);
        assertThat(generation(a)).isEqualTo(before + 1);
        assertThat(generation(hub, a)).isEqualTo(before + 1);
        assertThat(generation(b, a)).isEqualTo(before + 1);
        awaitCalls();
        assertThat(a.get(SiteIdentity.class).ring().retired()).isEmpty();
        for (TestSite site : List.of(hub, b)) {
            assertThatThrownBy(() -> site.get(Peers.class).replaceKeys(a.wwwroot(), stolen, "test", TestNetwork.ACTOR))
                    .isInstanceOf(PeersException.class)
                    .hasMessageContaining("revoked");
        }
    }

    @Test
    void aSiteThatIsAwayStaysOutsideUntilItHasNewKeysOrIsReadmittedByFingerprint() {
        int before = generation(b);
        // Known to nobody: the site rotates by itself twice, as a thief might, before anybody hears of it.
        TestNetwork.cutOff(b);
        hub.get(Revocations.class).revoke(b.wwwroot(), Optional.empty(), "stolen", Person.unnamed(TestNetwork.ACTOR));
        TestNetwork.await(() -> newest().state() == Revocation.State.WAITING);
        assertThatThrownBy(() -> Led.call(hub, b.wwwroot())).isInstanceOfAny(UnreachableException.class, Fault.class);
        assertThatThrownBy(() -> hub.get(Revocations.class)
                        .readmit(b.wwwroot(), "00".repeat(32), Person.unnamed(TestNetwork.ACTOR)))
                .isInstanceOf(RotationRefused.class);
        assertThatThrownBy(() -> Led.call(b, hub.wwwroot())).isInstanceOfAny(UnreachableException.class, Fault.class);
        assertThat(hub.audited(line ->
                        line.event().details().getOrDefault("reason", "").equals("revoked-key")
                                || line.event().toString().contains("revoked-key")))
                .isNotEmpty();
        SiteIdentity own = b.get(SiteIdentity.class);
        own.prepare();
        own.change(ring -> ring.activate(b.clock().instant()));
        b.link().weather(Weather.FAIR);
        String fingerprint = Fingerprint.of(own.published()).hex();
        hub.get(Revocations.class).readmit(b.wwwroot(), fingerprint, Person.unnamed(TestNetwork.ACTOR));
        TestNetwork.await(() -> newest().state() == Revocation.State.DONE);
        assertThat(generation(hub, b)).isGreaterThan(before);
        awaitCalls();
    }

    /** As soon as the directory says again that the site is good. */
    private void awaitCalls() {
        TestNetwork.await(() -> {
            Led.call(a, b.wwwroot());
            Led.call(b, a.wwwroot());
            return true;
        });
    }
}
