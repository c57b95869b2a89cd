package network.constellation.testnetwork.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.approvals.Administrators;
import network.constellation.hub.approvals.Approval;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.ApprovalRefused;
import network.constellation.hub.approvals.Approvals;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.orders.Order;
import network.constellation.hub.orders.OrderState;
import network.constellation.hub.orders.OrderTarget;
import network.constellation.hub.orders.Orders;
import network.constellation.hub.orders.TargetState;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.platform.Profile;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Reading by SQL at a hub with two administrators: nothing runs on one word, and what runs is what was shown. */
@Tag("P-39")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondPersonTest {
    private static final String PASSWORD = "four words are better";

    private TestNetwork network;
    private TestSite hub;
    private TestSite a;
    private TestSite b;
    private Orders orders;
    private Approvals approvals;
    private Person claire;
    private Person david;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        hub = network.hub();
        a = network.site("a");
        b = network.site("b");
        for (TestSite site : List.of(a, b)) {
            network.inviteAndJoin(site, 1);
            site.get(Grants.class).grant(hub.wwwroot(), List.of(Operation.SQL_QUERY), "", null, TestNetwork.ACTOR);
        }
        orders = hub.get(Orders.class);
        approvals = hub.get(Approvals.class);
        claire = administrator("claire");
        assertThat(hub.get(Administrators.class).oneSuffices())
                .as("nobody else is there yet")
                .isTrue();
        Order alone = plan();
        orders.apply(alone.number(), claire);
        assertThat(wait(alone).state()).isEqualTo(OrderState.DONE);
        assertThat(events("approval.alone")).hasSize(1);
        david = administrator("david");
    }

    @AfterAll
    void close() {
        network.close();
    }

    private Person administrator(String name) {
        Profile profile = Profile.of(name, "Bernard", name + "@example.org");
        return Person.of(hub.get(Accounts.class)
                .create(
                        new NewAccount(name, profile, Optional.of(PASSWORD), List.of(Accounts.ADMIN)),
                        TestNetwork.ACTOR));
    }

    private Order plan() {
        Order order = orders.plan(
                "sql-query",
                Map.of("sql", "select count(*) as n from {role}"),
                List.of(a.wwwroot().value(), b.wwwroot().value()),
                "claire");
        return wait(order);
    }

    private Order wait(Order order) {
        return orders.await(order.number(), TestNetwork.PATIENCE);
    }

    private int asked(Order order, Person by) {
        return catchThrowableOfType(ApprovalNeeded.class, () -> orders.apply(order.number(), by))
                .number();
    }

    private List<AuditEvent> events(String name) {
        return hub.audited(line -> line.event().name().equals(name)).stream()
                .map(AuditLine::event)
                .toList();
    }

    private Set<TargetState> states(Order order) {
        return orders.targets(order.number()).stream().map(OrderTarget::state).collect(Collectors.toSet());
    }

    @Test
    void oneAdministratorAloneExecutesNothingAndTwoExecuteWhatWasShown() {
        Order order = plan();
        int number = asked(order, claire);
        Approval shown = approvals.required(number);
        assertThat(shown.preview().lines().skip(1))
                .containsExactly(
                        "apply order " + order.number() + " (" + order.nonce() + "): sql-query",
                        "sql = select count(*) as n from {role}",
                        "sites: 2",
                        a.wwwroot().value() + " ",
                        b.wwwroot().value() + " ");
        assertThat(asked(order, claire)).as("asking twice asks once").isEqualTo(number);
        assertThatThrownBy(() -> approvals.approve(number, shown.sha256(), claire))
                .isInstanceOf(ApprovalRefused.class)
                .hasMessageContaining("second person");
        assertThatThrownBy(() -> approvals.approve(number, "0".repeat(64), david))
                .isInstanceOf(ApprovalRefused.class);
        assertThatThrownBy(() -> approvals.approve(number, "", Person.unnamed("command line")))
                .isInstanceOf(ApprovalRefused.class);
        assertThat(wait(order).state()).isEqualTo(OrderState.PLANNED);
        assertThat(states(order)).containsExactly(TargetState.PLANNED);

        Approval done = approvals.approve(number, shown.sha256(), david);
        assertThat(done.state()).isEqualTo(Approval.State.DONE);
        assertThat(wait(order).state()).isEqualTo(OrderState.DONE);
        assertThatThrownBy(() -> approvals.approve(number, shown.sha256(), david))
                .as("once")
                .isInstanceOf(ApprovalRefused.class);
        assertThat(events("approval.executed").get(0).details())
                .containsEntry("sha256", shown.sha256())
                .containsEntry("request", Integer.toString(number));
        assertThat(events("approval.executed").get(0).actor()).isEqualTo("claire, approved by david");
        assertThat(events("approval.denied")).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aShellIsNobodySoTwoAdministratorsMustFollowIt() {
        Order order = plan();
        int number = asked(order, Person.unnamed("command line"));
        assertThat(approvals.approve(number, "", david).isWaiting()).isTrue();
        assertThatThrownBy(() -> approvals.approve(number, "", david)).isInstanceOf(ApprovalRefused.class);
        assertThat(states(order)).containsExactly(TargetState.PLANNED);
        assertThat(approvals.approve(number, "", claire).state()).isEqualTo(Approval.State.DONE);
        assertThat(wait(order).state()).isEqualTo(OrderState.DONE);
    }

    @Test
    void whatHasChangedSinceItWasShownDoesNotRun() {
        Order order = plan();
        int number = asked(order, claire);
        orders.cancel(order.number(), "claire");
        Approval failed = approvals.approve(number, "", david);
        assertThat(failed.state()).isIn(Approval.State.CHANGED, Approval.State.FAILED);
        assertThat(states(order)).containsExactly(TargetState.CANCELLED);

        int again = catchThrowableOfType(ApprovalNeeded.class, () -> orders.retry(order.number(), claire))
                .number();
        assertThat(approvals.required(again).preview()).contains("retry order", "sites: 2");
        assertThat(approvals.refuse(again, "not today", david).state()).isEqualTo(Approval.State.REFUSED);
        assertThat(states(order)).containsExactly(TargetState.CANCELLED);
    }

    @Test
    void aRequestThatNobodyApprovesInTimeIsOver() {
        Order order = plan();
        int number = asked(order, claire);
        hub.clock().advance(Duration.ofDays(3).plusMinutes(1));
        assertThatThrownBy(() -> approvals.approve(number, "", david)).isInstanceOf(ApprovalRefused.class);
        assertThat(approvals.required(number).state()).isEqualTo(Approval.State.EXPIRED);
        assertThat(states(order)).containsExactly(TargetState.PLANNED);
        hub.clock().advance(Duration.ofDays(-3).minusMinutes(1));
    }

    @Test
    void oneAdministratorSuspendsAFewMembersAndTwoSuspendMany() {
        Suspensions suspensions = hub.get(Suspensions.class);
        List<TestSite> many = new ArrayList<>();
        for (String name : List.of("c", "d", "e", "f")) {
            TestSite site = network.site(name);
            network.inviteAndJoin(site, 2);
            many.add(site);
        }
        for (TestSite site : many.subList(0, 3)) {
            assertThat(suspensions.suspend(site.wwwroot(), "drill", claire)).isTrue();
        }
        TestSite fourth = many.get(3);
        int number = catchThrowableOfType(
                        ApprovalNeeded.class, () -> suspensions.suspend(fourth.wwwroot(), "drill", claire))
                .number();
        assertThat(suspensions.find(fourth.wwwroot())).isEmpty();
        assertThat(approvals.required(number).preview()).contains("suspend " + fourth.wwwroot() + "\nreason: drill\n");
        assertThatThrownBy(() -> approvals.approve(number, "", claire)).isInstanceOf(ApprovalRefused.class);
        assertThat(suspensions.find(fourth.wwwroot())).isEmpty();
        assertThat(approvals.approve(number, "", david).state()).isEqualTo(Approval.State.DONE);
        assertThat(suspensions.find(fourth.wwwroot())).isPresent();
    }

    @Test
    void aPasswordProvesAnAdministratorAndTakingOneAwayDoesNotLowerTheBar() {
        Administrators administrators = hub.get(Administrators.class);
        assertThat(administrators.prove("david", PASSWORD)).isEqualTo(david);
        assertThatThrownBy(() -> administrators.prove("david", "another")).isInstanceOf(ApprovalRefused.class);
        Accounts accounts = hub.get(Accounts.class);
        long eve = administrator("eve").account().orElseThrow();
        accounts.roles(eve, Set.of(), "claire");
        assertThatThrownBy(() -> administrators.prove("eve", PASSWORD)).isInstanceOf(ApprovalRefused.class);
        long id = david.account().orElseThrow();
        accounts.suspend(id, true, "claire");
        try {
            assertThat(administrators.present()).hasSize(1);
            assertThat(administrators.oneSuffices()).isFalse();
            Order order = plan();
            int number = asked(order, claire);
            assertThatThrownBy(() -> approvals.approve(number, "", david)).isInstanceOf(ApprovalRefused.class);
        } finally {
            accounts.suspend(id, false, "claire");
        }
    }
}
