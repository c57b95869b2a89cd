package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.orders.OrderWork.Phase;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.commands.StateMark;
import network.constellation.peer.jobs.CrashPoints;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.PeersException;
import org.jspecify.annotations.Nullable;

/** What is done with one site in each phase, and what an order has come to when all sites are through. */
@Singleton
final class OrderSteps {
    private static final Set<TargetState> NOT_WELL =
            Set.of(TargetState.FAILED, TargetState.UNREACHABLE, TargetState.REFUSED, TargetState.CANCELLED);

    private final OrdersStore store;
    private final CommandTable commands;
    private final SiteCalls calls;
    private final Audit audit;
    private final Clock clock;
    private final CrashPoints crash;

    @Inject
    OrderSteps(OrdersStore store, CommandTable commands, SiteCalls calls, Audit audit, Clock clock, CrashPoints crash) {
        this.store = store;
        this.commands = commands;
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
        this.crash = crash;
    }

    /** @throws AdminRefused when what all sites are to be made like cannot be read */
    void prepare(Order order, Phase phase) {
        if (phase == Phase.ROLL_BACK || store.prepared(order.number()).isPresent()) {
            return;
        }
        OrderCommand.Preparing preparing = new OrderCommand.Preparing() {
            @Override
            public SiteCalls calls() {
                return calls;
            }

            @Override
            public Site site(Wwwroot source) {
                return calls.site(source, order, "source", "");
            }
        };
        try {
            store.prepared(order.number(), command(order).prepare(preparing, new Values(order.parameters())));
        } catch (UnreachableException | PeersException silent) {
            throw new AdminRefused(AdminAnswer.GARBAGE, List.of(String.valueOf(silent.getMessage())));
        }
    }

    private OrderCommand command(Order order) {
        return commands.required(order.command());
    }

    void work(Order order, Phase phase, OrderTarget target) {
        OrderTarget now = switch (phase) {
            case PLAN -> plan(order, target);
            case APPLY -> apply(order, target);
            case ROLL_BACK -> restore(order, target);
        };
        crash.reached("order/target/called");
        store.save(now);
        crash.reached("order/target/stored");
    }

    private OrderTarget plan(Order order, OrderTarget target) {
        try {
            return planned(order, target);
        } catch (AdminRefused refused) {
            return with(target, TargetState.REFUSED, refused.sentence(), clock.instant());
        } catch (UnreachableException | PeersException silent) {
            return with(target, TargetState.UNREACHABLE, String.valueOf(silent.getMessage()), clock.instant());
        }
    }

    /** Reads before and after; planned, or the same already. */
    private OrderTarget planned(Order order, OrderTarget target) {
        OrderCommand command = command(order);
        calls.refusal(target.peer(), command.intention(new Values(order.parameters())))
                .ifPresent(sentence -> {
                    throw new AdminRefused(AdminRefused.NOT_ALLOWED, List.of(sentence));
                });
        JsonNode prepared = store.prepared(order.number()).orElse(NullNode.getInstance());
        // Each attempt at a plan reads anew; a plan has no effect that must not be repeated.
        Site site = calls.site(target.peer(), order, "plan" + target.attempts(), "");
        OrderCommand.Reading read = command.read(site, new Values(order.parameters()), prepared);
        boolean same = command.revertible() && read.before().equals(read.after());
        return new OrderTarget(
                target.order(),
                target.peer(),
                same ? TargetState.SAME : TargetState.PLANNED,
                read.before(),
                read.after(),
                command.writes() ? StateMark.of(read.before()) : "",
                read.note(),
                target.attempts(),
                clock.instant());
    }

    private OrderTarget apply(Order order, OrderTarget given) {
        if (!store.claim(given, TargetState.RUNNING, clock.instant())) {
            // Cancelled in the meantime.
            return current(given);
        }
        OrderTarget target = current(given);
        try {
            if (target.mark() == null) {
                // It could not be reached when the others were planned, and somebody wants it tried again.
                target = planned(order, target);
                if (target.state() == TargetState.SAME) {
                    return with(target, TargetState.SKIPPED, target.error(), clock.instant());
                }
                store.save(with(target, TargetState.RUNNING, target.error(), clock.instant()));
            }
            String mark = Optional.ofNullable(target.mark()).orElse("");
            Site site = calls.site(target.peer(), order, "apply", mark);
            JsonNode result = command(order).execute(site, new Values(order.parameters()), target.after());
            return new OrderTarget(
                    target.order(),
                    target.peer(),
                    TargetState.DONE,
                    target.before(),
                    result,
                    target.mark(),
                    target.error(),
                    target.attempts(),
                    clock.instant());
        } catch (AdminRefused refused) {
            return with(target, TargetState.FAILED, refused.sentence(), clock.instant());
        } catch (UnreachableException | PeersException silent) {
            return with(target, TargetState.UNREACHABLE, String.valueOf(silent.getMessage()), clock.instant());
        }
    }

    private OrderTarget restore(Order order, OrderTarget target) {
        try {
            Site site = calls.site(target.peer(), order, "restore", StateMark.of(target.after()));
            command(order).restore(site, new Values(order.parameters()), target.before());
            return with(target, TargetState.RESTORED, null, clock.instant());
        } catch (AdminRefused refused) {
            return refused.status() == AdminRefused.CHANGED
                    ? with(
                            target,
                            TargetState.CONFLICT,
                            "Somebody has changed it since; theirs was left.",
                            clock.instant())
                    : with(target, TargetState.NOT_RESTORED, refused.sentence(), clock.instant());
        } catch (UnreachableException | PeersException silent) {
            return with(target, TargetState.NOT_RESTORED, String.valueOf(silent.getMessage()), clock.instant());
        }
    }

    private OrderTarget current(OrderTarget target) {
        return store.targets(target.order()).stream()
                .filter(one -> one.peer().equals(target.peer()))
                .findFirst()
                .orElseThrow();
    }

    static OrderTarget with(OrderTarget target, TargetState state, @Nullable String error, Instant now) {
        return new OrderTarget(
                target.order(),
                target.peer(),
                state,
                target.before(),
                target.after(),
                target.mark(),
                error,
                target.attempts(),
                now);
    }

    void end(Order order, Phase phase) {
        Map<TargetState, Long> counts = store.counts(order.number());
        OrderState state = switch (phase) {
            case PLAN -> OrderState.PLANNED;
            case APPLY -> applied(counts);
            case ROLL_BACK ->
                store.targets(order.number()).stream().anyMatch(OrderSteps::mayBeChanged)
                        ? OrderState.PARTLY_ROLLED_BACK
                        : OrderState.ROLLED_BACK;
        };
        store.end(order.number(), state, null, clock.instant());
        if (phase != Phase.PLAN) {
            audit.record(AuditEvent.done("order.ended", order.createdBy())
                    .with("order", Integer.toString(order.number()))
                    .with("command", order.command())
                    .with("state", state.label())
                    .with(
                            "sites",
                            counts.entrySet().stream()
                                    .map(one -> one.getKey().label() + " " + one.getValue())
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** Whether a site may still be as the order wanted it, or as others made it since. */
    private static boolean mayBeChanged(OrderTarget target) {
        return switch (target.state()) {
            case CONFLICT, NOT_RESTORED -> true;
            case UNREACHABLE -> target.attempts() > 0;
            default -> false;
        };
    }

    private static OrderState applied(Map<TargetState, Long> counts) {
        if (counts.keySet().stream().noneMatch(NOT_WELL::contains)) {
            return OrderState.DONE;
        }
        boolean cancelledOnly =
                counts.keySet().stream().filter(NOT_WELL::contains).allMatch(one -> one == TargetState.CANCELLED);
        return cancelledOnly ? OrderState.CANCELLED : OrderState.INCOMPLETE;
    }
}
