package network.constellation.hub.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Roles;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.administration.AdminCall;
import network.constellation.protocol.method.administration.AdminCaller;
import network.constellation.protocol.method.administration.AdminMethods;
import network.constellation.protocol.method.administration.Intention;

/** Calls of the functions of super-administration; each leaves a line in this audit under its call id. */
@Singleton
final class SiteCalls {
    private final PeerClient client;
    private final Peers peers;
    private final Wwwroot self;
    private final Roles roles;
    private final Audit audit;

    @Inject
    SiteCalls(PeerClient client, Peers peers, Wwwroot self, Platform platform, Audit audit) {
        this.client = client;
        this.peers = peers;
        this.self = self;
        this.roles = platform.roles();
        this.audit = audit;
    }

    Wwwroot self() {
        return self;
    }

    /** The hub's own roles. */
    Roles roles() {
        return roles;
    }

    /**
     * A site as one phase of one order calls it.
     *
     * @param phase {@code plan}, {@code apply} or {@code restore}
     * @param expected mark of the state that is to be changed; empty for reading
     */
    Site site(Wwwroot peer, Order order, String phase, String expected) {
        return new Site(this, peer, order, phase, expected);
    }

    /** The same order, phase, site and function always has the same call id, however often a killed hub repeats it. */
    static String callId(Order order, Wwwroot peer, String phase, String function) {
        String all = String.join("\n", order.nonce(), peer.value(), phase, function);
        byte[] digest = Digests.sha256(all.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    /** Why the site would refuse this now; empty: it would not, or cannot say, as originals. */
    Optional<String> refusal(Wwwroot peer, Intention intention) {
        try {
            return Optional.of(client.call(peers.require(peer), AdminMethods.PERMITS, intention))
                    .filter(sentence -> !sentence.isEmpty());
        } catch (Fault older) {
            return notGranted(peer, intention.operation());
        }
    }

    private Optional<String> notGranted(Wwwroot peer, String operation) {
        try {
            return client.call(peers.require(peer), AdminMethods.GRANTED, Nothing.NOTHING)
                            .contains(operation)
                    ? Optional.empty()
                    : Optional.of("The site has not granted " + operation + ".");
        } catch (Fault original) {
            return Optional.empty();
        }
    }

    /** @throws UnreachableException when no answer came */
    AdminAnswer call(Wwwroot peer, AdminCaller caller, AdminMethods.Function function, List<Value> arguments) {
        AdminAnswer answer;
        try {
            answer = AdminAnswer.parse(client.call(
                    peers.require(peer), function.method(), AdminCall.of(caller, arguments.toArray(new Value[0]))));
        } catch (Fault fault) {
            answer = new AdminAnswer(
                    AdminAnswer.GARBAGE,
                    List.of("fault " + fault.code() + ": " + fault.text()),
                    com.fasterxml.jackson.databind.node.MissingNode.getInstance());
        } catch (UnreachableException silent) {
            audit.record(
                    event(AuditEvent.failed("order.called", caller.username(), "unreachable"), peer, caller, function));
            throw silent;
        }
        AuditEvent event = answer.status() == AdminAnswer.SUCCESS
                ? AuditEvent.done("order.called", caller.username())
                : AuditEvent.refused("order.called", caller.username(), Integer.toString(answer.status()));
        audit.record(event(event, peer, caller, function));
        return answer;
    }

    private static AuditEvent event(
            AuditEvent event, Wwwroot peer, AdminCaller caller, AdminMethods.Function function) {
        return event.peer(peer.value()).with("call", caller.callId()).with("function", function.name());
    }

    /** Named values as the wire has them. */
    static Value struct(Map<String, Value> members) {
        return new Value.Struct(members);
    }
}
