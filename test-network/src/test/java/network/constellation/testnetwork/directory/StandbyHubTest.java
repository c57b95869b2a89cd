package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.standby.Lease;
import network.constellation.hub.standby.Promotion;
import network.constellation.hub.standby.Standby;
import network.constellation.hub.subnets.Members;
import network.constellation.peer.directory.NetworkDirectory;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.Standing;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 18: the hub is lost, its standby is promoted by one command, and the hub that comes back is fenced. */
@Tag("P-18")
final class StandbyHubTest {
    @TempDir
    Path folder;

    @Test
    void a_standby_takes_over_and_the_hub_that_returns_signs_nothing() {
        try (TestNetwork network = TestNetwork.found(folder)) {
            TestSite hub = network.hub();
            TestSite a = network.site("a");
            TestSite b = network.site("b");
            TestSite down = network.site("down");
            TestSite late = network.site("late");
            TestSite gone = network.site("gone");
            TestSite standby = network.standby("standby");
            for (TestSite site : new TestSite[] {a, b, down, gone, standby}) {
                network.inviteAndJoin(site, 1);
            }
            Path root = hub.get(Mandate.class).rootStillHere().orElseThrow();

            assertThatThrownBy(() -> standby.get(Promotion.class).promote(Set.of(), TestNetwork.ACTOR))
                    .hasMessageContaining("may not lead");
            assertThat(hub.get(Standby.class)
                            .appoint(standby.wwwroot(), root, TestNetwork.ACTOR)
                            .term())
                    .isEqualTo(2);
            assertThat(hub.get(Lease.class).confirm()).isTrue();
            hub.get(Suspensions.class).suspend(b.wwwroot(), "before", TestNetwork.ACTOR);
            TestNetwork.await(() -> a.get(NetworkDirectory.class).isSuspended(b.wwwroot())
                    && a.get(NetworkDirectory.class)
                            .current()
                            .flatMap(directory -> directory.member(standby.wwwroot()))
                            .isPresent());
            TestNetwork.await(() -> held(standby).equals(5));
            byte[] old = copy(standby);
            network.inviteAndJoin(late, 1);
            TestNetwork.await(() -> held(standby).equals(6));
            hub.get(Members.class).remove(gone.wwwroot(), TestNetwork.ACTOR);
            TestNetwork.await(() ->
                    hub.get(Registry.class).find(gone.wwwroot()).orElseThrow().state() == Member.State.REMOVED);
            TestNetwork.await(() -> DirectoryWorld.version(a).equals(published(hub))
                    && DirectoryWorld.version(standby).equals(published(hub)));

            hub.stop();
            down.stop();
            // As if it had been cut off from the hub, but for the directory.
            copy(standby, old);
            Promotion.Promoted promoted = standby.get(Promotion.class).promote(Set.of(), TestNetwork.ACTOR);

            assertThat(promoted.term()).isEqualTo(2);
            assertThat(promoted.directory().hub()).isEqualTo(standby.wwwroot());
            assertThat(standby.get(Registry.class).find(a.wwwroot())).isPresent();
            assertThat(standby.get(Suspensions.class).find(b.wwwroot())).isPresent();
            assertThat(promoted.directory().member(b.wwwroot()).orElseThrow().standing())
                    .isEqualTo(Standing.SUSPENDED);
            assertThat(promoted.notes())
                    .anyMatch(note -> note.startsWith(late + " joined after the copy"))
                    .anyMatch(note -> note.startsWith(gone + " left the network after the copy"));
            assertThat(promoted.directory().member(gone.wwwroot())).isEmpty();
            TestNetwork.await(() -> follows(late, standby));
            TestNetwork.await(() -> follows(a, standby));
            assertThat(a.get(NetworkDirectory.class).refresh()).isTrue();
            assertThat(a.get(NetworkDirectory.class).isSuspended(b.wwwroot())).isTrue();
            assertThat(a.get(NetworkDirectory.class).suspensions().orElseThrow().term())
                    .isEqualTo(2);

            hub.startAgain();
            DirectoryVersion last = published(hub);
            assertThat(hub.get(Lease.class).confirm()).isFalse();
            assertThat(hub.get(Lease.class).fencedBy()).isEqualTo(2);
            hub.get(Suspensions.class).resume(b.wwwroot(), TestNetwork.ACTOR);
            assertThat(hub.get(Publisher.class).publish().map(Directory::version))
                    .contains(last);
            assertThat(a.get(NetworkDirectory.class).isSuspended(b.wwwroot())).isTrue();

            standby.get(Suspensions.class).resume(b.wwwroot(), TestNetwork.ACTOR);
            down.startAgain();
            TestNetwork.await(() -> follows(down, standby));
            Peers peers = standby.get(Peers.class);
            standby.get(PeerClient.class)
                    .call(peers.require(a.wwwroot()), SystemMethods.LIST_SERVICES, Nothing.NOTHING);
            TestNetwork.await(() -> standby.get(Jobs.class).list().stream()
                    .filter(job -> job.kind().equals("hub-succession"))
                    .allMatch(job -> job.state() == JobView.State.DONE));
            assertThat(standby.get(Suspensions.class).find(b.wwwroot()))
                    .as("an older list that comes late cuts nobody off again")
                    .isEmpty();
        }
    }

    private static Object held(TestSite standby) {
        return standby.get(Promotion.class).state().get("copy") instanceof Map<?, ?> rows ? rows.get("members") : 0;
    }

    private static byte[] copy(TestSite standby) {
        return standby.get(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select content from standby_copy")
                        .mapTo(byte[].class)
                        .one());
    }

    private static void copy(TestSite standby, byte[] content) {
        standby.get(Jdbi.class).useHandle(handle -> handle.execute("update standby_copy set content = ?", content));
    }

    private static boolean follows(TestSite site, TestSite hub) {
        return DirectoryWorld.version(site).term() == 2
                && site.get(Peers.class)
                        .hub()
                        .filter(peer -> peer.wwwroot().equals(hub.wwwroot()))
                        .isPresent();
    }

    private static DirectoryVersion published(TestSite hub) {
        return hub.get(Publisher.class).current().orElseThrow().version();
    }
}
