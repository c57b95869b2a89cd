package network.constellation.hub.orders;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.hub.orders.OrderWork.Phase;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobFailure;
import network.constellation.peer.jobs.JobKind;

/**
 * Works through the sites of an order, several at once. What each site has come to is stored at once, so a killed hub goes
 * on with the rest; the site that was under way is asked again under the same call id and answers the first answer.
 */
public final class OrderJob implements JobKind<OrderWork> {
    private final OrdersStore store;
    private final OrderSteps steps;
    private final OrdersConfig config;
    private final Clock clock;

    @Inject
    OrderJob(OrdersStore store, OrderSteps steps, OrdersConfig config, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "order";
    }

    @Override
    public Class<OrderWork> stateType() {
        return OrderWork.class;
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 1_000);
    }

    @Override
    public List<NamedStep<OrderWork>> steps() {
        return List.of(JobKind.step("sites", this::work));
    }

    private OrderWork work(JobContext job, OrderWork work) throws JobFailure, InterruptedException {
        Order order = store.find(work.number())
                .orElseThrow(() -> new JobFailure("There is no order " + work.number() + " any more."));
        try {
            steps.prepare(order, work.phase());
        } catch (AdminRefused refused) {
            sourceRefused(order, refused.sentence());
            return work;
        }
        List<OrderTarget> open = store.targets(order.number()).stream()
                .filter(target -> isOpen(work.phase(), target.state()))
                .toList();
        all(job, order, work.phase(), open);
        steps.end(order, work.phase());
        return work;
    }

    private static boolean isOpen(Phase phase, TargetState state) {
        return switch (phase) {
            case PLAN -> state == TargetState.PLANNING;
            case APPLY -> state == TargetState.QUEUED || state == TargetState.RUNNING;
            case ROLL_BACK -> state == TargetState.RESTORING;
        };
    }

    private void all(JobContext job, Order order, Phase phase, List<OrderTarget> open) throws InterruptedException {
        if (open.isEmpty()) {
            return;
        }
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(config.atOnce(), open.size()), run -> {
            Thread thread = new Thread(run, "order-" + order.number());
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> running = new ArrayList<>();
            for (OrderTarget target : open) {
                running.add(threads.submit(() -> {
                    steps.work(order, phase, target);
                    int so = done.incrementAndGet();
                    job.progress(100 * so / open.size(), so + "/" + open.size());
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new SiteWorkFailed(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same failure for every site, and nothing written anywhere. */
    private void sourceRefused(Order order, String sentence) {
        String error = "The source cannot be read: " + sentence;
        for (OrderTarget target : store.targets(order.number())) {
            store.save(OrderSteps.with(target, TargetState.REFUSED, error, clock.instant()));
        }
        store.end(order.number(), OrderState.PLANNED, error, clock.instant());
    }

    /** Something that is no answer of a site: the job tries again. */
    static final class SiteWorkFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SiteWorkFailed(ExecutionException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
