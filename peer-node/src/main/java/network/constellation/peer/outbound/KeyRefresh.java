package network.constellation.peer.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.envelope.Answer;
import network.constellation.protocol.freshness.ReplayStore.Keeping;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/**
 * Asks a peer whether it has new keys, because a message of it did not verify (mnet-wire.md 2.6). Anybody can send such
 * messages, so this is asked at most once per peer in {@link #BETWEEN}, for few peers at once, and only of the address
 * that the administrator approved; new keys need the word of the old ones.
 */
@Singleton
public final class KeyRefresh {
    static final Duration BETWEEN = Duration.ofMinutes(2);
    private static final int AT_ONCE = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final ModernKeysFetch keys;
    private final LegacyExchange legacy;
    private final Rekey rekey;
    private final XmlRpcCodec codec;
    private final Clock clock;
    private final Semaphore running = new Semaphore(AT_ONCE);
    private final ConcurrentHashMap<Wwwroot, CompletableFuture<Optional<Peer>>> asked = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Wwwroot, Instant> last = new ConcurrentHashMap<>();

    @Inject
    KeyRefresh(ModernKeysFetch keys, LegacyExchange legacy, Rekey rekey, XmlRpcCodec codec, Clock clock) {
        this.keys = keys;
        this.legacy = legacy;
        this.rekey = rekey;
        this.codec = codec;
        this.clock = clock;
    }

    /** The peer with its new keys, or nothing: it has none, does not prove them, or was asked just now. */
    public Optional<Peer> afterBadSignature(Peer peer) {
        return throttled(peer, known -> known.modern() != null ? keys.renewed(known) : legacyKeys(known));
    }

    /** The same for a modern message signed by a generation that we do not know. */
    public Optional<Peer> afterUnknownGeneration(Peer peer) {
        return peer.modern() == null ? Optional.empty() : throttled(peer, keys::renewed);
    }

    private Optional<Peer> legacyKeys(Peer peer) {
        PublicIdentity shown = keys.keysOf(peer.wwwroot(), peer.terms());
        if (shown.certificate().equals(peer.identity().certificate())) {
            return Optional.empty();
        }
        byte[] document = codec.writeCall(new MethodCall(SystemMethods.LIST_SERVICES.name(), java.util.List.of()));
        Answer answer = legacy.once(peer, document, Keeping.MEMORY, "", TIMEOUT);
        return answer instanceof Answer.RekeyProposed proposed
                ? Optional.of(rekey.accept(peer, proposed.certificate()))
                : Optional.empty();
    }

    private Optional<Peer> throttled(Peer peer, Function<Peer, Optional<Peer>> refresh) {
        Instant now = clock.instant();
        boolean[] first = new boolean[1];
        last.compute(peer.wwwroot(), (key, before) -> {
            first[0] = before == null || !before.plus(BETWEEN).isAfter(now) || before.isAfter(now);
            return first[0] ? now : before;
        });
        if (!first[0]) {
            return ofAnother(peer.wwwroot());
        }
        CompletableFuture<Optional<Peer>> answer = new CompletableFuture<>();
        asked.put(peer.wwwroot(), answer);
        try {
            answer.complete(running.tryAcquire() ? asked(peer, refresh) : Optional.empty());
        } finally {
            answer.complete(Optional.empty());
        }
        return answer.join();
    }

    private Optional<Peer> asked(Peer peer, Function<Peer, Optional<Peer>> refresh) {
        try {
            return refresh.apply(peer);
        } catch (UnreachableException unreachable) {
            return Optional.empty();
        } finally {
            running.release();
        }
    }

    /** Messages that come while the first is still asking wait for its answer: under load many come at once. */
    private Optional<Peer> ofAnother(Wwwroot peer) {
        CompletableFuture<Optional<Peer>> answer = asked.get(peer);
        if (answer == null) {
            return Optional.empty();
        }
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException notYet) {
            return Optional.empty();
        }
    }
}
