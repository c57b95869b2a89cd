package network.constellation.protocol.envelope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.suite.HpkeContext;
import org.jspecify.annotations.Nullable;

/**
 * The windows others opened to us, remembered only after a signature held (protocol-security.md 1.5): a few per peer,
 * the least recently used dropped first. A dropped window costs its next message one agreement, nothing else.
 * Thread-safe; the lock is held for map look-ups only.
 */
final class Windows {
    static final int PER_PEER = 4;

    private final int capacity;
    private final Duration life;
    private final Map<Bytes32, Entry> byContext = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Deque<Bytes32>> byPeer = new HashMap<>();

    /**
     * @param capacity windows of all peers together
     * @param life how long a window is remembered from its first verified message
     */
    Windows(int capacity, Duration life) {
        this.capacity = capacity;
        this.life = life;
    }

    synchronized Optional<HpkeContext> find(byte[] contextHash, Instant now) {
        Bytes32 key = new Bytes32(contextHash);
        @Nullable Entry entry = byContext.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!now.isBefore(entry.until) || now.isBefore(entry.until.minus(life).minus(life))) {
            drop(key);
            return Optional.empty();
        }
        return Optional.of(entry.window);
    }

    /** @param peer owner of the window: recipient and sender together, as tenants share this object */
    synchronized void remember(String peer, byte[] contextHash, HpkeContext window, Instant now) {
        Bytes32 key = new Bytes32(contextHash.clone());
        if (byContext.containsKey(key)) {
            return;
        }
        Deque<Bytes32> ofPeer = byPeer.computeIfAbsent(peer, name -> new ArrayDeque<>(PER_PEER));
        ofPeer.addLast(key);
        byContext.put(key, new Entry(peer, window, now.plus(life)));
        if (ofPeer.size() > PER_PEER) {
            drop(ofPeer.getFirst());
        }
        if (byContext.size() > capacity) {
            drop(byContext.keySet().iterator().next());
        }
    }

    synchronized int size() {
        return byContext.size();
    }

    /** Forgets everything of this peer, as when its keys change or it is suspended. */
    synchronized void forget(String peer) {
        @Nullable Deque<Bytes32> keys = byPeer.remove(peer);
        if (keys != null) {
            keys.forEach(byContext::remove);
        }
    }

    private void drop(Bytes32 key) {
        @Nullable Entry dropped = byContext.remove(key);
        if (dropped == null) {
            return;
        }
        @Nullable Deque<Bytes32> ofPeer = byPeer.get(dropped.peer);
        if (ofPeer != null) {
            ofPeer.remove(key);
            if (ofPeer.isEmpty()) {
                byPeer.remove(dropped.peer);
            }
        }
    }

    private record Entry(String peer, HpkeContext window, Instant until) {}

    /** A hash as a key of a map. */
    private record Bytes32(byte[] value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes32 that && java.util.Arrays.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(value);
        }
    }
}
