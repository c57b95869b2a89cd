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
import network.constellation.keys.provider.Digests;
import network.constellation.keys.suite.Suite;
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
    private final CommandsConfig config;
    private final Audit audit;
    private final CrashPoints crash;

    @Inject
    Commands(
            Grants grants,
            CallStore calls,
            Set<AdminFunction> functions,
            CommandsConfig config,
            Audit audit,
            CrashPoints crash) {
        this.grants = grants;
        this.calls = calls;
        this.functions = functions.stream()
                .collect(Collectors.toMap(one -> one.declaration().name(), Function.identity()));
        this.config = config;
        this.audit = audit;
        this.crash = crash;
    }

    /** One call; everything the checks after it need to know. */
    private record Order(AdminMethods.Function function, CallContext context, AdminCall call, AdminCaller caller) {
        String callId() {
            return caller.callId().isEmpty() ? context.traceId() : caller.callId();
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
            checkAuthority(order);
            Task task = function(function).prepare(new Arguments(call.arguments()));
            checkGrant(order, task);
            return task instanceof Task.Write write ? write(order, write) : read(order, (Task.Read) task);
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

    private void checkAuthority(Order order) {
        String signer = order.context().peer().wwwroot().value();
        if (!order.caller().remoteHost().equals(signer)) {
            throw notAllowed(
                    "impersonation",
                    "The order names " + order.caller().remoteHost() + " as its sender, and " + signer + " signed it.");
        }
        if (!order.context().peer().hub()) {
            throw notAllowed("not-the-hub", signer + " is not the hub of this site.");
        }
        if (order.context().suite() == Suite.LEGACY && !config.legacy()) {
            throw notAllowed("legacy-suite", "This site takes no orders in the legacy suite.");
        }
    }

    private void checkGrant(Order order, Task task) {
        List<String> subjects = task.subjects().isEmpty() ? List.of("") : task.subjects();
        for (String subject : subjects) {
            boolean permitted = subject.isEmpty()
                    ? grants.open(order.context().peer().wwwroot()).stream().anyMatch(task.operations()::contains)
                    : permits(order, task, subject);
            if (!permitted) {
                throw notAllowed(
                        "not-granted",
                        "This site has not granted " + names(task) + (subject.isEmpty() ? "" : " for " + subject)
                                + " to its hub.");
            }
        }
    }

    private boolean permits(Order order, Task task, String subject) {
        Instant now = order.context().at();
        return task.operations().stream()
                .anyMatch(operation -> grants.permits(order.context().peer().wwwroot(), operation, subject, now));
    }

    private String read(Order order, Task.Read task) {
        Reply reply = task.reading().read(subject -> permits(order, task, subject));
        audit.record(event(AuditEvent.done(EXECUTED, order.by()), order, String.join(" ", task.subjects()), reply));
        return reply.text();
    }

    /** One at a time, so that the state that was expected is the state that is changed. */
    private synchronized String write(Order order, Task.Write task) {
        Optional<CallRecord> before = calls.find(order.callId());
        if (before.isPresent()) {
            return again(order, task, before.get());
        }
        JsonNode former = task.change().former();
        String expected = order.caller().expected();
        if (!expected.isEmpty() && !expected.equals(StateMark.of(former))) {
            throw new CommandRefused(
                    CommandRefused.CHANGED, "state-changed", "The state here has changed since the order was planned.");
        }
        String subject = String.join(" ", task.subjects());
        calls.begin(new CallRecord(
                order.callId(),
                order.context().peer().wwwroot().value(),
                order.by(),
                order.function().name(),
                subject,
                order.mark(),
                former.toString(),
                null,
                order.context().at()));
        crash.reached("command/begun");
        return apply(order, task, former, subject);
    }

    private String apply(Order order, Task.Write task, JsonNode former, String subject) {
        Reply reply;
        try {
            reply = task.change().apply().with("former", former).with("callid", order.callId());
        } catch (CommandRefused | PlatformException refused) {
            calls.forget(order.callId());
            throw refused;
        }
        crash.reached("command/applied");
        AuditEvent event = event(AuditEvent.done(EXECUTED, order.by()), order, subject, reply);
        calls.answered(order.callId(), reply.text(), handle -> audit.record(handle, event));
        return reply.text();
    }

    /** The first answer again; what a killed process left without one is done again, from the state before it. */
    private String again(Order order, Task.Write task, CallRecord first) {
        if (!first.mark().equals(order.mark())
                || !first.hub().equals(order.context().peer().wwwroot().value())) {
            throw new CommandRefused(
                    CommandRefused.DATA, "call-id-reused", "Another order has been given under this call id.");
        }
        String answer = first.answer();
        if (answer == null) {
            return apply(order, task, Former.parse(first.former()), first.subject());
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

    private static String names(Task task) {
        return task.operations().stream().sorted().map(Operation::label).collect(Collectors.joining(" or "));
    }

    private static CommandRefused notAllowed(String reason, String sentence) {
        return new CommandRefused(CommandRefused.NOT_ALLOWED, reason, sentence);
    }
}
