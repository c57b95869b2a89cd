package network.constellation.testnetwork.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.StrangerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.KeyRotation;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.subnets.NetworkTerms;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sites that are down, leave, change their keys, strangers, and links that spoil what they carry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubleStoryTest {
    private static final int CALLS_PER_GENERATION = 40;

    private TestNetwork network;
    private TestSite a;
    private TestSite b;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        a = network.site("a");
        b = network.site("b");
        network.inviteAndJoin(a, 1);
        network.inviteAndJoin(b, 1);
        network.awaitMesh(2);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private static int call(TestSite from, TestSite to) {
        return from.get(PeerClient.class)
                .call(from.peer(to).orElseThrow(), SystemMethods.LIST_SERVICES, Nothing.NOTHING)
                .size();
    }

    private List<LinkEnd> links(int subnetwork) {
        return network.hub().get(SubNetworks.class).links().stream()
                .filter(end -> end.subnetwork() == subnetwork)
                .toList();
    }

    @Test
    void aSiteThatIsDownIsAMissingLinkUntilItReturnsAndLeavingWithdrawsIt() {
        SubNetworks subNetworks = network.hub().get(SubNetworks.class);
        TestSite away = network.site("away");
        TestSite late = network.site("late");
        for (TestSite site : List.of(away, late)) {
            String line = network.hub()
                    .get(Invitations.class)
                    .invite("", Optional.empty(), TestNetwork.ACTOR)
                    .line();
            assertThat(TestNetwork.join(site, line).state()).isEqualTo(JobView.State.DONE);
        }
        int number =
                subNetworks.create(Optional.empty(), "Later", TestNetwork.ACTOR).number();
        subNetworks.join(number, late.wwwroot(), TestNetwork.ACTOR);
        TestNetwork.cutOff(away);
        subNetworks.join(number, away.wwwroot(), TestNetwork.ACTOR);

        // The other end is told all the same, and says who is silent.
        TestNetwork.await(() -> links(number).stream()
                .anyMatch(end -> end.at().equals(late.wwwroot()) && end.state() == LinkEnd.State.LINKED));
        TestNetwork.await(() -> links(number).stream()
                .anyMatch(end -> end.at().equals(away.wwwroot())
                        && end.state() == LinkEnd.State.MISSING
                        && end.lastError() != null));
        // Nobody reaches it, but it may have read the network's directory: what counts is that the hub does not know
        // it.
        away.link().weather(Weather.FAIR);
        TestNetwork.await(() -> links(number).stream().allMatch(end -> end.state() == LinkEnd.State.LINKED));
        TestNetwork.await(() -> call(away, late) > 0);
        TestNetwork.await(() -> call(late, away) > 0);

        subNetworks.leave(number, away.wwwroot(), TestNetwork.ACTOR);
        TestNetwork.await(() -> links(number).isEmpty());
        assertThat(away.knows(late)).isFalse();
        assertThat(late.knows(away)).isFalse();
        assertThat(late.get(Services.class).table().rows(away.wwwroot().value()))
                .isEmpty();

        // Coming back is joining again.
        subNetworks.join(number, away.wwwroot(), TestNetwork.ACTOR);
        TestNetwork.await(() -> links(number).size() == 2
                && links(number).stream().allMatch(end -> end.state() == LinkEnd.State.LINKED));
        assertThat(call(away, late)).isPositive();
    }

    @Test
    void aKeyRotatesWhileCallsGoOnAndNoneFails() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            Future<?> there = callers.submit(() -> {
                while (!stop.get()) {
                    assertThat(call(a, b)).isPositive();
                    calls.incrementAndGet();
                }
            });
            Future<?> back = callers.submit(() -> {
                while (!stop.get()) {
                    assertThat(call(b, a)).isPositive();
                    calls.incrementAndGet();
                }
            });
            for (int rotation = 0; rotation < 2; rotation++) {
                int generation = b.get(SiteIdentity.class).current().generation();
                var job = b.get(Jobs.class)
                        .start(b.get(KeyRotation.class), KeyRotation.ordered(TestNetwork.ACTOR, "test"));
                assertThat(b.get(Jobs.class).await(job, TestNetwork.PATIENCE).state())
                        .isEqualTo(JobView.State.DONE);
                assertThat(b.get(SiteIdentity.class).current().generation()).isEqualTo(generation + 1);
                int then = calls.get();
                TestNetwork.await(() -> there.isDone() || back.isDone() || calls.get() > then + CALLS_PER_GENERATION);
            }
            stop.set(true);
            there.get();
            back.get();
            System.out.println("Key rotation: " + calls.get() + " calls, 0 failed, 2 generations");
        } finally {
            stop.set(true);
            callers.shutdownNow();
        }
        TestNetwork.await(() -> {
            call(a, b);
            return a.peer(b).orElseThrow().keys().same(b.get(SiteIdentity.class).published());
        });
    }

    @Test
    void aStrangersKeysWaitForAnAdministrator() {
        TestSite stranger = network.site("stranger");
        stranger.get(StrangerClient.class)
                .keyswap(a.wwwroot(), NetworkTerms.forSite(a.wwwroot(), "", Application.MOODLE, ""));
        assertThat(a.get(Offers.class).list()).anySatisfy(offer -> {
            assertThat(offer.wwwroot()).isEqualTo(stranger.wwwroot());
            assertThat(offer.state()).isEqualTo(PeerState.PENDING);
            assertThat(offer.identity().certificate())
                    .isEqualTo(stranger.get(SiteIdentity.class).published().certificate());
        });
        assertThat(a.knows(stranger)).isFalse();
        assertThat(a.get(Services.class).table().rows(stranger.wwwroot().value()))
                .isEmpty();
    }

    @Test
    void aRequestThatArrivesTwiceIsExecutedOnce() {
        int before = refusals("replay").size();
        b.link().cutAll();
        b.link().weather(Weather.FAIR.duplicating());
        try {
            assertThat(call(a, b)).isPositive();
            b.link().cutAll();
            TestNetwork.await(() -> refusals("replay").size() > before);
        } finally {
            b.link().weather(Weather.FAIR);
            b.link().cutAll();
        }
        assertThat(call(a, b)).isPositive();
    }

    @Test
    void aRequestThatWasTouchedOnItsWayIsRefused() {
        b.link().cutAll();
        b.link().weather(Weather.FAIR.corrupting());
        try {
            assertThatThrownBy(() -> call(a, b)).isInstanceOf(UnreachableException.class);
        } finally {
            b.link().weather(Weather.FAIR);
            b.link().cutAll();
        }
        TestNetwork.await(() -> call(a, b) > 0);
    }

    private List<String> refusals(String like) {
        return b.audited(line -> line.event().name().equals("call.refused")).stream()
                .map(line -> line.event().details().getOrDefault("reason", ""))
                .filter(reason -> reason.contains(like))
                .toList();
    }
}
