package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.standby.Lease;
import network.constellation.hub.standby.Promotion;
import network.constellation.hub.standby.Standby;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.peers.Application;
import network.constellation.peer.subnets.NetworkTerms;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.method.directory.DirectoryMethods;
import network.constellation.protocol.method.directory.SuccessionAnswer;
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

/** What may go wrong around the right to lead: strangers, a mandate that ends, a hub that says two things. */
@Tag("P-18")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StandbyTroubleTest {
    @TempDir
    static Path folder;

    private static TestNetwork network;
    private static TestSite hub;
    private static TestSite a;
    private static TestSite standby;
    private static Path root;

    @BeforeAll
    static void network() {
        network = TestNetwork.found(folder, "\nhub-directory.mandate = 1\n");
        hub = network.hub();
        a = network.site("a");
        standby = network.standby("standby");
        network.inviteAndJoin(a, 1);
        network.inviteAndJoin(standby, 1);
        root = hub.get(Mandate.class).rootStillHere().orElseThrow();
        TestNetwork.await(() -> DirectoryWorld.version(a).equals(published()));
    }

    @AfterAll
    static void close() {
        network.close();
    }

    @Test
    @Order(1)
    void aStrangerLearnsAndChangesNothingWithDocumentsOfAnyKind() {
        TestSite stranger = network.foundHub("stranger");
        DirectoryVersion before = DirectoryWorld.version(a);
        byte[] own = stranger.get(Publisher.class).publish().orElseThrow().document();
        byte[] genuine = a.get(NetworkDirectory.class).current().orElseThrow().document();
        byte[] changed = genuine.clone();
        changed[changed.length / 2] ^= 1;

        for (byte[] refused : List.of(own, changed, new byte[] {1, 2, 3}, new byte[0])) {
            assertThat(brought(stranger, a, refused)).isEqualTo(new SuccessionAnswer(SuccessionAnswer.State.REFUSED));
        }
        assertThat(brought(a, stranger, genuine))
                .as("a site of another network says the same")
                .isEqualTo(new SuccessionAnswer(SuccessionAnswer.State.REFUSED));
        assertThat(brought(stranger, a, genuine))
                .as("what is held is held")
                .isEqualTo(new SuccessionAnswer(SuccessionAnswer.State.TAKEN));
        // A newer version of the same term comes from the hub itself, not from whoever has got hold of it.
        change(7);
        TestNetwork.await(
                () -> published().isAfter(before) && DirectoryWorld.version(a).equals(published()));
        assertThat(a.audited(line -> line.event().name().equals("directory.refused")))
                .isNotEmpty();
        stranger.close();
    }

    @Test
    @Order(2)
    void aMandateThatHasEndedIsRenewedWithTheRootKeyOnly() throws IOException {
        for (TestSite site : List.of(hub, a, standby)) {
            site.clock().advance(Duration.ofHours(25));
        }
        DirectoryVersion before = published();
        // What it signed now nobody could read, itself neither after a restart.
        change(77);
        assertThat(published()).isEqualTo(before);
        hub.stop();
        hub.startAgain();
        assertThat(published()).isEqualTo(before);

        TestSite third = network.foundHub("third");
        third.get(Publisher.class).publish();
        Path wrong = folder.resolve("wrong.pem");
        Files.copy(third.get(Mandate.class).rootStillHere().orElseThrow(), wrong);
        Mandate mandate = hub.get(Mandate.class);
        assertThatThrownBy(() -> mandate.renew(wrong, TestNetwork.ACTOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("root key of another network");
        assertThatThrownBy(() -> mandate.renew(folder.resolve("none.pem"), TestNetwork.ACTOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no file");
        assertThat(hub.get(Publisher.class).publish().map(Directory::version)).contains(before);

        assertThat(mandate.renew(root, TestNetwork.ACTOR).term()).isEqualTo(1);
        assertThat(hub.get(Publisher.class).publish().orElseThrow().version().isAfter(before))
                .isTrue();
        TestNetwork.await(() -> a.get(NetworkDirectory.class).refresh()
                && DirectoryWorld.version(a).equals(published()));
        assertThat(a.get(NetworkDirectory.class)
                        .current()
                        .orElseThrow()
                        .signedHeader()
                        .delegation()
                        .notAfter())
                .isAfter(hub.clock().instant().plus(Duration.ofHours(23)));
        TestNetwork.await(() -> standby.get(NetworkDirectory.class).refresh());
    }

    @Test
    @Order(3)
    void aHubThatSaysTwoThingsUnderOneNumberFreezesAndItsStandbyLeads() {
        Path data = folder.resolve("hub");
        Path backup = folder.resolve("hub-backup");
        hub.stop();
        copy(data, backup);
        hub.startAgain();
        change(8);
        TestNetwork.await(() -> DirectoryWorld.version(a).equals(published())
                && DirectoryWorld.version(standby).equals(published()));
        DirectoryVersion seen = published();
        hub.stop();
        delete(data);
        copy(backup, data);
        hub.startAgain();
        // The clock stands still: documents of one number are told apart by what is in them.
        change(9);
        TestNetwork.await(() -> published().equals(seen));
        // The first question may meet a connection that ended with the hub's former process.
        TestNetwork.await(() -> {
            a.get(NetworkDirectory.class).refresh();
            return !a.audited(line -> line.event().name().equals("directory.refused")
                            && line.toString().contains("conflicting"))
                    .isEmpty();
        });

        hub.get(Standby.class).appoint(standby.wwwroot(), root, TestNetwork.ACTOR);
        assertThat(hub.get(Lease.class).confirm()).isFalse();
        assertThat(hub.get(Lease.class).frozen()).contains("two directories with version " + seen);
        assertThat(hub.audited(line -> line.event().name().equals("hub.frozen")))
                .hasSize(1);
        change(10);
        assertThat(hub.get(Publisher.class).publish().map(Directory::version)).contains(seen);
        hub.stop();
        hub.startAgain();
        assertThat(hub.get(Lease.class).frozen()).isNotEmpty();
        assertThat(hub.get(Publisher.class).publish().map(Directory::version)).contains(seen);

        TestNetwork.await(() -> standby.get(Promotion.class).state().containsKey("copied"));
        assertThat(standby.get(Promotion.class)
                        .promote(Set.of(), TestNetwork.ACTOR)
                        .term())
                .isEqualTo(2);
        TestNetwork.await(() -> DirectoryWorld.version(a).term() == 2);
        hub.get(Lease.class).confirm();
        assertThat(hub.get(Lease.class).fencedBy()).isEqualTo(2);
    }

    private static SuccessionAnswer brought(TestSite by, TestSite to, byte[] document) {
        return by.get(StrangerClient.class)
                .call(
                        to.wwwroot(),
                        NetworkTerms.forSite(to.wwwroot(), "", Application.CONSTELLATION, ""),
                        DirectoryMethods.SUCCEED,
                        document);
    }

    private static void change(int number) {
        hub.get(SubNetworks.class).create(Optional.of(number), "Number " + number, TestNetwork.ACTOR);
        hub.get(Publisher.class).publish();
    }

    private static DirectoryVersion published() {
        return hub.get(Publisher.class).current().orElseThrow().version();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
