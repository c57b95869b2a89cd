package network.constellation.testnetwork.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.orders.Order;
import network.constellation.hub.orders.OrderRefused;
import network.constellation.hub.orders.OrderState;
import network.constellation.hub.orders.OrderTarget;
import network.constellation.hub.orders.Orders;
import network.constellation.hub.orders.TargetState;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.platform.Permission;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformSettings;
import network.constellation.peer.platform.Roles;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.link.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Orders of a real hub at three real sites: plan, apply, failures, retry, roll back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersTest {
    private static final String ACTOR = "claire";

    private TestNetwork network;
    private TestSite a;
    private TestSite b;
    private TestSite c;
    private Orders orders;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        a = network.site("lycee-a");
        b = network.site("lycee-b");
        c = network.site("college-c");
        network.inviteAndJoin(a, 1);
        network.inviteAndJoin(b, 1);
        network.inviteAndJoin(c, 2);
        orders = network.hub().get(Orders.class);
    }

    @AfterAll
    void close() {
        network.close();
    }

    private static PlatformSettings settings(TestSite site) {
        return site.get(Platform.class).settings();
    }

    private static Roles roles(TestSite site) {
        return site.get(Platform.class).roles();
    }

    private Order plan(String command, Map<String, String> parameters, String... targets) {
        Order order = orders.plan(command, parameters, List.of(targets), ACTOR);
        return orders.await(order.number(), TestNetwork.PATIENCE);
    }

    private Order wait(Order order) {
        return orders.await(order.number(), TestNetwork.PATIENCE);
    }

    private OrderTarget at(Order order, TestSite site) {
        return orders.targets(order.number()).stream()
                .filter(target -> target.peer().equals(site.wwwroot()))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> chosen(String... words) {
        return orders.targets(plan("purge-caches", Map.of(), words).number()).stream()
                .map(target -> target.peer().host().replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());
    }

    @Test
    @Tag("NA-37")
    void targetsAreChosenByPatternSubNetworkFilterAndAnswer() {
        settings(b).set("core", "region", "north");
        assertThat(chosen("all")).containsExactlyInAnyOrder("lycee-a", "lycee-b", "college-c");
        assertThat(chosen("lycee-*")).containsExactlyInAnyOrder("lycee-a", "lycee-b");
        assertThat(chosen("subnet:2", a.wwwroot().value())).containsExactlyInAnyOrder("college-c", "lycee-a");
        assertThat(chosen("contains:LYCEE", "not:-a.")).containsExactly("lycee-b");
        assertThat(chosen("/LYCEE/in")).containsExactly("college-c");
        assertThat(chosen("/^http:..lycee/")).containsExactlyInAnyOrder("lycee-a", "lycee-b");
        assertThat(chosen("with:core/region")).containsExactly("lycee-b");
        assertThat(chosen("all", "with:core/region=north", "not:xyz")).containsExactly("lycee-b");
    }

    @Test
    @Tag("NA-37")
    void aSelectionThatMeansNobodyOrIsNotUnderstoodIsRefused() {
        int before = orders.count();
        for (List<String> words : List.of(
                List.<String>of(),
                List.of("nobody-*"),
                List.of("http://unknown.example"),
                List.of("/[/"),
                List.of("/a/x"),
                List.of("subnet:99"),
                List.of("with:core"))) {
            assertThatThrownBy(() -> orders.plan("purge-caches", Map.of(), words, ACTOR))
                    .as(words.toString())
                    .isInstanceOf(OrderRefused.class);
        }
        assertThatThrownBy(() -> orders.plan("config-set", Map.of("key", "lang"), List.of("all"), ACTOR))
                .isInstanceOf(OrderRefused.class)
                .hasMessageContaining("value");
        assertThat(orders.count()).isEqualTo(before);
    }

    @Test
    @Tag("NA-32")
    void aSettingIsPlannedSetAndRolledBackWithTheFormerValueOfEachSite() {
        settings(a).set("core", "lang", "en");
        settings(b).set("core", "lang", "fr");
        Order order = plan("config-set", Map.of("key", "lang", "value", "fr"), "all");
        assertThat(order.state()).isEqualTo(OrderState.PLANNED);
        assertThat(at(order, a).state()).isEqualTo(TargetState.PLANNED);
        assertThat(at(order, a).before().textValue()).isEqualTo("en");
        assertThat(at(order, b).state()).isEqualTo(TargetState.SAME);
        assertThat(at(order, c).before().isNull()).isTrue();
        assertThat(settings(a).get("core", "lang")).as("a plan changes nothing").contains("en");

        orders.apply(order.number(), ACTOR);
        assertThat(wait(order).state()).isEqualTo(OrderState.DONE);
        assertThat(at(order, b).state()).isEqualTo(TargetState.SKIPPED);
        for (TestSite site : List.of(a, b, c)) {
            assertThat(settings(site).get("core", "lang")).contains("fr");
        }

        orders.rollBack(order.number(), ACTOR);
        assertThat(wait(order).state()).isEqualTo(OrderState.ROLLED_BACK);
        assertThat(settings(a).get("core", "lang")).contains("en");
        assertThat(settings(b).get("core", "lang")).contains("fr");
        assertThat(settings(c).get("core", "lang")).isEmpty();
        assertThat(calls(a, "order.executed")).isNotEmpty().isSubsetOf(calls(network.hub(), "order.called"));
    }

    private static Set<String> calls(TestSite site, String name) {
        return site.audited(line -> line.event().name().equals(name)).stream()
                .map(AuditLine::event)
                .map(event -> event.details().get("call"))
                .collect(Collectors.toSet());
    }

    @Test
    void whatChangedSinceThePlanIsNotTouchedAndNeitherIsWhatChangedSinceTheOrder() {
        settings(a).set("core", "theme", "boost");
        settings(b).set("core", "theme", "boost");
        Order order = plan("config-set", Map.of("key", "theme", "value", "classic"), "lycee-*");
        settings(a).set("core", "theme", "by hand");
        orders.apply(order.number(), ACTOR);
        assertThat(wait(order).state()).isEqualTo(OrderState.INCOMPLETE);
        assertThat(at(order, a).state()).isEqualTo(TargetState.FAILED);
        assertThat(settings(a).get("core", "theme")).contains("by hand");
        assertThat(at(order, b).state()).isEqualTo(TargetState.DONE);

        settings(b).set("core", "theme", "later by hand");
        orders.rollBack(order.number(), ACTOR);
        assertThat(wait(order).state()).isEqualTo(OrderState.PARTLY_ROLLED_BACK);
        assertThat(at(order, b).state()).isEqualTo(TargetState.CONFLICT);
        assertThat(settings(b).get("core", "theme")).contains("later by hand");
    }

    @Test
    void aSiteThatIsDownIsNamedAndARetryReachesOnlyIt() {
        TestNetwork.cutOff(c);
        Order order = plan("config-set", Map.of("key", "motto", "value", "Together"), "all");
        assertThat(at(order, c).state()).isEqualTo(TargetState.UNREACHABLE);
        orders.apply(order.number(), ACTOR);
        assertThat(wait(order).state()).isEqualTo(OrderState.INCOMPLETE);
        c.link().weather(Weather.FAIR);
        TestNetwork.await(() -> {
            orders.retry(order.number(), ACTOR);
            return wait(order).state() == OrderState.DONE;
        });
        assertThat(settings(c).get("core", "motto")).contains("Together");
        assertThat(at(order, a).attempts()).isEqualTo(1);
    }

    @Test
    @Tag("NA-29")
    void aGrantThatIsWithdrawnAfterThePlanStopsTheOrderThere() {
        Order order = plan(
                "plugin-set",
                Map.of("plugin", "mod/chat", "state", "disabled"),
                a.wwwroot().value());
        assertThat(at(order, a).state()).isEqualTo(TargetState.REFUSED);
        assertThat(at(order, a).error()).contains("not installed");

        Order hide = plan("plugin-set", Map.of("plugin", "mod/forum", "state", "disabled"), "lycee-*");
        Grants grants = a.get(Grants.class);
        grants.withdraw(network.hub().wwwroot(), List.of(Operation.PLUGIN_SET), ACTOR);
        try {
            orders.apply(hide.number(), ACTOR);
            assertThat(wait(hide).state()).isEqualTo(OrderState.INCOMPLETE);
            assertThat(at(hide, a).state()).isEqualTo(TargetState.FAILED);
            assertThat(at(hide, a).error()).contains("not granted plugin-set");
            assertThat(a.get(Platform.class).plugins().isEnabled("mod", "forum"))
                    .isTrue();
            assertThat(b.get(Platform.class).plugins().isEnabled("mod", "forum"))
                    .isFalse();
        } finally {
            grants.grant(network.hub().wwwroot(), List.of(Operation.PLUGIN_SET), "", null, ACTOR);
        }
        orders.retry(hide.number(), ACTOR);
        assertThat(wait(hide).state()).isEqualTo(OrderState.DONE);
        orders.rollBack(hide.number(), ACTOR);
        assertThat(wait(hide).state()).isEqualTo(OrderState.ROLLED_BACK);
        assertThat(a.get(Platform.class).plugins().isEnabled("mod", "forum")).isTrue();
    }

    @Test
    void maintenanceClosesTheSitesAndRollingBackOpensThem() {
        Order order = plan("maintenance-on", Map.of("message", "Back at ten."), "lycee-*");
        orders.apply(order.number(), ACTOR);
        assertThat(wait(order).state()).isEqualTo(OrderState.DONE);
        assertThat(settings(a).get("core", "maintenance_message")).contains("Back at ten.");
        orders.rollBack(order.number(), ACTOR);
        assertThat(wait(order).state())
                .as("calls of the network are answered meanwhile")
                .isEqualTo(OrderState.ROLLED_BACK);
        assertThat(settings(a).get("core", "maintenance_enabled")).isEmpty();
        assertThatThrownBy(() ->
                        orders.rollBack(plan("purge-caches", Map.of(), "all").number(), ACTOR))
                .isInstanceOf(OrderRefused.class);
    }

    @Test
    @Tag("NA-38")
    void aRoleSheetIsMadeLikeItsSourceAndNeverLikeItself() {
        roles(a).permit("student", "moodle/course:viewparticipants", Optional.of(Permission.ALLOW));
        roles(b).permit("student", "moodle/course:view", Optional.of(Permission.PREVENT));
        Map<String, String> like =
                Map.of("role", "student", "source", a.wwwroot().value());
        assertThatThrownBy(() -> orders.plan("role-sync", like, List.of("all"), ACTOR))
                .isInstanceOf(OrderRefused.class)
                .hasMessageContaining("like itself");
        Order order = plan("role-sync", like, b.wwwroot().value());
        assertThat(at(order, b).before().toString())
                .isEqualTo("{\"moodle/course:view\":-1,\"moodle/course:viewparticipants\":null}");
        orders.apply(order.number(), ACTOR);
        assertThat(wait(order).state()).isEqualTo(OrderState.DONE);
        assertThat(roles(b).sheet("student")).isEqualTo(roles(a).sheet("student"));
        orders.rollBack(order.number(), ACTOR);
        assertThat(wait(order).state()).isEqualTo(OrderState.ROLLED_BACK);
        assertThat(roles(b).sheet("student")).containsOnly(Map.entry("moodle/course:view", Permission.PREVENT));
    }

    @Test
    @Tag("NA-38")
    void aSourceThatCannotBeReadWritesNothingAnywhere() {
        Order order = plan("role-sync", Map.of("role", "nosuchrole"), "all");
        assertThat(order.error()).contains("source");
        assertThat(orders.targets(order.number()))
                .allSatisfy(target -> assertThat(target.state()).isEqualTo(TargetState.REFUSED))
                .hasSize(3);
        assertThatThrownBy(() -> orders.apply(order.number(), ACTOR)).isInstanceOf(OrderRefused.class);
    }

    @Test
    void aQueryRunsOnlyWhereItIsGranted() {
        a.get(Grants.class).grant(network.hub().wwwroot(), List.of(Operation.SQL_QUERY), "", null, ACTOR);
        Order order = plan("sql-query", Map.of("sql", "select count(*) as n from {role}"), "lycee-*");
        assertThat(at(order, b).state()).isEqualTo(TargetState.REFUSED);
        orders.apply(order.number(), ACTOR);
        wait(order);
        assertThat(at(order, a).after().toString()).isEqualTo("[{\"n\":7}]");
        assertThat(at(order, b).state()).isEqualTo(TargetState.REFUSED);
    }
}
