package network.constellation.peer.dispatch;

/** A budget that refills evenly with time. The caller tells the time, in milliseconds. */
final class TokenBucket {
    private final double capacity;
    private final double perMilli;
    private double level;
    private long at;

    /** @param perSecond how many a second; also how many at once */
    TokenBucket(int perSecond, long now) {
        this(perSecond, perSecond / 1000.0, now);
    }

    /** @param capacity how many at once */
    TokenBucket(int capacity, double perMilli, long now) {
        this.capacity = capacity;
        this.perMilli = perMilli;
        level = capacity;
        at = now;
    }

    synchronized boolean take(long now) {
        refill(now);
        if (level < 1) {
            return false;
        }
        level -= 1;
        return true;
    }

    synchronized boolean hasSome(long now) {
        refill(now);
        return level >= 1;
    }

    /** Takes although there may be nothing left: the next ones wait longer, up to one capacity of debt. */
    synchronized void charge(int count, long now) {
        refill(now);
        level = Math.max(-capacity, level - count);
    }

    synchronized void giveBack() {
        level = Math.min(capacity, level + 1);
    }

    private void refill(long now) {
        if (now > at) {
            level = Math.min(capacity, level + (now - at) * perMilli);
        }
        at = now;
    }
}
