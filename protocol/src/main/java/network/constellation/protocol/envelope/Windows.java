package network.constellation.protocol.envelope;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Name, Entry> byName = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Deque<Name>> byPeer = new HashMap<>();

    /**
     * @param capacity windows of all peers together
     * @param life how long a window is remembered from its first verified message
     */
    Windows(int capacity, Duration life) {
        this.capacity = capacity;
        this.life = life;
    }

    synchronized Optional<ModernWindow> find(Name name, Instant now) {
        @Nullable Entry entry = byName.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (!now.isBefore(entry.until) || now.isBefore(entry.until.minus(life).minus(life))) {
            drop(name);
            return Optional.empty();
        }
        return Optional.of(entry.window);
    }

    /** @param peer owner of the window: recipient and sender together, as tenants share this object */
    synchronized void remember(String peer, Name name, ModernWindow window, Instant now) {
        if (byName.containsKey(name)) {
            return;
        }
        Deque<Name> ofPeer = byPeer.computeIfAbsent(peer, owner -> new ArrayDeque<>(PER_PEER));
        ofPeer.addLast(name);
        byName.put(name, new Entry(peer, window, now.plus(life)));
        if (ofPeer.size() > PER_PEER) {
            drop(ofPeer.getFirst());
        }
        if (byName.size() > capacity) {
            drop(byName.keySet().iterator().next());
        }
    }

    synchronized int size() {
        return byName.size();
    }

    /** Forgets everything of this peer, as when its keys change or it is suspended. */
    synchronized void forget(String peer) {
        @Nullable Deque<Name> names = byPeer.remove(peer);
        if (names != null) {
            names.forEach(byName::remove);
        }
    }

    private void drop(Name name) {
        @Nullable Entry dropped = byName.remove(name);
        if (dropped == null) {
            return;
        }
        @Nullable Deque<Name> ofPeer = byPeer.get(dropped.peer);
        if (ofPeer != null) {
            ofPeer.remove(name);
            if (ofPeer.isEmpty()) {
                byPeer.remove(dropped.peer);
            }
        }
    }

    private record Entry(String peer, ModernWindow window, Instant until) {}

    /**
     * The whole context of a window, as it arrives: two windows that differ in anything have different names.
     *
     * @param facts in the one byte form they have
     * @param encapsulated the encapsulated key
     */
    record Name(String caller, String callee, byte[] facts, byte[] encapsulated) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Name that
                    && Arrays.equals(encapsulated, that.encapsulated)
                    && Arrays.equals(facts, that.facts)
                    && caller.equals(that.caller)
                    && callee.equals(that.callee);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(encapsulated);
        }
    }
}
