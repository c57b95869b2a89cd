package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.directory.MemberReports;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryReader;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.MemberEntry;
import network.constellation.protocol.directory.Standing;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One hub and two sites; the hub signs, the sites hold the same. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HubDirectoryTest {
    @TempDir
    static Path folder;

    private static TestNetwork network;
    private static TestSite a;
    private static TestSite b;

    @BeforeAll
    static void network() {
        network = TestNetwork.found(folder);
        a = network.site("a");
        b = network.site("b");
        network.inviteAndJoin(a, 1);
        network.inviteAndJoin(b, 1);
        network.awaitMesh(2);
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    @Order(1)
    @Tag("NA-9")
    void members_hold_what_the_hub_signed() {
        TestNetwork.await(() -> publisher().publish().orElseThrow().members().stream()
                                .filter(HubDirectoryTest::saidItsSoftware)
                                .count()
                        == 2
                && a.get(NetworkDirectory.class).refresh()
                && b.get(NetworkDirectory.class).refresh()
                && version(a).equals(published().version())
                && version(b).equals(published().version()));

        Directory held = a.get(NetworkDirectory.class).current().orElseThrow();
        assertThat(held.document()).isEqualTo(published().document());
        MemberEntry other = held.member(b.wwwroot()).orElseThrow();
        assertThat(other.standing()).isEqualTo(Standing.ACTIVE);
        assertThat(other.generation()).isEqualTo(1);
        assertThat(held.hub()).isEqualTo(network.hub().wwwroot());
    }

    @Test
    @Order(2)
    void what_nothing_has_changed_keeps_its_version_and_is_signed_again_each_hour() {
        Directory before = published();
        assertThat(publisher().publish().orElseThrow().version()).isEqualTo(before.version());

        network.hub().clock().advance(Duration.ofMinutes(61));
        a.clock().advance(Duration.ofMinutes(61));
        b.clock().advance(Duration.ofMinutes(61));
        Directory later = publisher().publish().orElseThrow();

        assertThat(later.version()).isEqualTo(before.version());
        assertThat(later.header().issued()).isAfter(before.header().issued());
        TestNetwork.await(() -> a.get(NetworkDirectory.class)
                .current()
                .orElseThrow()
                .header()
                .issued()
                .equals(later.header().issued()));
    }

    @Test
    @Order(3)
    void the_document_is_verified_by_the_root_key_alone() throws Exception {
        DirectoryReader reader = new DirectoryReader(
                CryptoEngine.detect(), network.hub().get(Mandate.class).anchor().orElseThrow());

        Directory read = reader.received(
                published().document(), Optional.empty(), network.hub().clock().instant());

        assertThat(read.members()).hasSize(3);
        assertThat(read.member(a.wwwroot())
                        .orElseThrow()
                        .current()
                        .identity(CryptoEngine.detect(), a.wwwroot())
                        .certificate())
                .isEqualTo(a.get(network.constellation.peer.peers.SiteIdentity.class)
                        .published()
                        .certificate());
    }

    @Test
    @Order(4)
    void members_tell_the_hub_their_software_and_what_they_applied() {
        TestNetwork.await(() -> a.get(NetworkDirectory.class).refresh()
                && network.hub()
                        .get(MemberReports.class)
                        .find(a.wwwroot())
                        .filter(report -> report.applied().equals(published().version()))
                        .isPresent());
    }

    @Test
    @Order(5)
    @Tag("NA-9")
    void a_suspended_member_is_on_the_list_of_every_other_one_and_resumed_is_off_it() {
        Suspensions suspensions = network.hub().get(Suspensions.class);

        assertThat(suspensions.suspend(b.wwwroot(), "stolen laptop", TestNetwork.ACTOR))
                .isTrue();
        assertThat(suspensions.suspend(b.wwwroot(), "again", TestNetwork.ACTOR)).isFalse();

        assertThat(network.hub()
                        .get(Registry.class)
                        .find(b.wwwroot())
                        .orElseThrow()
                        .state())
                .isEqualTo(Member.State.SUSPENDED);
        TestNetwork.await(() -> a.get(NetworkDirectory.class).isSuspended(b.wwwroot())
                && a.get(NetworkDirectory.class)
                                .current()
                                .orElseThrow()
                                .member(b.wwwroot())
                                .orElseThrow()
                                .standing()
                        == Standing.SUSPENDED);
        assertThat(a.get(NetworkDirectory.class)
                        .suspensions()
                        .orElseThrow()
                        .find(b.wwwroot())
                        .orElseThrow()
                        .reason())
                .isEqualTo("stolen laptop");

        assertThat(suspensions.resume(b.wwwroot(), TestNetwork.ACTOR)).isTrue();
        TestNetwork.await(() -> !a.get(NetworkDirectory.class).isSuspended(b.wwwroot()));
        assertThat(network.hub()
                        .get(Registry.class)
                        .find(b.wwwroot())
                        .orElseThrow()
                        .state())
                .isEqualTo(Member.State.ADMITTED);
    }

    @Test
    @Order(6)
    void nobody_can_be_suspended_who_is_no_member() {
        assertThatThrownBy(() -> network.hub()
                        .get(Suspensions.class)
                        .suspend(Wwwroot.of("https://nobody.example"), "", TestNetwork.ACTOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a member");
    }

    @Test
    @Order(7)
    @Tag("P-11")
    void the_version_goes_on_after_a_restart_of_the_hub() {
        DirectoryVersion before = published().version();
        network.hub().stop();
        network.hub().startAgain();

        assertThat(published().version()).isEqualTo(before);
        assertThat(network.hub().get(Mandate.class).rootStillHere()).isPresent();
        TestNetwork.await(() -> version(a).compareTo(before) >= 0);
    }

    private static boolean saidItsSoftware(MemberEntry member) {
        return member.software().startsWith("Constellation");
    }

    private static Publisher publisher() {
        return network.hub().get(Publisher.class);
    }

    private static Directory published() {
        return publisher().current().orElseThrow();
    }

    private static DirectoryVersion version(TestSite site) {
        return site.get(NetworkDirectory.class)
                .current()
                .map(Directory::version)
                .orElse(DirectoryVersion.NONE);
    }
}
