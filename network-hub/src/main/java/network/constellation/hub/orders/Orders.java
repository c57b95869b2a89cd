package network.constellation.hub.orders;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import network.constellation.hub.approvals.Approvals;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.orders.OrderWork.Phase;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;

/**
 * Orders from plan to roll back. A plan changes nothing and shows each site's difference; applying it refuses a site whose
 * state has changed since; rolling back brings every former value back and leaves what others changed in between.
 */
@Singleton
public final class Orders {
    private final OrdersStore store;
    private final Approvals approvals;
    private final CommandTable commands;
    private final SiteCalls calls;
    private final SiteChoice sites;
    private final Jobs jobs;
    private final Provider<OrderJob> job;
    private final CryptoEngine crypto;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Orders(
            OrdersStore store,
            Approvals approvals,
            CommandTable commands,
            SiteCalls calls,
            SiteChoice sites,
            Jobs jobs,
            Provider<OrderJob> job,
            CryptoEngine crypto,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.approvals = approvals;
        this.commands = commands;
        this.calls = calls;
        this.sites = sites;
        this.jobs = jobs;
        this.job = job;
        this.crypto = crypto;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks everything that can be checked without the sites, then has them read as a durable job.
     *
     * @param targets see {@link TargetSelection}
     * @throws OrderRefused with a sentence; nothing was stored
     */
    public Order plan(String command, Map<String, String> given, List<String> targets, String actor) {
        OrderCommand meant = commands.required(command);
        Map<String, String> parameters =
                meant.parameters().populate(given, calls.self().value());
        meant.check(new Values(parameters));
        Order draft = Order.draft(command, parameters, targets, Order.nonce(crypto.random()), actor, clock.instant());
        List<Wwwroot> chosen = sites.resolve(draft);
        meant.source(new Values(parameters)).filter(chosen::contains).ifPresent(source -> {
            throw new OrderRefused(
                    source + " cannot be made like itself; leave it out: --target 'not:" + source.host() + "'.");
        });
        Order order = store.create(
                draft, chosen, handle -> number -> jobs.startIn(handle, job.get(), new OrderWork(number, Phase.PLAN)));
        record("order.planned", order, actor);
        return order;
    }

    /** As {@link #apply(int, Person)}, by somebody who did not say who. */
    public Order apply(int number, String actor) {
        return apply(number, Person.unnamed(actor));
    }

    /**
     * Confirms a plan.
     *
     * @throws OrderRefused unless the order is planned and has something to do
     * @throws network.constellation.hub.approvals.ApprovalNeeded when it waits for a second person
     */
    public Order apply(int number, Person by) {
        return begin(OrderAct.Verb.APPLY, number, by);
    }

    private Order begin(OrderAct.Verb verb, int number, Person by) {
        if (!commands.required(required(number).command()).operation().isDangerous()) {
            return verb.begin(this, number, by.name());
        }
        approvals.perform(OrderAct.KIND, OrderAct.parameters(number, verb), "", by);
        return required(number);
    }

    Order applied(int number, String actor) {
        Order order = required(number);
        if (order.state() != OrderState.PLANNED) {
            throw new OrderRefused(
                    "Order " + number + " is " + order.state().label() + "; only a planned one is applied.");
        }
        if (store.counts(number).getOrDefault(TargetState.PLANNED, 0L) == 0) {
            throw new OrderRefused("Order " + number + " has nothing to do at any site; its plan says why.");
        }
        return move(
                order,
                Set.of(OrderState.PLANNED),
                OrderState.RUNNING,
                Map.of(TargetState.PLANNED, TargetState.QUEUED, TargetState.SAME, TargetState.SKIPPED),
                Phase.APPLY,
                "order.applied",
                actor);
    }

    /** As {@link #retry(int, Person)}, by somebody who did not say who. */
    public Order retry(int number, String actor) {
        return retry(number, Person.unnamed(actor));
    }

    /** Tries what failed or was not reached once more; otherwise as {@link #apply(int, Person)}. */
    public Order retry(int number, Person by) {
        return begin(OrderAct.Verb.RETRY, number, by);
    }

    Order retried(int number, String actor) {
        Order order = required(number);
        boolean back = order.state() == OrderState.PARTLY_ROLLED_BACK;
        if (!back && order.state() != OrderState.INCOMPLETE && order.state() != OrderState.CANCELLED) {
            throw new OrderRefused("Order " + number + " is " + order.state().label()
                    + "; only one that has ended with failures is tried again.");
        }
        return back
                ? move(
                        order,
                        Set.of(OrderState.PARTLY_ROLLED_BACK),
                        OrderState.ROLLING_BACK,
                        Map.of(TargetState.NOT_RESTORED, TargetState.RESTORING),
                        Phase.ROLL_BACK,
                        "order.retried",
                        actor)
                : move(
                        order,
                        Set.of(OrderState.INCOMPLETE, OrderState.CANCELLED),
                        OrderState.RUNNING,
                        TargetState.AGAIN.stream()
                                .collect(Collectors.toMap(state -> state, state -> TargetState.QUEUED)),
                        Phase.APPLY,
                        "order.retried",
                        actor);
    }

    /** Brings every former value back where the order was done. @throws OrderRefused when it cannot */
    public Order rollBack(int number, String actor) {
        Order order = required(number);
        if (!commands.required(order.command()).revertible()) {
            throw new OrderRefused("A " + order.command() + " is not rolled back: it leaves nothing to bring back.");
        }
        if (!OrderState.OVER.contains(order.state()) || order.state() == OrderState.ROLLED_BACK) {
            throw new OrderRefused(
                    "Order " + number + " is " + order.state().label() + "; only one that was applied is rolled back.");
        }
        if (store.counts(number).getOrDefault(TargetState.DONE, 0L) == 0) {
            throw new OrderRefused("Order " + number + " has changed nothing that could be brought back.");
        }
        return move(
                order,
                OrderState.OVER,
                OrderState.ROLLING_BACK,
                Map.of(TargetState.DONE, TargetState.RESTORING, TargetState.NOT_RESTORED, TargetState.RESTORING),
                Phase.ROLL_BACK,
                "order.rolled-back",
                actor);
    }

    /** Sites that wait are left alone; those under way are finished. @throws OrderRefused when nothing runs */
    public Order cancel(int number, String actor) {
        Order order = required(number);
        if (order.state() == OrderState.PLANNED) {
            store.cancelWaiting(number, clock.instant());
            store.end(number, OrderState.CANCELLED, null, clock.instant());
        } else if (order.state() == OrderState.RUNNING) {
            store.cancelWaiting(number, clock.instant());
        } else {
            throw new OrderRefused(
                    "Order " + number + " is " + order.state().label() + "; there is nothing to cancel.");
        }
        record("order.cancelled", order, actor);
        return required(number);
    }

    private Order move(
            Order order,
            Set<OrderState> from,
            OrderState to,
            Map<TargetState, TargetState> sites,
            Phase phase,
            String event,
            String actor) {
        Instant now = clock.instant();
        Optional<UUID> started = store.move(
                order.number(),
                from,
                to,
                sites,
                now,
                handle -> jobs.startIn(handle, job.get(), new OrderWork(order.number(), phase)));
        if (started.isEmpty()) {
            throw new OrderRefused("Order " + order.number() + " was changed by somebody else just now; look again.");
        }
        record(event, order, actor);
        return required(order.number());
    }

    public Optional<Order> find(int number) {
        return store.find(number);
    }

    /** @throws OrderRefused when there is none of that number */
    public Order required(int number) {
        return store.find(number)
                .orElseThrow(() -> new OrderRefused("There is no order " + number + "; `hub order list` shows them."));
    }

    /** Newest first, at most {@code size}. */
    public List<Order> list(int offset, int size) {
        return store.list(offset, size);
    }

    public int count() {
        return store.count();
    }

    /** By address. */
    public List<OrderTarget> targets(int number) {
        return store.targets(number);
    }

    /** Waits for the present phase. @return the order as it stands then */
    public Order await(int number, Duration atMost) {
        Order order = required(number);
        String running = order.job();
        if (running != null && order.state().isMoving()) {
            JobView view = jobs.await(UUID.fromString(running), atMost);
            if (view.state() == JobView.State.FAILED && required(number).state().isMoving()) {
                jobs.retry(view.id());
                jobs.await(view.id(), atMost);
            }
        }
        return required(number);
    }

    /** Whether a finished order of this command could be rolled back. */
    public boolean isRevertible(Order order) {
        return commands.required(order.command()).revertible();
    }

    /** Whether the command changes anything. */
    public boolean writes(Order order) {
        return commands.required(order.command()).writes();
    }

    /** Names of all commands. */
    public List<String> commands() {
        return commands.all().stream().map(OrderCommand::name).toList();
    }

    /** What a command is asked for. @throws OrderRefused for a command that there is not */
    public List<CommandParameter> parametersOf(String command) {
        return commands.required(command).parameters().asked();
    }

    private void record(String event, Order order, String actor) {
        audit.record(AuditEvent.done(event, actor)
                .with("order", Integer.toString(order.number()))
                .with("command", order.command())
                .with("sites", Integer.toString(store.targets(order.number()).size())));
    }
}
