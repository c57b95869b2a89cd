package network.constellation.peer.jobs;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.peer.store.Migrations;
import org.jdbi.v3.core.Jdbi;

/** A room with one job of three steps, each leaving its note in the tenant's database exactly once. */
final class Bakery extends AbstractModule {
    static final String MIX = "mix";
    static final String BAKE = "bake";
    static final String SELL = "sell";

    /** What goes from step to step. */
    record Bread(String name, List<String> done) {
        static Bread of(String name) {
            return new Bread(name, List.of());
        }

        Bread with(String step) {
            return new Bread(
                    name,
                    java.util.stream.Stream.concat(done.stream(), java.util.stream.Stream.of(step))
                            .toList());
        }
    }

    /** What the test does to the steps. */
    static final class Oven {
        final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
        final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
        final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
        volatile boolean hopeless;

        void step(JobContext context, String step) throws Exception {
            runs.computeIfAbsent(step, s -> new AtomicInteger()).incrementAndGet();
            CountDownLatch gate = gates.get(step);
            if (gate != null) {
                gate.await();
            }
            context.checkCancelled();
            AtomicInteger left = failures.get(step);
            if (left != null && left.getAndDecrement() > 0) {
                throw new IllegalStateException("The oven is cold.");
            }
            if (hopeless) {
                throw new JobFailure("There is no flour.");
            }
        }
    }

    @Singleton
    static final class Baking implements JobKind<Bread> {
        private final Oven oven;
        private final Jdbi jdbi;

        @Inject
        Baking(Oven oven, Jdbi jdbi) {
            this.oven = oven;
            this.jdbi = jdbi;
        }

        @Override
        public String name() {
            return "baking";
        }

        @Override
        public Class<Bread> stateType() {
            return Bread.class;
        }

        @Override
        public List<NamedStep<Bread>> steps() {
            return List.of(
                    JobKind.step(MIX, (context, bread) -> work(context, MIX, bread)),
                    JobKind.step(BAKE, (context, bread) -> work(context, BAKE, bread)),
                    JobKind.step(SELL, (context, bread) -> work(context, SELL, bread)));
        }

        private Bread work(JobContext context, String step, Bread bread) throws Exception {
            oven.step(context, step);
            context.progress(50, step + " of " + bread.name());
            String note = step + " " + bread.name();
            jdbi.useHandle(h -> h.execute(
                    "insert into note (text) select ? where not exists (select 1 from note where text = ?)",
                    note,
                    note));
            return bread.with(step);
        }
    }

    private final Oven oven;

    Bakery(Oven oven) {
        this.oven = oven;
    }

    @Override
    protected void configure() {
        Migrations.bindTenant(binder(), "notes");
        bind(Oven.class).toInstance(oven);
        bind(Baking.class);
        JobKind.bindTenant(binder(), Baking.class);
    }

    static List<String> notes(Jdbi jdbi) {
        return jdbi.withHandle(h -> h.createQuery("select text from note order by id")
                .mapTo(String.class)
                .list());
    }

    /** Kills the process at one point. */
    static final class HaltingModule extends AbstractModule {
        private final String point;

        HaltingModule(String point) {
            this.point = point;
        }

        @Override
        protected void configure() {
            OptionalBinder.newOptionalBinder(binder(), CrashPoints.class)
                    .setBinding()
                    .toInstance(reached -> {
                        if (reached.equals(point)) {
                            Runtime.getRuntime().halt(137);
                        }
                    });
        }
    }
}
