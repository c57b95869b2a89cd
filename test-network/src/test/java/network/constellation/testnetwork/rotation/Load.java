package network.constellation.testnetwork.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import network.constellation.testnetwork.TestSite;

/** Ordinary calls between all sites, from several threads, until it is closed. */
final class Load implements AutoCloseable {
    private final ExecutorService threads;
    private final AtomicLong calls = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean going = true;

    Load(List<TestSite> sites, int atOnce) {
        threads = Executors.newFixedThreadPool(atOnce);
        List<TestSite> all = new ArrayList<>(sites);
        for (int i = 0; i < atOnce; i++) {
            int start = i;
            threads.execute(() -> run(all, start));
        }
    }

    private void run(List<TestSite> sites, int start) {
        int step = start;
        while (going) {
            step++;
            TestSite from = sites.get((step * 7 + start) % sites.size());
            TestSite to = sites.get((step * 11 + start * 3 + 1) % sites.size());
            if (from == to) {
                continue;
            }
            try {
                Led.call(from, to.wwwroot());
                calls.incrementAndGet();
            } catch (RuntimeException | AssertionError failed) {
                failures.add(from + " -> " + to + ": " + failed);
            }
        }
    }

    /** How many succeeded so far. */
    long calls() {
        return calls.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() {
        going = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                failures.add("calls that do not end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
