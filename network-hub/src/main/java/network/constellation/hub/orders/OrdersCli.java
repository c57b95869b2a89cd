package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import network.constellation.hub.founding.HubCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub order plan|apply|status|cancel|retry|rollback|list}. */
public final class OrdersCli implements CliRoom {
    private static final String ACTOR = "command line";
    /** A plan is short work: somebody waits for it. */
    private static final Duration PLANNING = Duration.ofMinutes(10);

    private static final Duration WAITING = Duration.ofHours(6);
    private static final int LISTED = 200;
    private static final int SHOWN = 60;

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub order", "Operations at many sites: planned, applied, rolled back.")
                .badInput(OrderRefused.class)
                .add("hub order", Plan.class)
                .add("hub order", Apply.class)
                .add("hub order", Status.class)
                .add("hub order", Cancel.class)
                .add("hub order", Retry.class)
                .add("hub order", RollBack.class)
                .add("hub order", ListAll.class);
    }

    @Command(
            name = "plan",
            description = {
                "Read what an operation would change at each site, and change nothing.",
                "Commands: config-get config-set maintenance-on maintenance-off purge-caches plugin-states plugin-set"
                        + " role-compare role-sync sql-query."
            })
    static final class Plan extends HubCommand {
        @Parameters(index = "0", paramLabel = "COMMAND", description = "What is to be done, such as config-set.")
        String command = "";

        @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "Its parameters: key=lang value=fr")
        List<String> values = List.of();

        @Option(
                names = "--target",
                arity = "1..*",
                paramLabel = "GLOB",
                description = {
                    "Which sites: an address, a pattern with *, all, subnet:3; narrowed by",
                    "contains:TEXT, not:TEXT, /EXPRESSION/in, with:core/lang=fr."
                })
        List<String> targets = List.of();

        @Override
        protected boolean works() {
            return true;
        }

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Map<String, String> given = new LinkedHashMap<>();
            for (String value : values) {
                int sign = value.indexOf('=');
                if (sign < 1) {
                    throw CliException.badInput("A parameter is written as KEY=VALUE; \"" + value + "\" is not.");
                }
                given.put(value.substring(0, sign), value.substring(sign + 1));
            }
            Orders orders = hub.get(Orders.class);
            Order order = orders.plan(command, given, targets, ACTOR);
            order = orders.await(order.number(), PLANNING);
            show(context, orders, order);
            context.hint("constellation hub order apply --data DIR " + order.number() + " --wait");
            if (order.error() != null) {
                throw CliException.failed(order.error());
            }
        }
    }

    /** What the verbs on one order share. */
    @Command
    abstract static class OnOne extends HubCommand {
        @Parameters(paramLabel = "NUMBER", description = "The order.")
        int number;

        @Option(names = "--wait", description = "Wait until it has ended; exit 0 only if every site is as wanted.")
        boolean wait;

        @Override
        protected boolean works() {
            return wait;
        }

        @Override
        protected final void run(CliContext context, TenantLease hub) {
            Orders orders = hub.get(Orders.class);
            Order order = act(orders);
            if (wait) {
                order = orders.await(number, WAITING);
            }
            show(context, orders, order);
            if (wait && !well(order.state())) {
                throw CliException.silently();
            }
        }

        private static boolean well(OrderState state) {
            return state == OrderState.DONE || state == OrderState.ROLLED_BACK || state == OrderState.PLANNED;
        }

        abstract Order act(Orders orders);
    }

    @Command(name = "apply", description = "Do what the plan says.")
    static final class Apply extends OnOne {
        @Override
        Order act(Orders orders) {
            return orders.apply(number, ACTOR);
        }
    }

    @Command(name = "status", description = "Show how far an order is at each site.")
    static final class Status extends OnOne {
        @Override
        Order act(Orders orders) {
            return orders.required(number);
        }
    }

    @Command(name = "cancel", description = "Leave the sites alone that still wait.")
    static final class Cancel extends OnOne {
        @Override
        Order act(Orders orders) {
            return orders.cancel(number, ACTOR);
        }
    }

    @Command(name = "retry", description = "Try again where it failed or nobody answered.")
    static final class Retry extends OnOne {
        @Override
        Order act(Orders orders) {
            return orders.retry(number, ACTOR);
        }
    }

    @Command(name = "rollback", description = "Bring every former value back.")
    static final class RollBack extends OnOne {
        @Override
        Order act(Orders orders) {
            return orders.rollBack(number, ACTOR);
        }
    }

    @Command(name = "list", description = "List the orders, newest first.")
    static final class ListAll extends HubCommand {
        @Override
        protected void run(CliContext context, TenantLease hub) {
            List<Order> orders = hub.get(Orders.class).list(0, LISTED);
            context.answer(orders.stream().map(OrdersCli::head).toList(), out -> {
                Table table = new Table("NUMBER", "STATE", "COMMAND", "PARAMETERS", "BY", "CREATED");
                orders.forEach(order -> table.row(
                        order.number(),
                        order.state().label(),
                        order.command(),
                        shortened(parameters(order)),
                        order.createdBy(),
                        order.createdAt()));
                table.print(
                        out,
                        "No order yet. Plan one: constellation hub order plan --data DIR config-get key=lang --target all");
            });
        }
    }

    private static void show(CliContext context, Orders orders, Order order) {
        List<OrderTarget> targets = orders.targets(order.number());
        Map<String, Object> document = head(order);
        document.put("targets", targets.stream().map(OrdersCli::document).toList());
        context.answer(document, out -> text(out, order, targets));
    }

    private static Map<String, Object> head(Order order) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", order.number());
        document.put("command", order.command());
        document.put("parameters", order.parameters());
        document.put("state", order.state().label());
        document.put("error", order.error());
        document.put("by", order.createdBy());
        document.put("created", order.createdAt());
        return document;
    }

    private static Map<String, Object> document(OrderTarget target) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("peer", target.peer());
        document.put("state", target.state().label());
        document.put("before", target.before());
        document.put("after", target.after());
        document.put("error", target.error());
        document.put("attempts", target.attempts());
        return document;
    }

    private static void text(PrintStream out, Order order, List<OrderTarget> targets) {
        out.println("Order " + order.number() + ": " + order.command() + " " + parameters(order) + " ("
                + order.state().label() + ")");
        Map<String, Long> changes = new LinkedHashMap<>();
        targets.forEach(target -> changes.merge(
                target.state().label() + ": " + shortened(shown(target.before())) + " -> "
                        + shortened(shown(target.after())),
                1L,
                Long::sum));
        changes.forEach((change, sites) -> out.println("  " + sites + (sites == 1 ? " site, " : " sites, ") + change));
        Table table = new Table("STATE", "SITE", "BEFORE", "AFTER", "NOTE");
        targets.forEach(target -> table.row(
                target.state().label(),
                target.peer(),
                shortened(shown(target.before())),
                shortened(shown(target.after())),
                target.error() == null ? "" : target.error()));
        table.print(out, "No site.");
    }

    private static String shown(JsonNode state) {
        return state.isNull() ? "-" : state.isTextual() ? state.textValue() : state.toString();
    }

    private static String parameters(Order order) {
        List<String> all = new ArrayList<>();
        order.parameters().forEach((name, value) -> all.add(name + "=" + value));
        return all.stream().collect(Collectors.joining(" "));
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN - 1) + "…" : text;
    }
}
