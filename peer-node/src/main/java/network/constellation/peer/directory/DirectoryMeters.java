package network.constellation.peer.directory;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Figures of each directory: age, what is left of its life, sequences, failures in a row; renewed with each round. */
@Singleton
final class DirectoryMeters {
    private final DirectoryCache cache;
    private final Clock clock;
    private final MultiGauge age;
    private final MultiGauge left;
    private final MultiGauge sequence;
    private final MultiGauge listAge;
    private final MultiGauge failures;

    @Inject
    DirectoryMeters(DirectoryCache cache, Clock clock, MeterRegistry meters) {
        this.cache = cache;
        this.clock = clock;
        this.age = MultiGauge.builder("constellation.directory.age.seconds").register(meters);
        this.left = MultiGauge.builder("constellation.directory.left.seconds").register(meters);
        this.sequence = MultiGauge.builder("constellation.directory.sequence").register(meters);
        this.listAge = MultiGauge.builder("constellation.directory.suspensions.age.seconds")
                .register(meters);
        this.failures =
                MultiGauge.builder("constellation.directory.refresh.failures").register(meters);
    }

    /** @param attempts by network, how asking goes */
    void renew(java.util.function.Function<String, Attempts> attempts) {
        List<DirectoryAge> ages = cache.names().stream()
                .map(network ->
                        DirectoryAge.of(cache.required(network), false, attempts.apply(network), clock.instant()))
                .toList();
        show(age, ages, each -> each.age().toSeconds());
        show(left, ages, each -> each.left().toSeconds());
        show(sequence, ages, each -> each.version().sequence());
        show(
                listAge,
                ages,
                each -> each.listIssued()
                        .map(issued -> java.time.Duration.between(issued, clock.instant())
                                .toSeconds())
                        .orElse(0L));
        show(failures, ages, DirectoryAge::failures);
    }

    private static void show(MultiGauge gauge, List<DirectoryAge> ages, ToDoubleFunction<DirectoryAge> figure) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        ages.forEach(
                each -> rows.add(MultiGauge.Row.of(Tags.of("network", each.network()), figure.applyAsDouble(each))));
        gauge.register(rows, true);
    }
}
