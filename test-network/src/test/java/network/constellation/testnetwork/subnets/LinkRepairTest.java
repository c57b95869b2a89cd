package network.constellation.testnetwork.subnets;

import static network.constellation.testnetwork.subnets.LinkedSites.held;
import static network.constellation.testnetwork.subnets.LinkedSites.knowEachOther;
import static network.constellation.testnetwork.subnets.LinkedSites.siblings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.subnets.CheckReport;
import network.constellation.hub.subnets.Difference;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.MemberLinks;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.SiteKeysMaker;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.subnets.Membership;
import network.constellation.protocol.directory.strategy.Policy;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Links that are missing, drift apart, or end with a removal (network-admin.md 2.5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LinkRepairTest {
    private LinkedSites linked;
    private TestSite a;
    private TestSite b;
    private TestSite c;
    private int number;

    @BeforeAll
    void found(@TempDir Path folder) {
        linked = new LinkedSites(folder, "a", "b", "c");
        a = linked.sites.get(0);
        b = linked.sites.get(1);
        c = linked.sites.get(2);
        number = linked.subnetwork(a, b);
    }

    @AfterAll
    void close() {
        linked.close();
    }

    private Map<String, Integer> attempts() {
        return linked.subNetworks().links().stream()
                .collect(Collectors.toMap(end -> end.at() + " " + end.about(), LinkEnd::attempts));
    }

    @Test
    @Order(1)
    @Tag("NA-14")
    void whoIsSilentIsAMissingLinkAndTheRepairTellsOnlyThatOne() {
        TestNetwork.cutOff(a);
        linked.subNetworks().join(number, c.wwwroot(), TestNetwork.ACTOR);
        TestNetwork.await(() -> {
            MemberLinks links = linked.members().links(c.wwwroot());
            return links.sentence().equals("joined, 1 link missing")
                    && links.ends().stream().anyMatch(end -> end.isOpen() && end.lastError() != null);
        });
        assertThat(knowEachOther(b, c)).isTrue();
        Map<String, Integer> before = attempts();

        a.link().weather(Weather.FAIR);
        assertThat(linked.check().repair(Optional.empty(), TestNetwork.ACTOR).job())
                .isPresent();
        linked.awaitWhole();
        Map<String, Integer> after = attempts();
        after.forEach((end, count) -> {
            if (!end.equals(a.wwwroot() + " " + c.wwwroot())) {
                assertThat(count).as(end).isEqualTo(before.get(end));
            }
        });
        assertThat(linked.members().links(c.wwwroot()).sentence()).isEqualTo("joined");
    }

    @Test
    @Order(2)
    @Tag("NA-15")
    void whatWasBrokenByHandIsFoundAtBothEndsAndOnlyThatIsRepaired() {
        // Who was cut off missed the news and asks when its minute is over; what is broken before, it mends itself.
        linked.network.advance(Duration.ofSeconds(70));
        linked.network.awaitFollowed(a, b, c);
        assertThat(linked.check().check(Optional.empty()).isWhole()).isTrue();
        Map<String, Integer> before = attempts();
        a.get(Peers.class).remove(b.wwwroot(), "admin");
        b.get(Services.class)
                .set(Optional.of(c.wwwroot()), Optional.of(Set.of("sso_sp")), Optional.of(Set.of()), "admin");
        c.get(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "update introduction set subnetwork = ? where wwwroot = ?",
                        number + 77,
                        a.wwwroot().value()));

        CheckReport found = linked.check().check(Optional.empty());
        assertThat(found.differences())
                .extracting(Difference::at, Difference::about, Difference::kind)
                .containsExactlyInAnyOrder(
                        tuple(a.wwwroot(), b.wwwroot(), Difference.Kind.UNKNOWN),
                        tuple(b.wwwroot(), c.wwwroot(), Difference.Kind.SERVICES),
                        tuple(c.wwwroot(), a.wwwroot(), Difference.Kind.SUBNETWORKS));

        linked.check().repair(Optional.empty(), TestNetwork.ACTOR);
        linked.awaitWhole();
        TestNetwork.await(() -> {
            linked.check().repair(Optional.empty(), TestNetwork.ACTOR);
            linked.awaitWhole();
            return linked.check().check(Optional.empty()).isWhole();
        });
        assertThat(knowEachOther(a, b) && knowEachOther(b, c) && knowEachOther(a, c))
                .isTrue();
        assertThat(held(b, c)).isEqualTo(ServiceMatrix.NEW_SUBNETWORK);
        Map<String, Integer> after = attempts();
        assertThat(after.keySet().stream()
                        .filter(end -> !after.get(end).equals(before.get(end)))
                        .collect(Collectors.toSet()))
                .as("ends that were told anything")
                .containsExactlyInAnyOrder(
                        a.wwwroot() + " " + b.wwwroot(),
                        b.wwwroot() + " " + c.wwwroot(),
                        c.wwwroot() + " " + a.wwwroot());
        assertThat(linked.network.hub().audited(line -> line.event().name().equals("link.repaired")))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @Order(3)
    @Tag("NA-15")
    void aLinkWithOtherKeysAndOneThatNobodyWantsAreMended() {
        linked.network.awaitFollowed(a, b, c);
        a.get(Peers.class).replaceKeys(b.wwwroot(), otherKeysOf(b), "administrator", "admin");
        linked.network.hub().get(Jdbi.class).useHandle(handle -> {
            handle.execute(
                    "delete from subnetwork_member where wwwroot = ?",
                    c.wwwroot().value());
            handle.execute(
                    "delete from subnetwork_link where subnetwork > 0 and (at_wwwroot = ? or" + " about_wwwroot = ?)",
                    c.wwwroot().value(),
                    c.wwwroot().value());
        });
        CheckReport found =
                linked.check().repair(Optional.empty(), TestNetwork.ACTOR).report();
        assertThat(found.differences())
                .extracting(Difference::at, Difference::kind)
                .contains(tuple(a.wwwroot(), Difference.Kind.OTHER_KEYS))
                .contains(tuple(a.wwwroot(), Difference.Kind.UNWANTED))
                .contains(tuple(c.wwwroot(), Difference.Kind.UNWANTED));
        linked.awaitWhole();
        assertThat(a.peer(b).orElseThrow().keys().same(b.get(SiteIdentity.class).published()))
                .isTrue();
        assertThat(siblings(c)).isEmpty();
        assertThat(siblings(a)).containsExactly(b.wwwroot().value());
        assertThat(linked.check().check(Optional.empty()).isWhole()).isTrue();
    }

    /** Somebody else's, under the name of the site. */
    private static PublicIdentity otherKeysOf(TestSite site) {
        CryptoEngine engine = CryptoEngine.detect();
        return new SiteKeysMaker(engine)
                .make(
                        site.wwwroot(),
                        CertificateSubject.named("Other", site.wwwroot()),
                        9,
                        site.clock().instant(),
                        Duration.ofDays(28))
                .publicIdentity(engine);
    }

    @Test
    @Order(4)
    @Tag("NA-17")
    void aRemovedSiteIsKnownNowhereAndWhoWasDownIsServedWhenItReturns() {
        linked.subNetworks().join(number, c.wwwroot(), TestNetwork.ACTOR);
        linked.awaitWhole();
        TestNetwork.cutOff(b);
        linked.members().remove(c.wwwroot(), TestNetwork.ACTOR);
        TestNetwork.await(() -> linked.members().links(c.wwwroot()).ends().stream()
                .noneMatch(end -> end.isOpen() && !end.at().equals(b.wwwroot())));
        assertThat(a.knows(c)).isFalse();
        assertThat(held(a, c)).isEqualTo(ServiceMatrix.NONE);
        assertThat(linked.network.hub().knows(c)).isFalse();
        assertThat(c.get(Membership.class).network()).isEmpty();
        assertThat(c.get(Peers.class).list()).noneMatch(peer -> peer.isApproved());
        assertThat(linked.members().links(c.wwwroot()).ends())
                .as("reported for each peer")
                .extracting(LinkEnd::at)
                .contains(
                        a.wwwroot(),
                        b.wwwroot(),
                        c.wwwroot(),
                        linked.network.hub().wwwroot());

        b.link().weather(Weather.FAIR);
        TestNetwork.await(() -> linked.members().links(c.wwwroot()).missing() == 0);
        assertThat(b.knows(c)).isFalse();
        assertThat(linked.members().links(c.wwwroot()).sentence()).startsWith("removed, ");
        assertThat(linked.members().policy(c.wwwroot())).isEqualTo(Policy.NONE);
        assertThat(linked.network.hub().audited(line -> line.event().name().equals("link.ended")))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    @Order(5)
    @Tag("NA-1")
    void theSiteWithPolicyNoneServesNobodyAndKnowsNoAdministratorOfTheHub() {
        linked.members().policyNone(b.wwwroot(), TestNetwork.ACTOR);
        TestNetwork.await(() -> linked.members().links(b.wwwroot()).missing() == 0);
        assertThat(b.get(Peers.class).list()).isNotEmpty().noneMatch(peer -> peer.isApproved());
        assertThat(b.get(Peers.class).hub()).isEmpty();
        assertThat(linked.network.hub().knows(b)).isFalse();
        assertThat(siblings(a)).isEmpty();
        int accounts = b.get(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select count(*) from roaming_landed")
                        .mapTo(Integer.class)
                        .one());
        assertThat(accounts).isZero();
    }
}
