package network.constellation.protocol.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.suite.Suite;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.ModernHeader;
import network.constellation.protocol.envelope.News;
import network.constellation.protocol.envelope.Refusal;
import network.constellation.protocol.freshness.ReplayStore.Keeping;
import network.constellation.protocol.freshness.ReplayStore.Outcome;
import org.junit.jupiter.api.Test;

/** protocol-security.md 1.10 and 2. */
class FreshnessTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Wwwroot A = Wwwroot.of("https://a.example.org");
    private static final Wwwroot B = Wwwroot.of("https://b.example.org");

    @Test
    void two_minutes_both_ways() {
        fresh(NOW.minusSeconds(120), NOW, Instant.EPOCH);
        fresh(NOW.plusSeconds(120), NOW, Instant.EPOCH);
        stale(NOW.minusSeconds(121), NOW, Instant.EPOCH);
        stale(NOW.plusSeconds(121), NOW, Instant.EPOCH);
    }

    @Test
    void a_clock_set_back_reopens_nothing() {
        InMemoryReplayStore store = new InMemoryReplayStore(10);
        ReplayKey key = ReplayKey.ofMessage(A, new byte[16]);
        store.remember(key, A, Suite.MODERN, NOW, Keeping.DURABLE);
        Instant later = NOW.plusSeconds(3_600);
        store.advanceHorizon(Freshness.horizonAt(later));
        assertThat(store.contains(key)).as("forgotten").isFalse();
        // The clock is set back by an hour: the message looks fresh again, the horizon says no.
        stale(NOW, NOW, store.horizon());
        store.advanceHorizon(Freshness.horizonAt(NOW));
        stale(NOW, NOW, store.horizon());
    }

    @Test
    void nothing_fresh_is_ever_forgotten() {
        InMemoryReplayStore store = new InMemoryReplayStore(10);
        ReplayKey key = ReplayKey.ofMessage(A, new byte[16]);
        store.remember(key, A, Suite.MODERN, NOW.minusSeconds(120), Keeping.DURABLE);
        store.advanceHorizon(Freshness.horizonAt(NOW));
        assertThat(store.contains(key)).isTrue();
        fresh(NOW.minusSeconds(120), NOW, store.horizon());
    }

    @Test
    void replay_keys_differ_by_sender_and_message() {
        byte[] one = new byte[16];
        byte[] two = new byte[16];
        two[15] = 1;
        assertThat(ReplayKey.ofMessage(A, one))
                .isEqualTo(ReplayKey.ofMessage(A, one.clone()))
                .isNotEqualTo(ReplayKey.ofMessage(A, two))
                .isNotEqualTo(ReplayKey.ofMessage(B, one));
        ReplayKey wrapped = ReplayKey.ofWrappedKey(new byte[256]);
        assertThat(ReplayKey.restored(wrapped.value())).isEqualTo(wrapped);
    }

    @Test
    void a_full_share_refuses_one_peer_only() {
        InMemoryReplayStore store = new InMemoryReplayStore(2);
        assertThat(remember(store, 1, A)).isEqualTo(Outcome.FRESH);
        assertThat(remember(store, 1, A)).isEqualTo(Outcome.REPLAY);
        assertThat(remember(store, 2, A)).isEqualTo(Outcome.FRESH);
        assertThat(remember(store, 3, A)).isEqualTo(Outcome.QUOTA);
        assertThat(remember(store, 4, B)).isEqualTo(Outcome.FRESH);
        store.forgetLegacy();
        assertThat(remember(store, 3, A)).isEqualTo(Outcome.FRESH);
    }

    @Test
    void failed_keys_are_remembered_within_bounds() {
        FailedKeys failed = new FailedKeys(2);
        ReplayKey one = ReplayKey.ofWrappedKey(new byte[] {1});
        ReplayKey two = ReplayKey.ofWrappedKey(new byte[] {2});
        failed.add(one);
        failed.add(two);
        assertThat(failed.contains(one)).isTrue();
        failed.add(ReplayKey.ofWrappedKey(new byte[] {3}));
        assertThat(failed.contains(one)).isTrue();
        assertThat(failed.contains(two)).isFalse();
    }

    private static Outcome remember(ReplayStore store, int message, Wwwroot sender) {
        ReplayKey key = ReplayKey.ofWrappedKey(new byte[] {(byte) message});
        return store.remember(key, sender, Suite.LEGACY, NOW, Keeping.DURABLE);
    }

    private static void fresh(Instant time, Instant now, Instant horizon) {
        assertThatCode(() -> Freshness.requireFresh(header(time), now, horizon)).doesNotThrowAnyException();
    }

    private static void stale(Instant time, Instant now, Instant horizon) {
        assertThatThrownBy(() -> Freshness.requireFresh(header(time), now, horizon))
                .isInstanceOfSatisfying(
                        EnvelopeException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(Refusal.STALE));
    }

    private static ModernHeader header(Instant time) {
        return new ModernHeader(new byte[16], time, 0, new byte[0], News.NONE);
    }
}
