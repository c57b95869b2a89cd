package network.constellation.peer.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.KeyUses;
import network.constellation.peer.peers.KeyUses.Generations;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.call.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of calls: a line for each call that changed something and each refusal of a known peer, one count
 * for strangers, figures for the rest.
 */
@Singleton
final class CallRecords {
    static final String REFUSED = "call.refused";
    static final String EXECUTED = "call.executed";

    private final Audit audit;
    private final MeterRegistry metrics;
    private final KeyUses uses;
    private final Timer plain;
    private final Timer legacy;
    private final Timer modern;

    @Inject
    CallRecords(Audit audit, MeterRegistry metrics, KeyUses uses) {
        this.audit = audit;
        this.metrics = metrics;
        this.uses = uses;
        this.plain = timer("none");
        this.legacy = timer(Suite.LEGACY.label());
        this.modern = timer(Suite.MODERN.label());
    }

    void timed(Passage passage, long nanos) {
        Suite suite = passage.suite();
        Timer timer = suite == null ? plain : suite == Suite.LEGACY ? legacy : modern;
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A verified message was permitted: with which generations of keys, where that is new. */
    void permitted(Passage passage) {
        Peer peer = passage.peer();
        Generations generations = passage.generations();
        if (peer != null && generations != null) {
            uses.used(peer.wwwroot(), KeyUses.Caller.THEY, generations);
        }
    }

    void executed(Passage passage) {
        Peer peer = passage.peer();
        if (peer != null) {
            audit.recordSoon(about(AuditEvent.done(EXECUTED, peer.wwwroot().value()), passage, peer));
        }
    }

    void refused(Passage passage, Fault fault) {
        metrics.counter("constellation.calls.refused", "code", Integer.toString(fault.code()))
                .increment();
        Peer peer = passage.peer();
        if (peer == null) {
            audit.countStranger(REFUSED, reason(fault), passage.from().getHostAddress());
            return;
        }
        audit.recordSoon(about(AuditEvent.refused(REFUSED, peer.wwwroot().value(), reason(fault)), passage, peer)
                .with("code", Integer.toString(fault.code()))
                .with("verified", Boolean.toString(passage.verified())));
    }

    void keyswap(Passage passage, Offers.Outcome outcome) {
        metrics.counter("constellation.keyswaps", "outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
                .increment();
        if (outcome == Offers.Outcome.TOO_MANY || outcome == Offers.Outcome.UNFIT) {
            audit.countStranger(
                    "keyswap.refused",
                    outcome == Offers.Outcome.UNFIT ? "unfit-keys" : "too-many-offers",
                    passage.from().getHostAddress());
        }
    }

    private static AuditEvent about(AuditEvent event, Passage passage, Peer peer) {
        @Nullable Suite suite = passage.suite();
        @Nullable Generations generations = passage.generations();
        AuditEvent known = generations == null
                ? event
                : event.with("generation", Integer.toString(generations.ours()))
                        .with("senderGeneration", Integer.toString(generations.theirs()));
        return known.peer(peer.wwwroot().value())
                .trace(passage.traceId())
                .with(
                        "method",
                        passage.method().substring(0, Math.min(passage.method().length(), 120)))
                .with("suite", suite == null ? "none" : suite.label())
                .with("address", passage.from().getHostAddress());
    }

    /** The word of the refusal; what stands behind a colon is for logs. */
    private static String reason(Fault fault) {
        int colon = fault.reason().indexOf(':');
        return colon < 0 ? fault.reason() : fault.reason().substring(0, colon);
    }

    private Timer timer(String suite) {
        return Timer.builder("constellation.call")
                .description("Inbound calls, by suite")
                .tag("suite", suite)
                .publishPercentileHistogram(false)
                .register(metrics);
    }
}
