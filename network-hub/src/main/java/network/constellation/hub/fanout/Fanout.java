package network.constellation.hub.fanout;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.protocol.call.Fault;

/** Asks many sites at once; a site that is slow or silent holds up nobody else. Thread-safe. */
@Singleton
public final class Fanout {
    private static final int AT_ONCE = 8;
    private static final int NOT_PUBLISHED = 707;
    private static final int UNKNOWN_METHOD = 7012;

    private final Peers peers;

    @Inject
    Fanout(Peers peers) {
        this.peers = peers;
    }

    /** What is asked of one site; faults and silence become an {@link Answer}. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Peer site);
    }

    /**
     * @param within when this time is over, whoever has not answered is unreachable
     * @return an answer for each site, in their order
     */
    public <T> Map<Wwwroot, Answer<T>> ask(Collection<Wwwroot> sites, Duration within, Question<T> question) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "fanout");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<Wwwroot, Future<Answer<T>>> asked = new LinkedHashMap<>();
            sites.forEach(site -> asked.put(site, threads.submit(() -> one(site, question))));
            long end = System.nanoTime() + within.toNanos();
            Map<Wwwroot, Answer<T>> answers = new LinkedHashMap<>();
            for (Map.Entry<Wwwroot, Future<Answer<T>>> one : asked.entrySet()) {
                answers.put(one.getKey(), answer(one.getValue(), end));
            }
            return answers;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The node is stopping.", stopping);
        } finally {
            // Nobody is interrupted: that would close the database's file under whoever is writing. Calls end by their
            // own deadline.
            threads.shutdown();
        }
    }

    private <T> Answer<T> one(Wwwroot wwwroot, Question<T> question) {
        try {
            return new Answer.Given<>(question.ask(peers.require(wwwroot)));
        } catch (UnreachableException silent) {
            return new Answer.Unreachable<>(silent.why());
        } catch (PeersException unknown) {
            return new Answer.Unreachable<>(String.valueOf(unknown.getMessage()));
        } catch (Fault fault) {
            return switch (fault.code()) {
                case UNKNOWN_METHOD, PeerClient.NOT_SUBSCRIBED -> new Answer.Unsupported<>(fault.text());
                case NOT_PUBLISHED -> new Answer.Refused<>(fault.code(), "It does not open this service to the hub.");
                default -> new Answer.Refused<>(fault.code(), fault.text());
            };
        }
    }

    private static <T> Answer<T> answer(Future<Answer<T>> future, long end) throws InterruptedException {
        try {
            return future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            future.cancel(false);
            return new Answer.Unreachable<>("It has not answered in time.");
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return new Answer.Unusable<>(String.valueOf(cause == null ? failed.getMessage() : cause.getMessage()));
        }
    }
}
