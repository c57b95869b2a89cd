package network.constellation.peer.commands;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.dispatch.CallContext;
import network.constellation.peer.jobs.CrashPoints;
import network.constellation.peer.platform.PlatformException;
import network.constellation.protocol.method.Arguments;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.administration.AdminCall;
import network.constellation.protocol.method.administration.AdminCaller;
import network.constellation.protocol.method.administration.AdminMethods;

/**
 * Executes what the hub orders. Every function comes through here, in one order: caller well-formed -> caller is the
 * signer -> signer is this site's hub -> suite -> arguments -> grant -> done before? -> state as expected -> execute ->
 * audit. Authority is a function of the signature and of the grant, never of a name (network-admin.md 2.7).
 */
@Singleton
final class Commands {
    private static final String EXECUTED = "order.executed";
    private static final String REPEATED = "order.repeated";
    private static final String REFUSED = "order.refused";

    private final Grants grants;
    private final CallStore calls;
    private final Map<String, AdminFunction> functions;
    private final Authority authority;
    private final Audit audit;
    private final CrashPoints crash;

    @Inject
    Commands(
            Grants grants,
            CallStore calls,
            Set<AdminFunction> functions,
            Authority authority,
            Audit audit,
            CrashPoints crash) {
        this.grants = grants;
        this.calls = calls;
        this.functions = functions.stream()
                .collect(Collectors.toMap(one -> one.declaration().name(), Function.identity()));
        this.authority = authority;
        this.audit = audit;
        this.crash = crash;
    }

    /** One call; everything the checks after it need to know. */
    private record Order(AdminMethods.Function function, CallContext context, AdminCall call, AdminCaller caller) {
        String callId() {
            return caller.callId().isEmpty() ? context.traceId() : caller.callId();
        }

        Wwwroot hub() {
            return context.peer().wwwroot();
        }

        String by() {
            return caller.username() + " @ " + caller.userHost();
        }

        /** The same call again has the same. */
        String mark() {
            String all = function.name() + "\n" + call.arguments();
            return HexFormat.of().formatHex(Digests.sha256(all.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** @return the answer as JSON */
    String answer(AdminMethods.Function function, CallContext context, AdminCall call) {
        Optional<AdminCaller> caller = AdminCaller.of(call.caller());
        if (caller.isEmpty()) {
            return refused(
                    new Order(function, context, call, new AdminCaller("?", "?", "?")),
                    new CommandRefused(CommandRefused.CALLER, "bad-caller", "Bad client user format."));
        }
        Order order = new Order(function, context, call, caller.get());
        try {
            authority.requireHub(context, order.caller(), function);
            Task task = function(function).prepare(new Arguments(call.arguments()));
            return task instanceof Task.Write write
                    ? grants.during(() -> write(order, write, permit(order, write)))
                    : read(order, (Task.Read) task, permit(order, task));
        } catch (CommandRefused refused) {
            return refused(order, refused);
        } catch (ShapeException wrong) {
            return refused(order, new CommandRefused(CommandRefused.DATA, "arguments", wrong.getMessage() + "."));
        } catch (PlatformException impossible) {
            return refused(
                    order,
                    new CommandRefused(CommandRefused.RECORD, "platform", String.valueOf(impossible.getMessage())));
        }
    }

    private AdminFunction function(AdminMethods.Function wanted) {
        AdminFunction found = functions.get(wanted.name());
        if (found == null) {
            throw new IllegalStateException(wanted + " is declared and not bound.");
        }
        return found;
    }

    private Authority.Permit permit(Order order, Task task) {
        long bytes =
                order.call().arguments().stream().mapToLong(Authority::bytes).sum();
        return authority.permit(
                order.hub(),
                task.operations(),
                task.subjects(),
                task instanceof Task.Write,
                bytes,
                order.context().at());
    }

    private String read(Order order, Task.Read task, Authority.Permit permit) {
        Instant now = order.context().at();
        Reply reply = task.reading().read(one -> authority.permits(order.hub(), task.operations(), one, now));
        String text = permit.answer(reply.text());
        audit.record(event(AuditEvent.done(EXECUTED, order.by()), order, String.join(" ", task.subjects()), reply)
                .with("granted", permit.granted()));
        return text;
    }

    /** One at a time, so that the state that was expected is the state that is changed. */
    private synchronized String write(Order order, Task.Write task, Authority.Permit permit) {
        Optional<CallRecord> before = calls.find(order.callId());
        if (before.isPresent()) {
            return again(order, task, before.get());
        }
        JsonNode former = task.change().former();
        permit.require(former.toString(), "What is there now");
        String expected = order.caller().expected();
        if (!expected.isEmpty() && !expected.equals(StateMark.of(former))) {
            throw new CommandRefused(
                    CommandRefused.CHANGED, "state-changed", "The state here has changed since the order was planned.");
        }
        String subject = String.join(" ", task.subjects());
        CallRecord call = new CallRecord(
                order.callId(),
                order.hub().value(),
                order.by(),
                order.function().name(),
                subject,
                order.mark(),
                former.toString(),
                null,
                order.context().at(),
                permit.granted());
        calls.begin(call);
        crash.reached("command/begun");
        return apply(order, task, former, call);
    }

    private String apply(Order order, Task.Write task, JsonNode former, CallRecord call) {
        Reply reply;
        try {
            reply = task.change().apply().with("former", former).with("callid", order.callId());
        } catch (CommandRefused | PlatformException refused) {
            calls.forget(order.callId());
            throw refused;
        }
        crash.reached("command/applied");
        AuditEvent event = event(AuditEvent.done(EXECUTED, order.by()), order, call.subject(), reply)
                .with("granted", call.granted());
        calls.answered(order.callId(), reply.text(), handle -> audit.record(handle, event));
        return reply.text();
    }

    /** The first answer again; what a killed process left without one is done again, from the state before it. */
    private String again(Order order, Task.Write task, CallRecord first) {
        if (!first.mark().equals(order.mark())
                || !first.hub().equals(order.hub().value())) {
            throw new CommandRefused(
                    CommandRefused.DATA, "call-id-reused", "Another order has been given under this call id.");
        }
        String answer = first.answer();
        if (answer == null) {
            return apply(order, task, Former.parse(first.former()), first);
        }
        audit.record(event(AuditEvent.done(REPEATED, order.by()), order, first.subject(), Reply.success()));
        return answer;
    }

    private String refused(Order order, CommandRefused refused) {
        Reply reply = Reply.failure(refused.code(), List.of(refused.sentence()));
        audit.record(event(AuditEvent.refused(REFUSED, order.by(), refused.reason()), order, "", reply));
        return reply.text();
    }

    private static AuditEvent event(AuditEvent event, Order order, String subject, Reply reply) {
        return event.peer(order.context().peer().wwwroot().value())
                .trace(order.context().traceId())
                .with("call", order.callId())
                .with("function", order.function().name())
                .with("subject", subject)
                .with("status", Integer.toString(reply.status()));
    }
}
