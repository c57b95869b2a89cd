package network.constellation.protocol.freshness;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.suite.Suite;
import org.jspecify.annotations.Nullable;

/** A replay store that forgets with the process: for tests, and for messages that only read. */
public final class InMemoryReplayStore implements ReplayStore {
    private final int legacyQuotaPerPeer;
    private final Map<ReplayKey, Entry> entries = new HashMap<>();
    private final Map<Wwwroot, Integer> legacyByPeer = new HashMap<>();
    private Instant horizon = Instant.EPOCH;

    public InMemoryReplayStore(int legacyQuotaPerPeer) {
        this.legacyQuotaPerPeer = legacyQuotaPerPeer;
    }

    @Override
    public synchronized boolean contains(ReplayKey key) {
        return entries.containsKey(key);
    }

    @Override
    public synchronized Outcome remember(
            ReplayKey key, Wwwroot sender, Suite suite, Instant messageTime, Keeping keeping) {
        if (entries.containsKey(key)) {
            return Outcome.REPLAY;
        }
        if (suite == Suite.LEGACY) {
            @Nullable Integer used = legacyByPeer.get(sender);
            int count = used == null ? 0 : used;
            if (count >= legacyQuotaPerPeer) {
                return Outcome.QUOTA;
            }
            legacyByPeer.put(sender, count + 1);
        }
        entries.put(key, new Entry(suite, messageTime));
        return Outcome.FRESH;
    }

    @Override
    public synchronized Instant horizon() {
        return horizon;
    }

    @Override
    public synchronized void advanceHorizon(Instant wanted) {
        if (wanted.isAfter(horizon)) {
            horizon = wanted;
            entries.values().removeIf(entry -> entry.suite == Suite.MODERN && entry.time.isBefore(wanted));
        }
    }

    @Override
    public synchronized void forgetLegacy() {
        entries.values().removeIf(entry -> entry.suite == Suite.LEGACY);
        legacyByPeer.clear();
    }

    private record Entry(Suite suite, Instant time) {}
}
