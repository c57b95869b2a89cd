package network.constellation.hub.orders;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import network.constellation.hub.approvals.DangerousAct;
import network.constellation.peer.commands.StateMark;

/** An order whose operation is dangerous, before a second person: its command, every parameter, every site. */
@Singleton
final class OrderAct implements DangerousAct {
    static final String KIND = "order";

    private final Provider<Orders> orders;

    @Inject
    OrderAct(Provider<Orders> orders) {
        this.orders = orders;
    }

    /** What begins. */
    enum Verb {
        APPLY(Set.of(TargetState.PLANNED)) {
            @Override
            Order begin(Orders orders, int number, String actor) {
                return orders.applied(number, actor);
            }
        },
        RETRY(TargetState.AGAIN) {
            @Override
            Order begin(Orders orders, int number, String actor) {
                return orders.retried(number, actor);
            }
        };

        private final Set<TargetState> extent;

        Verb(Set<TargetState> extent) {
            this.extent = extent;
        }

        abstract Order begin(Orders orders, int number, String actor);

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Map<String, String> parameters(int number, Verb verb) {
        return Map.of("order", Integer.toString(number), "verb", verb.label());
    }

    @Override
    public String kind() {
        return KIND;
    }

    private static int number(Map<String, String> parameters) {
        return Integer.parseInt(parameters.getOrDefault("order", "0"));
    }

    private static Verb verb(Map<String, String> parameters) {
        return Verb.valueOf(parameters.getOrDefault("verb", "apply").toUpperCase(Locale.ROOT));
    }

    /** The nonce makes the call ids, so it stands for the very calls that are going to be made. */
    @Override
    public List<String> preview(Map<String, String> parameters) {
        Order order = orders.get().required(number(parameters));
        Verb verb = verb(parameters);
        List<OrderTarget> targets = orders.get().targets(order.number()).stream()
                .filter(target -> verb.extent.contains(target.state()))
                .toList();
        if (targets.isEmpty()) {
            throw new OrderRefused("Order " + order.number() + " has nothing to do at any site; its plan says why.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(verb.label() + " order " + order.number() + " (" + order.nonce() + "): " + order.command());
        new TreeMap<>(order.parameters()).forEach((name, value) -> lines.add(name + " = " + value));
        lines.add("sites: " + targets.size());
        targets.forEach(target -> lines.add(target.peer().value() + " " + before(target)));
        return lines;
    }

    private static String before(OrderTarget target) {
        return target.before().isNull() ? "" : "now " + StateMark.canonical(target.before());
    }

    @Override
    public String execute(Map<String, String> parameters, String actor) {
        Order order = verb(parameters).begin(orders.get(), number(parameters), actor);
        return "Order " + order.number() + " is " + order.state().label() + ".";
    }
}
