package network.constellation.protocol.envelope;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The windows we opened to others: one per pair of identities and recipient key, renewed after ten minutes or ten
 * thousand messages (protocol-security.md 1.5). Thread-safe.
 */
final class SendingWindows {
    private final int capacity;
    private final Duration life;
    private final int messages;
    private final Map<String, Open> open = new LinkedHashMap<>(64, 0.75f, true);

    SendingWindows(int capacity, Duration life, int messages) {
        this.capacity = capacity;
        this.life = life;
        this.messages = messages;
    }

    /** One window in use. */
    static final class Open {
        final ModernWindow window;
        final byte[] facts;
        private final Instant opened;
        private int used;

        Open(ModernWindow window, Instant opened) {
            this.window = window;
            this.facts = window.context().facts().encoded();
            this.opened = opened;
        }
    }

    Open take(String name, Instant now, Supplier<Open> opener) {
        synchronized (this) {
            @Nullable Open current = open.get(name);
            if (current != null && isUsable(current, now)) {
                current.used++;
                return current;
            }
        }
        // Outside the lock: an agreement takes 100 microseconds. Two threads may both open one; the later is kept.
        Open fresh = opener.get();
        synchronized (this) {
            fresh.used++;
            open.put(name, fresh);
            if (open.size() > capacity) {
                open.remove(open.keySet().iterator().next());
            }
        }
        return fresh;
    }

    private boolean isUsable(Open current, Instant now) {
        return current.used < messages
                && now.isBefore(current.opened.plus(life))
                && !now.isBefore(current.opened.minus(life));
    }
}
