package network.constellation.hub.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.Confirmation;
import network.constellation.peer.web.view.Progress;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** One order: its plan as differences, the live page, the report, and what can be done next. */
@Singleton
final class OrderPage implements Pages {
    private static final String ONE = OrderPages.PATH + "/{number}";
    private static final Class<?> ROOM = OrderPages.ROOM;
    private static final Set<TargetState> OPEN =
            Set.of(TargetState.PLANNING, TargetState.QUEUED, TargetState.RUNNING, TargetState.RESTORING);
    private static final Set<TargetState> AGAIN = Set.of(
            TargetState.FAILED,
            TargetState.UNREACHABLE,
            TargetState.REFUSED,
            TargetState.CANCELLED,
            TargetState.NOT_RESTORED);

    private final Orders orders;
    private final Registry registry;
    private final Texts texts;

    @Inject
    OrderPage(Orders orders, Registry registry, Texts texts) {
        this.orders = orders;
        this.registry = registry;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(ONE, OrderPages.WHO, this::show)
                .get(ONE + "/progress", OrderPages.WHO, this::progress)
                .get(ONE + "/apply", OrderPages.WHO, request -> confirm(request, "apply", TargetState.PLANNED))
                .post(ONE + "/apply", OrderPages.WHO, request -> confirmed(request, orders::apply))
                .get(ONE + "/rollback", OrderPages.WHO, request -> confirm(request, "rollback", TargetState.DONE))
                .post(ONE + "/rollback", OrderPages.WHO, request -> act(request, orders::rollBack))
                .post(ONE + "/retry", OrderPages.WHO, request -> confirmed(request, orders::retry))
                .post(ONE + "/cancel", OrderPages.WHO, request -> act(request, orders::cancel));
    }

    private Order order(WebRequest request) {
        long number = request.number("number");
        return orders.find((int) Math.min(number, Integer.MAX_VALUE)).orElseThrow(NotFoundException::new);
    }

    private WebResponse show(WebRequest request) {
        Order order = order(request);
        List<OrderTarget> all = orders.targets(order.number());
        TableQuery query = TableQuery.from(request, "site", Set.of("site", "state"), Set.of("state"));
        boolean writes = orders.writes(order);
        Table table = table(all, query, writes);
        if (query.csv()) {
            return WebResponse.csv(ROOM, table, "order-" + order.number());
        }
        String command = texts.in(request.locale(), ROOM).say("command." + order.command());
        long done = count(all, TargetState.DONE);
        return PageView.of(ROOM, "orders/order.jte", "order.title", order.number(), command)
                .under("orders.title", OrderPages.PATH)
                .with("order", order)
                .with("badge", OrderPages.badge(order.state()))
                .with("parameters", OrderPages.parameters(order))
                .with("progress", progressOf(order, all))
                .with("groups", groups(all, writes))
                .with("writes", writes)
                .with("table", table)
                .with("ready", order.state() == OrderState.PLANNED ? count(all, TargetState.PLANNED) : 0L)
                .with("again", order.state().isMoving() || order.state() == OrderState.PLANNED ? 0L : again(all))
                .with("back", order.state().isMoving() || !orders.isRevertible(order) ? 0L : done)
                .answer();
    }

    private static long again(List<OrderTarget> all) {
        return all.stream().filter(one -> AGAIN.contains(one.state())).count();
    }

    private static long count(List<OrderTarget> all, TargetState state) {
        return all.stream().filter(one -> one.state() == state).count();
    }

    private static Progress progressOf(Order order, List<OrderTarget> all) {
        long open = all.stream().filter(one -> OPEN.contains(one.state())).count();
        long failed = all.stream()
                .filter(one -> AGAIN.contains(one.state()) || one.state() == TargetState.CONFLICT)
                .count();
        return new Progress(
                all.size() - open,
                all.size(),
                Message.of(ROOM, "order." + order.state().label()),
                order.changedAt(),
                null,
                failed,
                !order.state().isMoving());
    }

    /** While it moves: the bar; then the whole page again. */
    private WebResponse progress(WebRequest request) {
        Order order = order(request);
        WebResponse bar = PageView.of(ROOM, "orders/progress.jte", "orders.title")
                .with("order", order)
                .with("progress", progressOf(order, orders.targets(order.number())))
                .fragment();
        return order.state().isMoving() ? bar : bar.withHeader("HX-Refresh", "true");
    }

    /** Equal changes together, the many first. */
    private static List<OrderGroup> groups(List<OrderTarget> all, boolean writes) {
        Map<List<String>, Long> counts = new LinkedHashMap<>();
        all.forEach(one -> counts.merge(
                List.of(
                        one.state().name(),
                        OrderPages.shown(one.before()),
                        one.state() == TargetState.REFUSED || one.state() == TargetState.UNREACHABLE
                                ? "–"
                                : OrderPages.shown(one.after())),
                1L,
                Long::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Long>comparingByValue().reversed())
                .map(one -> new OrderGroup(
                        one.getValue(),
                        badge(TargetState.valueOf(one.getKey().get(0)), writes),
                        one.getKey().get(1),
                        one.getKey().get(2)))
                .toList();
    }

    private static Badge badge(TargetState state, boolean writes) {
        if (state == TargetState.PLANNED && !writes) {
            return Badge.of(State.GOOD, ROOM, "target.answered");
        }
        State shown = switch (state) {
            case PLANNING, QUEUED, RUNNING, RESTORING -> State.WORKING;
            case PLANNED, CONFLICT -> State.ATTENTION;
            case SAME, DONE, SKIPPED, RESTORED -> State.GOOD;
            case REFUSED, UNREACHABLE, FAILED, NOT_RESTORED -> State.BAD;
            case CANCELLED -> State.UNKNOWN;
        };
        return Badge.of(shown, ROOM, "target." + state.label());
    }

    private Table table(List<OrderTarget> all, TableQuery query, boolean writes) {
        Map<Wwwroot, String> names =
                registry.members().stream().collect(Collectors.toMap(Member::wwwroot, Member::name));
        List<OrderTarget> found = all.stream()
                .filter(one ->
                        query.filter("state").isEmpty() || one.state().label().equals(query.filter("state")))
                .filter(one -> one.peer().value().contains(query.search())
                        || names.getOrDefault(one.peer(), "").contains(query.search()))
                .toList();
        Map<String, String> states = new LinkedHashMap<>();
        states.put("", "–");
        Arrays.stream(TargetState.values())
                .filter(state -> count(all, state) > 0)
                .forEach(state -> states.put(state.label(), state.label()));
        return Table.of("order.sites", query, Slice.of(found, query))
                .column("column.state", one -> Cell.badge(badge(one.state(), writes)))
                .column(
                        "column.site",
                        one -> Cell.text(
                                names.getOrDefault(one.peer(), one.peer().host())))
                .column("column.address", one -> Cell.text(one.peer().value()))
                .column("column.before", one -> Cell.text(OrderPages.shown(one.before())))
                .column("column.after", one -> Cell.text(OrderPages.shown(one.after())))
                .column("column.note", one -> Cell.text(one.error()))
                .column("column.attempts", one -> Cell.number(one.attempts()))
                .filter("state", "column.state", states)
                .done();
    }

    private WebResponse confirm(WebRequest request, String verb, TargetState extent) {
        Order order = order(request);
        long sites = count(orders.targets(order.number()), extent);
        String path = OrderPages.path(order);
        return new Confirmation(
                        "order." + verb,
                        Message.of(ROOM, "order." + verb + ".question", order.command(), OrderPages.parameters(order)),
                        Message.of(ROOM, "order.extent", sites),
                        Message.of(
                                ROOM,
                                "order." + verb
                                        + (verb.equals("apply") && !orders.isRevertible(order) ? ".once" : ".text")),
                        Message.of(ROOM, "order." + verb),
                        path + "/" + verb,
                        Map.of(),
                        path)
                .answer();
    }

    /** By a person with a name; what needs a second one is shown to both. */
    private WebResponse confirmed(WebRequest request, BiFunction<Integer, Person, Order> action) {
        try {
            return act(request, (number, actor) -> action.apply(number, Person.of(request.user())));
        } catch (ApprovalNeeded waits) {
            return WebResponse.redirect("/hub/approvals/" + waits.number());
        }
    }

    private WebResponse act(WebRequest request, BiFunction<Integer, String, Order> action) {
        Order order = order(request);
        try {
            Order changed = action.apply(order.number(), request.user().username());
            return WebResponse.redirect(OrderPages.path(changed));
        } catch (OrderRefused refused) {
            return WebResponse.problem(409, Message.of(ROOM, "orders.refused", String.valueOf(refused.getMessage())));
        }
    }
}
