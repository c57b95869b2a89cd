package network.constellation.protocol.freshness;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Replay keys of messages that opened and then failed. They get the refusal of a message that does not open: otherwise
 * different faults for bad XML and bad signatures would let an attacker flip RC4 bits of one captured message and
 * decrypt it (protocol-security.md 2). Bounded: the least recently met are forgotten. Thread-safe.
 */
public final class FailedKeys {
    private final int capacity;
    private final Map<ReplayKey, Boolean> keys = new LinkedHashMap<>(64, 0.75f, true);

    public FailedKeys(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("A memory of failed keys needs room for one at least.");
        }
        this.capacity = capacity;
    }

    public synchronized void add(ReplayKey key) {
        keys.put(key, Boolean.TRUE);
        if (keys.size() > capacity) {
            keys.remove(keys.keySet().iterator().next());
        }
    }

    public synchronized boolean contains(ReplayKey key) {
        return keys.get(key) != null;
    }
}
