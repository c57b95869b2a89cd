package network.constellation.app.demo;

import static network.constellation.app.demo.Tour.require;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.orders.Order;
import network.constellation.hub.orders.OrderState;
import network.constellation.hub.orders.Orders;
import network.constellation.hub.reporting.Collector;
import network.constellation.hub.reporting.NetworkReport;
import network.constellation.hub.reporting.NetworkReports;
import network.constellation.hub.reporting.Period;
import network.constellation.hub.reporting.Total;
import network.constellation.hub.whereis.Search;
import network.constellation.hub.whereis.Whereis;
import network.constellation.peer.platform.Platform;
import network.constellation.protocol.method.reporting.Figure;

/** What the administrator of the network does: orders, the report, finding a person. */
final class AdministrationSteps {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACTOR = "admin";
    private static final String TOLD = "New servers tonight: we are back at six.";

    private final DemoWorld world;
    private final Visitor visitor;

    AdministrationSteps(DemoWorld world, Visitor visitor) {
        this.world = world;
        this.visitor = visitor;
    }

    private Orders orders() {
        return world.site("hub").get(Orders.class);
    }

    /** A setting at all sites, and back. */
    String order() {
        Order planned = ended(orders().plan(
                        "config-set",
                        Map.of("key", "supportemail", "value", "help@northern-lights.example"),
                        List.of("all"),
                        ACTOR));
        orders().apply(planned.number(), ACTOR);
        require(
                ended(planned).state() == OrderState.DONE,
                "The order ended as " + ended(planned).state());
        for (String key : DemoWorld.KEYS) {
            require(
                    setting(key).equals(Optional.of("help@northern-lights.example")),
                    key + " did not take the setting");
        }
        orders().rollBack(planned.number(), ACTOR);
        require(ended(planned).state() == OrderState.ROLLED_BACK, "It was not rolled back");
        for (String key : DemoWorld.KEYS) {
            require(setting(key).isEmpty(), key + " did not get its former value back");
        }
        return "order " + planned.number() + ": planned, set at 4 sites, rolled back to each former value";
    }

    private Optional<String> setting(String key) {
        return world.site(key).get(Platform.class).settings().get("core", "supportemail");
    }

    String maintenance() {
        DemoSite d = world.site("d");
        Order on = ended(orders().plan(
                        "maintenance-on",
                        Map.of("message", TOLD),
                        List.of(d.wwwroot().value()),
                        ACTOR));
        orders().apply(on.number(), ACTOR);
        require(
                ended(on).state() == OrderState.DONE,
                "The order ended as " + ended(on).state());
        Visitor.Seen closed = visitor.open(d.wwwroot().with("/account"));
        orders().rollBack(on.number(), ACTOR);
        ended(on);
        require(closed.status() == 503 && closed.page().contains(TOLD), "A visitor saw status " + closed.status());
        require(visitor.open(d.wwwroot().with("/account")).status() == 200, "The site is still closed");
        return "D was closed: a learner read why (503); then opened again";
    }

    private Order ended(Order order) {
        return orders().await(order.number(), PATIENCE);
    }

    String report() {
        world.site("hub").get(Collector.class).collect();
        NetworkReports reports = world.site("hub").get(NetworkReports.class);
        NetworkReport report = reports.of(Period.last(28, reports.today()), Optional.empty());
        require(report.sites().size() == 4, "The report has " + report.sites().size() + " sites");
        require(!report.flows().isEmpty(), "Nobody went anywhere");
        return report.complete() + " of 4 sites, 28 days: " + figure(report, Figure.LOGINS) + " sign-ins, "
                + figure(report, Figure.ROAMED_TO) + " journeys, " + figure(report, Figure.COMPLETIONS)
                + " activities done";
    }

    private static String figure(NetworkReport report, Figure figure) {
        Total total = report.totals().stream()
                .filter(one -> one.figure() == figure)
                .findFirst()
                .orElseThrow();
        require(total.value().map(value -> value.longValue() > 0).orElse(false), figure + " is empty in the report");
        return total.value().orElseThrow().toString();
    }

    String whereis() {
        Search search = world.site("hub").get(Whereis.class).search("dario", ACTOR);
        require(search.people().size() == 1, search.people().size() + " people are called dario");
        return "dario has " + search.people().get(0).accounts().size() + " accounts, is signed in at "
                + search.people().get(0).places().size() + " sites ("
                + search.verdict().label() + "), at "
                + world.site("hub").get(Clock.class).instant().toString().substring(11, 16) + " UTC";
    }
}
