package network.constellation.peer.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in, before anybody knows who it is: so many requests of one address; of addresses that never proved to
 * belong to a known peer, all together, so many calls at work and so many waiting. Members are never behind strangers.
 */
final class Admission {
    private static final int MOST_MEMBERS = 20_000;
    private static final int WAITING_PER_LANE = 8;

    private final int perAddress;
    private final int strangers;
    private final long bodyMemory;
    private final ConcurrentHashMap<InetAddress, Integer> present = new ConcurrentHashMap<>();
    private final Cache<InetAddress, Boolean> members = Caffeine.newBuilder()
            .maximumSize(MOST_MEMBERS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();
    private final AtomicLong bodies = new AtomicLong();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    Admission(DoorConfig config) {
        this.perAddress = config.perAddress();
        this.strangers = config.strangers();
        this.bodyMemory = config.bodyMemory().toBytes();
    }

    /** @return false when the address has too many requests running */
    boolean enter(InetAddress address) {
        boolean[] entered = {false};
        present.compute(address, (a, count) -> {
            int now = count == null ? 0 : count;
            entered[0] = now < perAddress;
            return entered[0] ? Integer.valueOf(now + 1) : count;
        });
        return entered[0];
    }

    void leave(InetAddress address) {
        present.computeIfPresent(address, (a, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }

    boolean isMember(InetAddress address) {
        return members.getIfPresent(address) != null;
    }

    void proved(InetAddress address) {
        if (members.getIfPresent(address) == null) {
            members.put(address, Boolean.TRUE);
        }
    }

    /** @return false when all bodies together would take too much memory */
    boolean reserve(long bytes) {
        if (bodies.addAndGet(bytes) <= bodyMemory) {
            return true;
        }
        bodies.addAndGet(-bytes);
        return false;
    }

    void free(long bytes) {
        bodies.addAndGet(-bytes);
    }

    long reserved() {
        return bodies.get();
    }

    /** Runs a stranger's call now or when another has ended. @return false when too many wait already */
    boolean runStranger(Runnable call, Executor executor) {
        synchronized (waiting) {
            if (running >= strangers) {
                if (waiting.size() >= strangers * WAITING_PER_LANE) {
                    return false;
                }
                waiting.add(call);
                return true;
            }
            running++;
        }
        runThenNext(call, executor);
        return true;
    }

    private void runThenNext(Runnable call, Executor executor) {
        try {
            call.run();
        } finally {
            Runnable next = next();
            if (next != null) {
                executor.execute(() -> runThenNext(next, executor));
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            Runnable next = waiting.poll();
            if (next == null) {
                running--;
            }
            return next;
        }
    }
}
