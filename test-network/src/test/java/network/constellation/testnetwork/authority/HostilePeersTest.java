package network.constellation.testnetwork.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.dispatch.MethodTable;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.platform.CourseDraft;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.UserKey;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Authority;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A peer with valid keys calls every method that is declared, by enumeration over what an assembled node answers: with
 * forged callers, other peers' users and bad arguments. Nothing beyond its grants happens, and each refusal is written down.
 */
@Tag("NA-27")
@Tag("P-34")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePeersTest {
    private TestNetwork network;
    private TestSite hub;
    private TestSite victim;
    private TestSite mallory;
    private TestSite friend;
    private TestSite stranger;
    private Samples samples;
    private Attack attack;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        hub = network.hub();
        victim = network.site("victim");
        mallory = network.site("mallory");
        friend = network.site("friend");
        stranger = network.site("stranger");
        for (TestSite site : List.of(victim, mallory, friend)) {
            network.inviteAndJoin(site, 1);
        }
        network.awaitMesh(6);
        for (TestSite site : List.of(hub, victim)) {
            admit(site, stranger);
            people(site);
        }
        long shelf = victim.get(Platform.class)
                .courses()
                .createCategory("Sciences", "", "", 0)
                .id();
        victim.get(Platform.class).courses().create(CourseDraft.of("PHYS", "Physics", shelf));
        samples = Samples.claiming(hub.wwwroot().value());
        attack = new Attack(samples);
    }

    @AfterAll
    void close() {
        network.close();
    }

    /** Approved by hand at both ends, with no service at all. */
    private static void admit(TestSite one, TestSite other) {
        for (TestSite[] ends : new TestSite[][] {{one, other}, {other, one}}) {
            ends[0].get(Peers.class)
                    .admit(
                            ends[1].get(SiteIdentity.class).published(),
                            PeerTerms.of(ends[1].wwwroot().host(), Application.CONSTELLATION),
                            "test",
                            TestNetwork.ACTOR);
        }
    }

    /** An administrator of its own, and a visitor whose home is elsewhere. */
    private void people(TestSite site) {
        site.get(Accounts.class)
                .create(
                        new NewAccount(
                                "claire",
                                Profile.of("Claire", "Bernard", "claire@example.org"),
                                Optional.of("four words are better"),
                                List.of(Accounts.ADMIN)),
                        TestNetwork.ACTOR);
        site.get(Platform.class)
                .users()
                .create(new UserKey(friend.wwwroot(), "bob"), "mnet", Profile.of("Bob", "Friend", "bob@example.org"));
    }

    @Test
    void argumentsOfEveryDeclaredMethodAreFound() {
        List<String> none = new ArrayList<>();
        for (TestSite target : List.of(victim, hub)) {
            for (NetworkMethod<?, ?> method : target.get(MethodTable.class).all()) {
                try {
                    samples.of(method);
                } catch (AssertionError underivable) {
                    none.add(underivable.getMessage());
                }
            }
        }
        assertThat(none).isEmpty();
    }

    private static Set<String> forTheHub(TestSite target) {
        return target.get(MethodTable.class).all().stream()
                .filter(method -> method.authority() == Authority.HUB)
                .map(NetworkMethod::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> administration(TestSite target) {
        return target.get(MethodTable.class).all().stream()
                .filter(method -> method.services().contains("mnetadmin"))
                .map(NetworkMethod::name)
                .collect(Collectors.toSet());
    }

    private static void publishEverything(TestSite target, TestSite to) {
        Set<String> all = new HashSet<>();
        target.get(MethodTable.class).all().forEach(method -> all.addAll(method.services()));
        target.get(Services.class)
                .set(Optional.of(to.wwwroot()), Optional.of(all), Optional.empty(), TestNetwork.ACTOR);
    }

    @Test
    void anOrdinarySiblingOfTheSameSubNetworkStaysInItsBox() {
        for (TestSite target : List.of(victim, hub)) {
            if (mallory.peer(target).isEmpty()) {
                continue;
            }
            List<Attack.Call> calls = attack.attackAll(mallory, target, Set.of());
            assertThat(Attack.answered(calls)).doesNotContainAnyElementsOf(forTheHub(target));
            assertThat(Attack.answered(calls)).doesNotContainAnyElementsOf(administration(target));
        }
    }

    @Test
    void aStrangerThatWasApprovedReachesOnlyWhatNeedsNoService() {
        for (TestSite target : List.of(victim, hub)) {
            List<Attack.Call> calls = attack.attackAll(stranger, target, Set.of());
            assertThat(Attack.answered(calls))
                    .as("of the network's directory a peer outside of the network learns that there is nothing for it")
                    .allSatisfy(
                            name -> assertThat(name).matches("system/.*|constellation/directory/(status|suspensions)"));
            assertThat(calls)
                    .filteredOn(call -> call.method().startsWith("constellation/directory/"))
                    .allSatisfy(call -> assertThat(call.answer()).hasSizeLessThan(200));
        }
    }

    @Test
    void aSiblingToWhichEverythingWasPublishedByMistakeIsStillNotTheHub() {
        publishEverything(victim, friend);
        List<Attack.Call> calls = attack.attackAll(
                // The victim follows the directory, which takes such a mistake back.
                friend, victim, Set.of("introduction", "peer_service"));
        assertThat(Attack.answered(calls)).doesNotContainAnyElementsOf(forTheHub(victim));
        assertThat(Attack.answered(calls)).doesNotContainAnyElementsOf(administration(victim));
    }

    /** That the comparison sees a change where there is one. */
    @Test
    void withItsGrantsTheSameHubChangesSomething() {
        List<NetworkMethod<?, ?>> function = victim.get(MethodTable.class).all().stream()
                .filter(method -> method.name().endsWith("/mnetadmin_rpc_set_plugins_states"))
                .collect(Collectors.toList());
        Map<String, String> before = Fingerprint.of(victim);
        function.forEach(method -> attack.attack(hub, victim, method));
        assertThat(Fingerprint.changed(before, Fingerprint.of(victim))).contains("command_call", "platform_plugin");
    }

    @Test
    void aHubThatWasTakenOverDoesNothingBeyondItsGrants() {
        Grants grants = victim.get(Grants.class);
        List<Operation> before = grants.open(hub.wwwroot());
        grants.withdraw(hub.wwwroot(), List.of(Operation.values()), TestNetwork.ACTOR);
        try {
            List<Attack.Call> calls = attack.attackAll(
                    // That a link has ended is the hub's to say, whatever is granted; noted also of sites unknown here.
                    hub, victim, Set.of("dismissal"));
            assertThat(Attack.answered(calls)).doesNotContainAnyElementsOf(administration(victim));
            AuthorityTable.hold(List.of(victim, hub), calls);
        } finally {
            grants.grant(hub.wwwroot(), before, "", null, TestNetwork.ACTOR);
        }
    }
}
