package network.constellation.peer.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import network.constellation.peer.outbound.NextKeyCall;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.rotation.RehearsedPing;
import network.constellation.protocol.method.rotation.RehearsedPing.Outcome;
import network.constellation.protocol.method.rotation.RotationMethods;

/**
 * Pings peers with the keys of tomorrow: signed by our next generation, sealed to theirs, where these are prepared and
 * announced (network-admin.md 10, item 12).
 */
@Singleton
public final class Rehearsal {
    /** More are asked for in several calls. */
    public static final int AT_MOST = 50;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int AT_ONCE = 4;

    private final Peers peers;
    private final NextKeyCall call;

    @Inject
    Rehearsal(Peers peers, NextKeyCall call) {
        this.peers = peers;
        this.call = call;
    }

    /** One result for each site, in the same order. */
    public List<RehearsedPing> ping(List<String> sites) {
        if (sites.size() > AT_MOST) {
            throw new Fault(OwnRotation.REFUSED, "At most " + AT_MOST + " sites in one call.", "too-many");
        }
        if (sites.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, sites.size()), run -> {
            Thread thread = new Thread(run, "rehearsal");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<RehearsedPing>> running = sites.stream()
                    .map(site -> CompletableFuture.supplyAsync(() -> ping(site), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private RehearsedPing ping(String site) {
        long started = System.nanoTime();
        Optional<Peer> peer = peers.find(site).filter(Peer::isApproved);
        if (peer.isEmpty()) {
            return result(site, Outcome.FAILED, "it is no peer here", started);
        }
        if (peer.get().modern() == null) {
            return result(site, Outcome.LEGACY, "", started);
        }
        try {
            int signedWith = call.signedWith();
            int seen = call.call(peer.get(), RotationMethods.PING, Nothing.NOTHING, TIMEOUT);
            return seen == signedWith
                    ? result(site, Outcome.OK, "", started)
                    : result(site, Outcome.FAILED, "it saw generation " + seen + ", signed was " + signedWith, started);
        } catch (Fault refused) {
            return result(site, Outcome.FAILED, "fault " + refused.code() + ": " + refused.text(), started);
        } catch (EnvelopeException refused) {
            return result(site, Outcome.FAILED, refused.reason() + ": " + refused.detail(), started);
        } catch (UnreachableException unreachable) {
            return result(site, Outcome.UNREACHABLE, unreachable.why(), started);
        }
    }

    private static RehearsedPing result(String site, Outcome outcome, String detail, long started) {
        int millis = (int) Duration.ofNanos(System.nanoTime() - started).toMillis();
        return new RehearsedPing(site, outcome, detail, millis);
    }
}
