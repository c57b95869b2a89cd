package network.constellation.hub.orders;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import network.constellation.hub.api.ApiException;
import network.constellation.hub.api.ApiRoom;
import network.constellation.hub.api.ApiScope;
import network.constellation.hub.api.ApiText;
import network.constellation.hub.api.NoInput;
import network.constellation.hub.api.Operations;
import network.constellation.hub.api.Paging;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
import network.constellation.keys.address.Wwwroot;
import org.jspecify.annotations.Nullable;

/** Orders, for programs. Planning and applying are durable work: ask for the order until its state stands still. */
final class OrdersApi implements ApiRoom {
    private static final int MOST = 200;

    private final Orders orders;

    @Inject
    OrdersApi(Orders orders) {
        this.orders = orders;
    }

    record OrdersAsked(
            @ApiText("How many to leave out; 0, if not given.") @Nullable
            Integer offset,

            @ApiText("How many to give; 50, if not given, at most 200.") @Nullable
            Integer limit) {}

    record OrderAsked(@ApiText("The order.") int number) {}

    record PlanAsked(
            @ApiText("Such as config-set; listOrderCommands names them.")
            String command,

            @ApiText("Its parameters by name.") Map<String, String> parameters,

            @ApiText("Which sites: an address, a pattern with *, all, subnet:3; none is refused.")
            List<String> targets) {}

    @ApiText("An operation at some sites.")
    record OrderHead(
            int number,
            String command,
            Map<String, String> parameters,
            List<String> targets,

            @ApiText("planning, planned, running, done, incomplete, cancelled, rolling-back, rolled-back or"
                    + " partly-rolled-back.")
            String state,

            @ApiText("Why planning failed as a whole.") @Nullable
            String error,

            String by,
            Instant created,
            Instant changed) {}

    @ApiText("One site within an order.")
    record OrderAtPeer(
            Wwwroot peer,
            String state,

            @ApiText("The state when it was planned.") @Nullable
            Object before,

            @ApiText("The state that is wanted, or what a reading order answered.") @Nullable
            Object after,

            @Nullable String error,
            int attempts) {}

    record OrderWhole(OrderHead order, List<OrderAtPeer> targets) {}

    record OrderList(int total, List<OrderHead> orders) {}

    record AskedParameter(String name, String description, String otherwise, boolean optional, List<String> choices) {}

    record CommandShown(String command, List<AskedParameter> parameters) {}

    record CommandList(List<CommandShown> commands) {}

    @Override
    public void operations(Operations operations) {
        operations
                .group("orders")
                .refusal(OrderRefused.class, 409)
                .get(
                        "listOrders",
                        "/orders",
                        ApiScope.ORDERS_READ,
                        "List the orders, newest first.",
                        OrdersAsked.class,
                        OrderList.class,
                        (asked, call) -> list(asked))
                .get(
                        "listOrderCommands",
                        "/order-commands",
                        ApiScope.ORDERS_READ,
                        "List what can be ordered, with its parameters.",
                        NoInput.class,
                        CommandList.class,
                        (none, call) -> commands())
                .get(
                        "showOrder",
                        "/orders/{number}",
                        ApiScope.ORDERS_READ,
                        "Show how far an order is at each site.",
                        OrderAsked.class,
                        OrderWhole.class,
                        (asked, call) -> whole(orders.find(asked.number())
                                .orElseThrow(() -> ApiException.notFound("There is no order " + asked.number() + "."))))
                .post(
                        "planOrder",
                        "/orders",
                        ApiScope.ORDERS_WRITE,
                        "Read what an operation would change at each site, and change nothing.",
                        PlanAsked.class,
                        OrderWhole.class,
                        (asked, call) ->
                                whole(orders.plan(asked.command(), asked.parameters(), asked.targets(), call.actor())));
        operations.refusal(ApprovalNeeded.class, 409, "approval-needed");
        act(operations, "applyOrder", "apply", "Do what the plan says.", orders::apply);
        act(
                operations,
                "cancelOrder",
                "cancel",
                "Leave the sites alone that still wait.",
                (number, by) -> orders.cancel(number, by.name()));
        act(operations, "retryOrder", "retry", "Try again where it failed or nobody answered.", orders::retry);
        act(
                operations,
                "rollBackOrder",
                "rollback",
                "Bring every former value back.",
                (number, by) -> orders.rollBack(number, by.name()));
    }

    /** What is done with one order. */
    private interface Deed {
        Order act(int number, Person by);
    }

    private void act(Operations operations, String id, String verb, String summary, Deed deed) {
        operations.post(
                id,
                "/orders/{number}/" + verb,
                ApiScope.ORDERS_WRITE,
                summary,
                OrderAsked.class,
                OrderWhole.class,
                (asked, call) -> whole(deed.act(asked.number(), new Person(call.account(), call.actor()))));
    }

    private OrderList list(OrdersAsked asked) {
        Paging part = Paging.of(asked.offset(), asked.limit(), 50, MOST);
        return new OrderList(
                orders.count(),
                orders.list(part.offset(), part.limit()).stream()
                        .map(OrdersApi::head)
                        .toList());
    }

    private CommandList commands() {
        return new CommandList(orders.commands().stream()
                .sorted()
                .map(name -> new CommandShown(
                        name,
                        orders.parametersOf(name).stream()
                                .map(one -> new AskedParameter(
                                        one.name(), one.description(), one.otherwise(), one.optional(), one.choices()))
                                .toList()))
                .toList());
    }

    private OrderWhole whole(Order order) {
        return new OrderWhole(
                head(order),
                orders.targets(order.number()).stream()
                        .map(target -> new OrderAtPeer(
                                target.peer(),
                                target.state().label(),
                                target.before(),
                                target.after(),
                                target.error(),
                                target.attempts()))
                        .toList());
    }

    private static OrderHead head(Order order) {
        return new OrderHead(
                order.number(),
                order.command(),
                order.parameters(),
                order.targets(),
                order.state().label(),
                order.error(),
                order.createdBy(),
                order.createdAt(),
                order.changedAt());
    }
}
