package network.constellation.peer.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.usage.Usage;
import network.constellation.protocol.method.reporting.Figure;

/** Looks every hour how many of everything there are, so that each day has its last look. */
@Singleton
final class Stock implements PeriodicTask {
    private final Set<StockSource> sources;
    private final ReportingStore store;
    private final Usage usage;

    @Inject
    Stock(Set<StockSource> sources, ReportingStore store, Usage usage) {
        this.sources = sources;
        this.store = store;
        this.usage = usage;
    }

    @Override
    public String name() {
        return "report.stock";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public synchronized void run() {
        Map<Figure, Long> counts = new EnumMap<>(Figure.class);
        sources.forEach(source -> counts.putAll(source.count()));
        store.save(usage.today(), counts);
    }
}
