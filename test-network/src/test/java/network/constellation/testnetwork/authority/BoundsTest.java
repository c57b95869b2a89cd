package network.constellation.testnetwork.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import network.constellation.hub.orders.Order;
import network.constellation.hub.orders.OrderState;
import network.constellation.hub.orders.OrderTarget;
import network.constellation.hub.orders.Orders;
import network.constellation.hub.orders.TargetState;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.commands.Bounds;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformSettings;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.administration.AdminCall;
import network.constellation.protocol.method.administration.AdminCaller;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What bounds a grant is said by the plan already, and holds when the plan is applied. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundsTest {
    private static final String ACTOR = "claire";

    private TestNetwork network;
    private TestSite hub;
    private TestSite site;
    private Orders orders;
    private Grants grants;

    @BeforeAll
    void found(@TempDir Path folder) {
        network = TestNetwork.found(folder);
        hub = network.hub();
        site = network.site("site");
        network.inviteAndJoin(site, 1);
        orders = hub.get(Orders.class);
        grants = site.get(Grants.class);
    }

    @AfterAll
    void close() {
        network.close();
    }

    @AfterEach
    void grantAgain() {
        grants.grant(hub.wwwroot(), Operation.onJoining(), Bounds.none(), ACTOR);
    }

    private PlatformSettings settings() {
        return site.get(Platform.class).settings();
    }

    private void bounded(Operation operation, String only, long maxBytes, boolean readOnly) {
        grants.grant(hub.wwwroot(), List.of(operation), new Bounds(only, null, maxBytes, readOnly), ACTOR);
    }

    private OrderTarget plan(String command, Map<String, String> parameters) {
        Order order = orders.plan(command, parameters, List.of("all"), ACTOR);
        orders.await(order.number(), TestNetwork.PATIENCE);
        return orders.targets(order.number()).get(0);
    }

    private OrderTarget set(String key, String value) {
        return plan("config-set", Map.of("key", key, "value", value));
    }

    private OrderTarget applied(OrderTarget planned) {
        assertThat(planned.state()).as(String.valueOf(planned.error())).isEqualTo(TargetState.PLANNED);
        orders.apply(planned.order(), ACTOR);
        orders.await(planned.order(), TestNetwork.PATIENCE);
        return orders.targets(planned.order()).get(0);
    }

    private static void assertRefused(OrderTarget planned, String... words) {
        assertThat(planned.state()).isEqualTo(TargetState.REFUSED);
        assertThat(planned.error()).contains(words);
    }

    @Test
    void aPatternThatHoldsAtTheOrderIsSaidByThePlan() {
        for (String pattern : List.of("core/*", "motto", "mo*", "mod_quiz/*, motto")) {
            bounded(Operation.CONFIG_SET, pattern, 0, false);
            assertThat(applied(set("motto", pattern)).state()).as(pattern).isEqualTo(TargetState.DONE);
        }
        bounded(Operation.CONFIG_SET, "mod_quiz/*", 0, false);
        assertRefused(set("motto", "other"), "config-set for core/motto");
        bounded(Operation.PLUGIN_SET, "mod/quiz", 0, false);
        assertRefused(plan("plugin-set", Map.of("plugin", "mod/wiki", "state", "disabled")), "mod/wiki");
        bounded(Operation.PLUGIN_SET, "mod/*", 0, false);
        assertThat(applied(plan("plugin-set", Map.of("plugin", "mod/wiki", "state", "disabled")))
                        .state())
                .isEqualTo(TargetState.DONE);
        bounded(Operation.ROLE_SYNC, "teacher", 0, false);
        assertRefused(plan("role-sync", Map.of("role", "student")), "role-sync for student");
    }

    @Test
    void aPatternThatCouldNeverHoldIsRefusedWhenItIsGiven() {
        assertThatThrownBy(() -> bounded(Operation.PLUGIN_SET, "quiz", 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mod/quiz");
        assertThatThrownBy(() -> bounded(Operation.PURGE_CACHES, "core/*", 0, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bounded(Operation.CONFIG_SET, "", -1, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGrantForReadingLetsTheHubPlanAndNothingElse() {
        bounded(Operation.CONFIG_SET, "", 0, true);
        assertRefused(set("motto", "Mine"), "reading only");
        bounded(Operation.CONFIG_SET, "", 0, false);
        OrderTarget planned = set("motto", "Mine");
        bounded(Operation.CONFIG_SET, "", 0, true);
        OrderTarget failed = applied(planned);
        assertThat(failed.state()).isEqualTo(TargetState.FAILED);
        assertThat(failed.error()).contains("reading only");
        assertThat(settings().get("core", "motto")).isNotEqualTo(Optional.of("Mine"));
        grants.withdraw(hub.wwwroot(), List.of(Operation.CONFIG_GET), ACTOR);
        assertThat(plan("config-get", Map.of("key", "motto")).state())
                .as("reading is asked of the grant for reading")
                .isEqualTo(TargetState.REFUSED);
    }

    @Test
    void anAnswerOrAnOrderThatIsLongerThanGrantedIsRefused() {
        bounded(Operation.CONFIG_SET, "", 100, false);
        assertRefused(set("motto", "x".repeat(200)), "up to 100");
        assertThat(applied(set("motto", "short")).state()).isEqualTo(TargetState.DONE);
        settings().set("core", "motto", "x".repeat(5_000));
        grants.withdraw(hub.wwwroot(), List.of(Operation.CONFIG_SET), ACTOR);
        bounded(Operation.CONFIG_GET, "", 1_000, false);
        assertRefused(plan("config-get", Map.of("key", "motto")), "at most 1000");
        settings().remove("core", "motto");
    }

    @Test
    void whatWasDoneIsKnownWithTheGrantItStoodOn() {
        bounded(Operation.CONFIG_SET, "core/*", 500, false);
        applied(set("footer", "Ours"));
        assertThat(site
                        .audited(line -> line.event().name().equals("order.executed")
                                && line.event()
                                        .details()
                                        .getOrDefault("subject", "")
                                        .equals("core/footer"))
                        .stream()
                        .map(AuditLine::event)
                        .map(event -> event.details().get("granted")))
                .contains("config-set, only core/*, at most 500 bytes");
    }

    @Test
    @Tag("NA-29")
    void withdrawingInTheMiddleOfAnOrderOverManySettingsStopsTheVeryNext() {
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> {
            int refused = 0;
            for (int i = 0; i < 200; i++) {
                refused += change(i).contains("\"status\":510") ? 1 : 0;
            }
            return refused;
        });
        TestNetwork.await(() -> settings().all("mod_many").size() >= 20);
        grants.withdraw(hub.wwwroot(), List.of(Operation.CONFIG_SET), ACTOR);
        Map<String, String> then = new TreeMap<>(settings().all("mod_many"));
        int refused = running.join();
        assertThat(settings().all("mod_many")).isEqualTo(then);
        assertThat(refused).isEqualTo(200 - then.size()).isPositive();
    }

    private String change(int number) {
        String host = hub.wwwroot().value();
        AdminCaller caller = new AdminCaller("claire", host, host, String.format("%032x", 77_000 + number), "");
        return hub.get(PeerClient.class)
                .call(
                        hub.peer(site).orElseThrow(),
                        AdminMethods.SET_CONFIG.method(),
                        AdminCall.of(caller, Value.of("n" + number), Value.of("1"), Value.of("mod_many")));
    }

    @Test
    @Tag("NA-29")
    void aWithdrawalBetweenPlanAndOrderIsSeenByTheOrder() {
        OrderTarget planned = set("banner", "Hello");
        grants.withdraw(hub.wwwroot(), List.of(Operation.CONFIG_SET), ACTOR);
        assertThat(applied(planned).state()).isEqualTo(TargetState.FAILED);
        assertThat(orders.required(planned.order()).state()).isEqualTo(OrderState.INCOMPLETE);
        assertThat(settings().get("core", "banner")).isEmpty();
    }
}
