package network.constellation.peer.dispatch;

/**
 * A set of 128-bit values, 16 bytes each and half of the table free: what remembering a million messages needs. Senders
 * choose the values, so their place in the table depends on a secret. Thread-safe.
 */
final class PairSet {
    private static final int FIRST = 1 << 10;

    private final long secret;
    private final int most;
    private long[] table = new long[2 * FIRST];
    private int size;
    private boolean holdsZero;

    /** @param most how many it takes; then it refuses new ones rather than forget */
    PairSet(long secret, int most) {
        this.secret = secret | 1;
        this.most = most;
    }

    synchronized boolean contains(long high, long low) {
        if (high == 0 && low == 0) {
            return holdsZero;
        }
        int slot = slot(table, high, low);
        return table[slot] == high && table[slot + 1] == low;
    }

    /** @return ADDED, or why not */
    synchronized Result add(long high, long low) {
        if (high == 0 && low == 0) {
            Result result = holdsZero ? Result.PRESENT : Result.ADDED;
            holdsZero = true;
            return result;
        }
        int slot = slot(table, high, low);
        if (table[slot] == high && table[slot + 1] == low) {
            return Result.PRESENT;
        }
        if (size >= most) {
            return Result.FULL;
        }
        table[slot] = high;
        table[slot + 1] = low;
        size++;
        if (4 * size > table.length) {
            grow();
        }
        return Result.ADDED;
    }

    synchronized int size() {
        return size + (holdsZero ? 1 : 0);
    }

    enum Result {
        ADDED,
        PRESENT,
        FULL
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (int from = 0; from < table.length; from += 2) {
            if (table[from] != 0 || table[from + 1] != 0) {
                int to = slot(larger, table[from], table[from + 1]);
                larger[to] = table[from];
                larger[to + 1] = table[from + 1];
            }
        }
        table = larger;
    }

    /** Where it is, or where it would be put. */
    private int slot(long[] in, long high, long low) {
        long mixed = (high ^ secret) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed = (mixed ^ low) * (secret ^ 0xD6E8FEB86659FD93L | 1);
        mixed ^= mixed >>> 29;
        int pairs = in.length / 2;
        int slot = (int) (mixed & (pairs - 1)) * 2;
        while ((in[slot] != 0 || in[slot + 1] != 0) && (in[slot] != high || in[slot + 1] != low)) {
            slot += 2;
            if (slot == in.length) {
                slot = 0;
            }
        }
        return slot;
    }
}
