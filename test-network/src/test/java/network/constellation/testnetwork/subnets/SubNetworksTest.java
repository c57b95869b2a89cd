package network.constellation.testnetwork.subnets;

import static network.constellation.testnetwork.subnets.LinkedSites.held;
import static network.constellation.testnetwork.subnets.LinkedSites.knowEachOther;
import static network.constellation.testnetwork.subnets.LinkedSites.siblings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import network.constellation.hub.subnets.PlanChange;
import network.constellation.hub.subnets.SubNetwork;
import network.constellation.hub.subnets.WhoCallsWhom;
import network.constellation.protocol.directory.strategy.LinkServices;
import network.constellation.protocol.directory.strategy.Policy;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.directory.strategy.ServiceStrategy;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Policies and matrices over real sites (network-admin.md 2.1 to 2.3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubNetworksTest {
    private static final ServiceMatrix ONE_WAY =
            new ServiceMatrix(Set.of("publishflow", "sso_sp"), Set.of("mnet_enrol", "sso_idp"));

    private LinkedSites linked;
    private TestSite a;
    private TestSite b;
    private TestSite c;

    @BeforeAll
    void found(@TempDir Path folder) {
        linked = new LinkedSites(folder, "a", "b", "c");
        a = linked.sites.get(0);
        b = linked.sites.get(1);
        c = linked.sites.get(2);
    }

    @BeforeEach
    void apart() {
        linked.apart();
    }

    @AfterAll
    void close() {
        linked.close();
    }

    @Test
    @Tag("NA-2")
    void theHubAndOneOfItsMembersShareWhatTheOriginalsShareAndOurOwn() {
        TestSite hub = linked.network.hub();
        // Beside the originals' services come our own: the hub introduces, asks for settings, counts and looks for
        // people.
        Set<String> own = Set.of("constellation_hub", "dataexchange", "mnetlocator", "mnetreport");
        assertThat(own).isEqualTo(LinkServices.OWN_TO_THE_HUB);
        for (TestSite site : linked.sites) {
            assertThat(linked.members().policy(site.wwwroot())).isEqualTo(Policy.HUB);
            Set<String> published = new TreeSet<>(held(site, hub).publish());
            assertThat(published.removeAll(own)).isTrue();
            assertThat(published).containsExactly("mnetadmin", "sso_sp");
            assertThat(held(site, hub).subscribe()).containsExactly("sso_idp");
            assertThat(held(hub, site)).isEqualTo(held(site, hub).mirrored());
            assertThat(siblings(site)).isEmpty();
        }
    }

    @Test
    @Tag("NA-3")
    void thoseWhoAskForANewSubNetworkAtOnceGetOneEach() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> askers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                askers.add(() -> linked.subNetworks()
                        .create(Optional.empty(), "", TestNetwork.ACTOR)
                        .number());
            }
            Set<Integer> before =
                    linked.subNetworks().list().stream().map(SubNetwork::number).collect(Collectors.toSet());
            Set<Integer> got = new TreeSet<>();
            for (Future<Integer> asked : pool.invokeAll(askers)) {
                got.add(asked.get());
            }
            assertThat(got).hasSize(12).doesNotContainAnyElementsOf(before);
        } finally {
            pool.shutdownNow();
        }
        int highest = linked.subNetworks().list().stream()
                .mapToInt(SubNetwork::number)
                .max()
                .orElse(0);
        linked.members().policyNew(a.wwwroot(), TestNetwork.ACTOR);
        assertThat(linked.members().subNetworksOf(a.wwwroot())).containsExactly(highest + 1);
        linked.members().policyNew(b.wwwroot(), TestNetwork.ACTOR);
        assertThat(linked.members().subNetworksOf(b.wwwroot())).containsExactly(highest + 2);
    }

    @Test
    @Tag("NA-4")
    void joiningTheHighestNumberLeavesACompleteMesh() {
        int number = linked.subnetwork(a, b, c);
        assertThat(linked.subNetworks()
                        .list()
                        .get(linked.subNetworks().list().size() - 1)
                        .number())
                .isEqualTo(number);
        assertThat(knowEachOther(a, b) && knowEachOther(b, c) && knowEachOther(a, c))
                .isTrue();
        assertThat(linked.check().check(Optional.empty()).isWhole()).isTrue();
    }

    @Test
    @Tag("NA-5")
    void aDisabledMemberIsLinkedWithNobodyAndComesBackInLine() {
        int number = linked.subnetwork(a, b);
        linked.members().disable(b.wwwroot(), TestNetwork.ACTOR);
        linked.awaitWhole();
        assertThat(siblings(a)).isEmpty();
        assertThat(siblings(b)).isEmpty();
        linked.subNetworks().join(number, c.wwwroot(), TestNetwork.ACTOR);
        linked.awaitWhole();
        assertThat(siblings(b)).as("not meshed while disabled").isEmpty();

        linked.members().enable(b.wwwroot(), TestNetwork.ACTOR);
        linked.awaitWhole();
        assertThat(knowEachOther(a, b) && knowEachOther(b, c)).isTrue();
        assertThat(linked.check().check(Optional.empty()).isWhole()).isTrue();
    }

    @Test
    @Tag("NA-6")
    void whatTheNewerOnePublishesTheOlderSubscribesInBothDomains() {
        int number = linked.subnetwork(a, b);
        linked.subNetworks().setMatrix(number, ONE_WAY, Optional.empty(), TestNetwork.ACTOR);
        linked.subNetworks().setMain(new ServiceMatrix(Set.of("publishflow"), Set.of("mnet_enrol")), TestNetwork.ACTOR);
        linked.awaitWhole();
        assertThat(held(b, a)).as("b was admitted after a").isEqualTo(ONE_WAY);
        assertThat(held(a, b)).isEqualTo(ONE_WAY.mirrored());
        TestSite hub = linked.network.hub();
        for (TestSite site : linked.sites) {
            assertThat(held(site, hub).publish()).contains("publishflow", "mnetadmin", "sso_sp");
            assertThat(held(site, hub).subscribe()).containsExactly("mnet_enrol", "sso_idp");
            assertThat(held(hub, site)).isEqualTo(held(site, hub).mirrored());
        }
        linked.subNetworks().setMain(ServiceMatrix.NONE, TestNetwork.ACTOR);
        linked.awaitWhole();
        assertThat(linked.check().check(Optional.empty()).isWhole()).isTrue();
    }

    @Test
    @Tag("NA-7")
    void theDefaultStrategyOpensSingleSignOnOnly() {
        linked.members().strategy(b.wwwroot(), ServiceStrategy.DEFAULT, TestNetwork.ACTOR);
        linked.subnetwork(a, b);
        assertThat(held(a, b)).isEqualTo(ServiceMatrix.SINGLE_SIGN_ON);
        assertThat(held(b, a)).isEqualTo(ServiceMatrix.SINGLE_SIGN_ON);
        linked.members().strategy(b.wwwroot(), ServiceStrategy.SUBNETWORK, TestNetwork.ACTOR);
        linked.awaitWhole();
        assertThat(held(a, b)).isEqualTo(ServiceMatrix.NEW_SUBNETWORK);
    }

    @Test
    @Tag("NA-8")
    void administrationBetweenSiblingsIsRefusedUntilSomebodyConfirmsIt() {
        int number = linked.subnetwork(a, b);
        ServiceMatrix dangerous = ServiceMatrix.SINGLE_SIGN_ON.with("mnetadmin", true, false);
        assertThatThrownBy(() -> linked.subNetworks().setMatrix(number, dangerous, Optional.empty(), TestNetwork.ACTOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("could administer each other");
        assertThat(linked.subNetworks().find(number).orElseThrow().matrix()).isEqualTo(ServiceMatrix.NEW_SUBNETWORK);

        linked.subNetworks().setMatrix(number, dangerous, Optional.of("b leads a"), "amina");
        linked.awaitWhole();
        assertThat(linked.subNetworks().find(number).orElseThrow().confirmation())
                .isEqualTo(new SubNetwork.Confirmation("amina", "b leads a"));
        assertThat(linked.network
                        .hub()
                        .audited(line ->
                                "b leads a".equals(line.event().details().get("confirmed"))))
                .hasSize(1);
        assertThat(held(b, a).publish()).contains("mnetadmin");
        assertThat(held(a, b).publish()).doesNotContain("mnetadmin");
    }

    @Test
    @Tag("NA-16")
    void movingEndsTheOldLinksAndMakesTheNewAndLeavesTheHubsAlone() {
        int old = linked.subnetwork(a, b);
        int next = linked.subnetwork(c);
        ServiceMatrix withHub = held(b, linked.network.hub());
        WhoCallsWhom.Change foreseen = WhoCallsWhom.between(
                linked.subNetworks().plan(),
                PlanChange.apply(linked.subNetworks().plan(), "move " + old + " " + next + " " + b.wwwroot()));
        assertThat(foreseen.gained()).extracting(WhoCallsWhom.Right::callee).contains(b.wwwroot(), c.wwwroot());
        assertThat(foreseen.lost())
                .hasSize(6)
                .allMatch(right -> Set.of(right.caller(), right.callee()).equals(Set.of(a.wwwroot(), b.wwwroot())));

        linked.subNetworks().move(old, next, b.wwwroot(), TestNetwork.ACTOR);
        linked.awaitWhole();
        assertThat(siblings(a)).isEmpty();
        assertThat(siblings(b)).containsExactly(c.wwwroot().value());
        assertThat(siblings(c)).containsExactly(b.wwwroot().value());
        assertThat(held(b, linked.network.hub())).isEqualTo(withHub);
        assertThat(b.knows(linked.network.hub())).isTrue();
        assertThat(WhoCallsWhom.under(linked.subNetworks().plan())).containsAll(foreseen.gained());
    }
}
