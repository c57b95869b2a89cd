package network.constellation.peer.door;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What the door counts. */
final class DoorMeters {
    private final MeterRegistry registry;

    DoorMeters(MeterRegistry registry, Admission admission, ConnectionWatch watch) {
        this.registry = registry;
        Gauge.builder("constellation.door.connections", watch::open).register(registry);
        Gauge.builder("constellation.door.body.bytes", admission::reserved).register(registry);
    }

    /** @param why one of a few words */
    void refused(String why) {
        registry.counter("constellation.door.refused", "why", why).increment();
    }
}
