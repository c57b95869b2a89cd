package network.constellation.peer.outbound;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.peers.NetworkStanding.Need;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.ServiceTable;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.freshness.ReplayStore.Keeping;
import network.constellation.protocol.method.NetworkMethod;
import network.constellation.protocol.method.NetworkMethod.Effect;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.slf4j.MDC;

/**
 * Calls methods of peers: do we subscribe -> codec -> seal -> transport -> open -> typed result. Calls that may be
 * repeated are retried with growing pauses within their time; a peer that keeps failing is left alone for a while.
 */
@Singleton
public final class PeerClient {
    /** How long a call may take in all, retries included (mnet-wire.md 1.2). */
    public static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** The fault of our own making when we do not subscribe (mnet-wire.md 9.5). */
    public static final int NOT_SUBSCRIBED = 7;

    private static final int RETRIES = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int FAILURES_TO_OPEN = 5;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);
    private static final Duration LISTS_KEPT = Duration.ofMinutes(10);

    private final Peers peers;
    private final Services services;
    private final DeclaredServices declared;
    private final XmlRpcCodec codec;
    private final LegacyExchange legacy;
    private final ModernExchange modern;
    private final NetworkStanding standing;
    private final Clock clock;
    private final ConcurrentHashMap<Wwwroot, CircuitBreaker<Object>> breakers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<ServiceAt, MethodList> lists = new ConcurrentHashMap<>();

    @Inject
    PeerClient(
            Peers peers,
            Services services,
            DeclaredServices declared,
            XmlRpcCodec codec,
            LegacyExchange legacy,
            ModernExchange modern,
            NetworkStanding standing,
            Clock clock) {
        this.peers = peers;
        this.services = services;
        this.declared = declared;
        this.codec = codec;
        this.legacy = legacy;
        this.modern = modern;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * Calls a declared method.
     *
     * @throws Fault the peer's fault, or {@value #NOT_SUBSCRIBED} of our own
     * @throws UnreachableException when no verified answer of the declared shape came
     */
    public <A, R> R call(Peer peer, NetworkMethod<A, R> method, A arguments) {
        requireSubscribed(peer, method.services());
        Value answer = send(
                peer, method.name(), method.arguments().encode(arguments), method.effect(), Need.of(method), TIMEOUT);
        return decoded(method, answer);
    }

    /**
     * Calls a declared method once: no retry, and no being left alone after failures. For callers that come back by
     * themselves, with their own back-off.
     *
     * @throws Fault as {@link #call}
     * @throws UnreachableException as {@link #call}
     */
    public <A, R> R callOnce(Peer given, NetworkMethod<A, R> method, A arguments, Duration timeout) {
        requireSubscribed(given, method.services());
        Peer peer = served(given, Need.of(method));
        byte[] document =
                codec.writeCall(new MethodCall(method.name(), method.arguments().encode(arguments)));
        try {
            MethodResponse response = exchange(peer, document, keeping(method.effect()), "", timeout);
            heard(peer);
            return decoded(method, value(response));
        } catch (UnreachableException unreachable) {
            peers.failed(peer.wwwroot(), unreachable.why());
            throw unreachable;
        }
    }

    private static <A, R> R decoded(NetworkMethod<A, R> method, Value answer) {
        try {
            return method.answer().decode(answer);
        } catch (ShapeException wrong) {
            throw new UnreachableException(
                    "its answer to " + method.name() + " has not the declared shape: " + wrong.getMessage(), true);
        }
    }

    /** Calls any method by its name, also one that only the peer declares. Never retried unless known to be repeatable. */
    public Value rawCall(Peer peer, String method, List<Value> arguments) {
        Optional<NetworkMethod<?, ?>> known = declared.find(method);
        if (known.isPresent()) {
            requireSubscribed(peer, known.get().services());
        } else if (!method.startsWith("system/") && !offered(peer, method)) {
            throw notSubscribed(method);
        }
        return send(
                peer,
                method,
                arguments,
                known.map(NetworkMethod::effect).orElse(Effect.WRITE),
                known.<Need>map(Need::of).orElse(Need.CHANGE),
                TIMEOUT);
    }

    private void requireSubscribed(Peer peer, List<String> holders) {
        if (holders.isEmpty()) {
            return;
        }
        ServiceTable table = services.table();
        for (String service : holders) {
            if (table.subscribes(peer.wwwroot(), service)) {
                return;
            }
        }
        throw notSubscribed(String.join(", ", holders));
    }

    private static Fault notSubscribed(String what) {
        return new Fault(NOT_SUBSCRIBED, "Not subscribed at this peer: " + what, "not-subscribed");
    }

    /** Whether the peer itself says that a service to which we subscribe holds this method. */
    private boolean offered(Peer peer, String method) {
        ServiceTable table = services.table();
        for (String holder : new String[] {peer.wwwroot().value(), ServiceTable.ALL_HOSTS}) {
            for (ServiceGrant grant : table.rows(holder)) {
                if (grant.subscribe() && methodsOf(peer, grant.service()).contains(method)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<String> methodsOf(Peer peer, String service) {
        ServiceAt key = new ServiceAt(peer.wwwroot(), service);
        MethodList known = lists.get(key);
        if (known == null || known.until().isBefore(clock.instant())) {
            known = new MethodList(
                    Set.copyOf(call(peer, SystemMethods.LIST_METHODS, Optional.of(service))),
                    clock.instant().plus(LISTS_KEPT));
            lists.put(key, known);
        }
        return known.names();
    }

    private Value send(Peer given, String method, List<Value> arguments, Effect effect, Need need, Duration timeout) {
        Peer peer = served(given, need);
        byte[] document = codec.writeCall(new MethodCall(method, arguments));
        return value(withRetries(peer, document, keeping(effect), effect, timeout));
    }

    /** The peer as it stands, when this site and the network have dealings with it now. */
    private Peer served(Peer given, Need need) {
        Peer peer = peers.find(given.wwwroot()).orElse(given);
        if (!peer.isApproved()) {
            throw new UnreachableException(
                    peer.wwwroot() + " is " + peer.state().label() + " here", false);
        }
        Fault refusal = standing.refusal(peer, need);
        if (refusal != null) {
            throw refusal;
        }
        return peer;
    }

    private static Keeping keeping(Effect effect) {
        return effect == Effect.READ ? Keeping.MEMORY : Keeping.DURABLE;
    }

    private static Value value(MethodResponse response) {
        if (response instanceof MethodResponse.Failure failure) {
            throw new Fault(failure.code(), failure.text());
        }
        return ((MethodResponse.Success) response).value();
    }

    private MethodResponse withRetries(Peer peer, byte[] document, Keeping keeping, Effect effect, Duration timeout) {
        String mdc = MDC.get("trace");
        String trace = mdc == null ? "" : mdc;
        // Not by the clock, which may be set meanwhile (reliability-anchors.md P-14).
        long deadline = System.nanoTime() + timeout.toNanos();
        RetryPolicy<Object> retry = RetryPolicy.builder()
                .handleIf(failure -> failure instanceof UnreachableException lost
                        && (effect != Effect.WRITE || !lost.mayHaveArrived()))
                .withMaxRetries(RETRIES)
                .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                .withMaxDuration(timeout)
                .build();
        CircuitBreaker<Object> breaker = breakers.computeIfAbsent(peer.wwwroot(), key -> newBreaker());
        try {
            MethodResponse response = Failsafe.with(retry, breaker).get(() -> {
                Peer now = peers.find(peer.wwwroot()).orElse(peer);
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                return exchange(now, document, keeping, trace, left.toMillis() < 1_000 ? Duration.ofSeconds(1) : left);
            });
            heard(peer);
            return response;
        } catch (UnreachableException unreachable) {
            peers.failed(peer.wwwroot(), unreachable.why());
            throw unreachable;
        } catch (CircuitBreakerOpenException leftAlone) {
            String why = "it failed " + FAILURES_TO_OPEN + " times in a row and is left alone for "
                    + LEFT_ALONE.toSeconds() + " s";
            throw new UnreachableException(why, false);
        } catch (FailsafeException interrupted) {
            throw new UnreachableException("interrupted while waiting", true);
        }
    }

    private MethodResponse exchange(Peer peer, byte[] document, Keeping keeping, String trace, Duration timeout) {
        Exchange exchange = peer.callSuite() == Suite.MODERN ? modern : legacy;
        return exchange.exchange(peer, document, keeping, trace, timeout);
    }

    private void heard(Peer peer) {
        peers.heard(peer.wwwroot(), clock.instant());
        peers.proved(peers.find(peer.wwwroot()).orElse(peer), peer.callSuite());
    }

    private static CircuitBreaker<Object> newBreaker() {
        return CircuitBreaker.builder()
                .handle(UnreachableException.class)
                .withFailureThreshold(FAILURES_TO_OPEN)
                .withDelay(LEFT_ALONE)
                .build();
    }

    private record ServiceAt(Wwwroot peer, String service) {}

    private record MethodList(Set<String> names, Instant until) {}
}
