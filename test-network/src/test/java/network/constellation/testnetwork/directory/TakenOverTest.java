package network.constellation.testnetwork.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiTokens;
import network.constellation.hub.approvals.Administrators;
import network.constellation.hub.approvals.Approval;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Approvals;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.directory.Mandate;
import network.constellation.hub.orders.Order;
import network.constellation.hub.orders.OrderState;
import network.constellation.hub.orders.Orders;
import network.constellation.hub.rotation.Rotation;
import network.constellation.hub.rotation.RotationScope;
import network.constellation.hub.rotation.Rotations;
import network.constellation.hub.standby.Promotion;
import network.constellation.hub.standby.Standby;
import network.constellation.hub.subnets.LinkCheck;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.commands.Grants;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.jobs.PeriodicWake;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.Visitors;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;
import network.constellation.testnetwork.api.Program;
import network.constellation.testnetwork.link.Weather;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What administrators find at a promoted hub: their accounts, and the work where the lost hub left it. */
@Tag("P-18")
final class TakenOverTest {
    private static final String PASSWORD = "four words are better";

    @TempDir
    Path folder;

    @Test
    void administratorsGoOnWhereTheLostHubWas() {
        HttpClient http = Program.client();
        try (TestNetwork network = TestNetwork.found(folder)) {
            TestSite hub = network.hub();
            TestSite a = network.site("a");
            TestSite b = network.site("b");
            TestSite standby = network.standby("standby");
            // Whoever signs in at the standby first has the numbers that others have at the hub.
            User erik = account(standby, "erik", List.of());
            for (TestSite site : List.of(a, b, standby)) {
                network.inviteAndJoin(site, 1);
            }
            for (TestSite site : List.of(a, b)) {
                site.get(Grants.class).grant(hub.wwwroot(), List.of(Operation.SQL_QUERY), "", null, TestNetwork.ACTOR);
            }
            User claire = account(hub, "claire", List.of(Accounts.ADMIN));
            account(hub, "david", List.of(Accounts.ADMIN));
            account(hub, "learner", List.of());
            User other = account(hub, "erik", List.of(Accounts.ADMIN));
            String hers = token(hub, "hers", claire);
            String his = token(hub, "his", other);
            int query = asked(hub, Person.of(claire), a, b);
            int foreign = asked(hub, Person.of(other), a);
            prepare(hub, a);
            hub.get(Standby.class)
                    .appoint(
                            standby.wwwroot(),
                            hub.get(Mandate.class).rootStillHere().orElseThrow(),
                            TestNetwork.ACTOR);
            b.link().weather(Weather.FAIR.delayed(Duration.ofSeconds(59)));
            // A connection that is kept would answer in the weather it was made in.
            b.link().cutAll();
            Order moving = hub.get(Orders.class)
                    .plan(
                            "config-get",
                            Map.of("key", "lang"),
                            List.of(b.wwwroot().value()),
                            "claire");
            copy(standby, moving.number());
            TestNetwork.cutOff(hub);
            hub.stop();
            b.link().weather(Weather.FAIR);

            Promotion.Promoted promoted = standby.get(Promotion.class).promote(Set.of(), TestNetwork.ACTOR);

            assertThat(promoted.untold()).isEmpty();
            assertThat(promoted.notes())
                    .anyMatch(note -> note.contains("Administrator erik was not taken over"))
                    .anyMatch(note -> note.contains("Order " + moving.number() + " was under way"))
                    .anyMatch(note -> note.contains("is prepared; go on with it here"))
                    .anyMatch(note -> note.contains("Request " + foreign + " "));
            accounts(standby, erik);
            assertThat(new Program(http, standby, hers).get("/directory").status())
                    .isEqualTo(200);
            assertThat(new Program(http, standby, his).get("/directory").status())
                    .isEqualTo(401);
            assertThat(standby.get(Orders.class).required(moving.number()).state())
                    .isEqualTo(OrderState.CANCELLED);
            approves(standby, query, foreign);
            rotates(standby, a, b);
            TestNetwork.await(() -> {
                var report = standby.get(LinkCheck.class).check(Optional.empty());
                return report.differences().isEmpty() && report.silent().isEmpty();
            });
        } finally {
            Program.stop(http);
        }
    }

    private static void accounts(TestSite standby, User erik) {
        Platform platform = standby.get(Platform.class);
        User claire = platform.users().findLocal("claire").orElseThrow();
        assertThat(claire.siteAdministrator()).isTrue();
        assertThat(standby.get(Accounts.class).isPassword(claire.id(), PASSWORD))
                .isTrue();
        assertThat(platform.users().findLocal("learner")).isEmpty();
        assertThat(platform.users().find(erik.id()).orElseThrow().siteAdministrator())
                .isFalse();
        assertThat(standby.get(Administrators.class).oneSuffices())
                .as("there were two before")
                .isFalse();
    }

    /** What claire asked for at the hub that was lost, david approves here; it runs at the sites, which follow this hub. */
    private static void approves(TestSite standby, int query, int foreign) {
        Person david =
                Person.of(standby.get(Platform.class).users().findLocal("david").orElseThrow());
        Person claire = Person.of(
                standby.get(Platform.class).users().findLocal("claire").orElseThrow());
        Approvals approvals = standby.get(Approvals.class);
        Approval waiting = approvals.required(query);
        assertThat(waiting.isWaiting()).isTrue();
        assertThat(waiting.askedBy()).isEqualTo(claire);
        assertThat(approvals.required(foreign).isWaiting()).isFalse();
        assertThat(approvals.approve(query, waiting.sha256(), david).state()).isEqualTo(Approval.State.DONE);
        Orders orders = standby.get(Orders.class);
        Order order = orders.list(0, 50).stream()
                .filter(one -> one.command().equals("sql-query") && one.state() != OrderState.PLANNED)
                .findFirst()
                .orElseThrow();
        assertThat(orders.await(order.number(), TestNetwork.PATIENCE).state()).isEqualTo(OrderState.DONE);
    }

    private static void rotates(TestSite standby, TestSite a, TestSite b) {
        Rotations rotations = standby.get(Rotations.class);
        Jobs jobs = standby.get(Jobs.class);
        Rotation rotation = rotations.list().get(0);
        jobs.await(rotations.rehearse(rotation, "claire"), TestNetwork.PATIENCE);
        rotation = rotations.find(rotation.number()).orElseThrow();
        assertThat(rotation.phase()).isEqualTo(Rotation.Phase.REHEARSED);
        assertThat(rotations.rehearsal(rotation.number()).isGood()).isTrue();
        Person claire = Person.of(
                standby.get(Platform.class).users().findLocal("claire").orElseThrow());
        jobs.await(rotations.activate(rotation, Optional.empty(), claire), TestNetwork.PATIENCE);
        assertThat(a.get(SiteIdentity.class).current().generation()).isEqualTo(2);
        for (TestSite site : List.of(b, standby)) {
            TestNetwork.await(() -> !site.get(PeerClient.class)
                    .call(site.get(Peers.class).require(a.wwwroot()), SystemMethods.LIST_SERVICES, Nothing.NOTHING)
                    .isEmpty());
        }
    }

    private static User account(TestSite site, String name, List<String> roles) {
        return site.get(Accounts.class)
                .create(
                        new NewAccount(
                                name, Profile.of(name, "Bernard", name + "@example.org"), Optional.of(PASSWORD), roles),
                        TestNetwork.ACTOR);
    }

    private static String token(TestSite hub, String name, User owner) {
        return hub.get(ApiTokens.class)
                .create(
                        name,
                        Set.of(ApiScope.NETWORK_READ),
                        Duration.ofDays(1),
                        hub.get(Visitors.class).find(owner.id()).orElseThrow())
                .secret();
    }

    /** @return number of the request for a second person */
    private static int asked(TestSite hub, Person by, TestSite... sites) {
        Orders orders = hub.get(Orders.class);
        Order order = orders.plan(
                "sql-query",
                Map.of("sql", "select count(*) as n from {role}"),
                Stream.of(sites).map(site -> site.wwwroot().value()).toList(),
                "claire");
        orders.await(order.number(), TestNetwork.PATIENCE);
        return catchThrowableOfType(ApprovalNeeded.class, () -> orders.apply(order.number(), by))
                .number();
    }

    private static void prepare(TestSite hub, TestSite site) {
        Rotations rotations = hub.get(Rotations.class);
        hub.get(Jobs.class)
                .await(rotations.prepare(RotationScope.of(List.of(site.wwwroot())), "claire"), TestNetwork.PATIENCE);
        TestNetwork.await(() -> rotations.list().get(0).phase() == Rotation.Phase.PREPARED);
    }

    /** A copy in which the order stands that was planned last. */
    private static void copy(TestSite standby, int orders) {
        TestNetwork.await(() -> {
            standby.get(PeriodicWake.class).now(standby.wwwroot(), "hub-standby");
            return standby.get(Promotion.class).state().get("copy") instanceof Map<?, ?> held
                    && Integer.valueOf(orders).equals(held.get("orders"));
        });
    }
}
