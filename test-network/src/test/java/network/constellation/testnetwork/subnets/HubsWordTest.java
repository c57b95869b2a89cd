package network.constellation.testnetwork.subnets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Key;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import network.constellation.hub.directory.Publisher;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.directory.DirectoryListener;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.SubNetworkEntry;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.membership.Dismissal;
import network.constellation.protocol.method.membership.Introduction;
import network.constellation.protocol.method.membership.MembershipMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which of the hub's words stands, the one that came with a call or the one in the directory, is told by versions: all
 * clocks stand still here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HubsWordTest {
    private LinkedSites sites;
    private TestSite hub;
    private TestSite a;
    private TestSite b;

    @BeforeAll
    void admit(@TempDir Path folder) {
        sites = new LinkedSites(folder, "a", "b");
        hub = sites.network.hub();
        a = sites.sites.get(0);
        b = sites.sites.get(1);
    }

    @AfterAll
    void close() {
        sites.close();
    }

    @Test
    void anIntroductionStandsAgainstTheVersionThatWasBegunBeforeIt() {
        int number = sites.subnetwork(a);
        DirectoryVersion now = published().version();
        introduce(number, now);
        assertThatThrownBy(this::follow).isInstanceOf(DirectoryListener.NotYet.class);
        assertThat(LinkedSites.siblings(a)).containsExactly(b.wwwroot().value());
        publishedAfter(now);
        follow();
        assertThat(LinkedSites.siblings(a)).isEmpty();
    }

    /** Or a version that never comes would set aside what is signed for good. */
    @Test
    void noWordStandsAgainstTheDirectoryForMoreThanTenMinutes() {
        introduce(sites.subnetwork(a), new DirectoryVersion(1, Long.MAX_VALUE));
        publishedAfter(published().version());
        assertThatThrownBy(this::follow).isInstanceOf(DirectoryListener.NotYet.class);
        assertThat(LinkedSites.siblings(a)).containsExactly(b.wwwroot().value());
        sites.network.advance(Duration.ofMinutes(11));
        follow();
        assertThat(LinkedSites.siblings(a)).isEmpty();
    }

    @Test
    void aDismissalStandsAgainstTheVersionThatWasBegunBeforeIt() {
        int number = sites.subnetwork(a, b);
        DirectoryVersion now = published().version();
        tell(MembershipMethods.DISMISS, new Dismissal(b.wwwroot().value(), number, Optional.of(now)));
        assertThatThrownBy(this::follow).isInstanceOf(DirectoryListener.NotYet.class);
        assertThat(LinkedSites.siblings(a)).isEmpty();
        publishedAfter(now);
        follow();
        assertThat(LinkedSites.siblings(a)).containsExactly(b.wwwroot().value());
        sites.apart();
    }

    @Test
    void whatTheHubDecidesStandsInEachVersionAfterTheOneThatWasBegun() throws Exception {
        Publisher publisher = hub.get(Publisher.class);
        List<Directory> published = new CopyOnWriteArrayList<>();
        Map<Integer, DirectoryVersion> decided = new HashMap<>();
        AtomicBoolean done = new AtomicBoolean();
        Thread publishing = new Thread(() -> {
            while (!done.get()) {
                publisher.publish().ifPresent(published::add);
            }
        });
        publishing.start();
        try {
            for (int i = 0; i < 30; i++) {
                int number = sites.subNetworks()
                        .create(Optional.empty(), "One of many", TestNetwork.ACTOR)
                        .number();
                decided.put(number, publisher.begun());
            }
        } finally {
            done.set(true);
            publishing.join();
        }
        published.add(publisher.publish().orElseThrow());
        decided.forEach((number, begun) -> assertThat(published)
                .filteredOn(directory -> directory.version().isAfter(begun))
                .allMatch(directory -> directory.subnetwork(number).isPresent()));
        assertThat(published.get(published.size() - 1).subnetworks())
                .extracting(SubNetworkEntry::number)
                .containsAll(decided.keySet());
    }

    /** Tells a of b, which no directory tells it of. */
    private void introduce(int number, DirectoryVersion newerThan) {
        PublicIdentity keys = b.get(SiteIdentity.class).published();
        tell(
                MembershipMethods.INTRODUCE,
                new Introduction(
                        b.wwwroot().value(),
                        "B",
                        Application.CONSTELLATION.label(),
                        keys.bundle(),
                        Fingerprint.of(keys, published().header().network()).hex(),
                        number,
                        "",
                        List.of(),
                        List.of(),
                        Optional.of(newerThan)));
    }

    private <A> void tell(NetworkMethod<A, ?> method, A word) {
        hub.get(PeerClient.class).call(hub.peer(a).orElseThrow(), method, word);
    }

    /** As each round does, until nobody throws. */
    private void follow() {
        a.get(new Key<Set<DirectoryListener>>() {}).forEach(listener -> listener.directoryChanged(published()));
    }

    private Directory published() {
        return hub.get(Publisher.class).current().orElseThrow();
    }

    private void publishedAfter(DirectoryVersion version) {
        sites.subNetworks().create(Optional.empty(), "Another", TestNetwork.ACTOR);
        hub.get(Publisher.class).publish();
        assertThat(published().version().isAfter(version)).isTrue();
    }
}
