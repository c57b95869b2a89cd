package network.constellation.peer.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.suite.Suite;
import network.constellation.protocol.freshness.ReplayKey;
import network.constellation.protocol.freshness.ReplayStore;

/**
 * What one tenant remembers of accepted messages (protocol-security.md 1.10 and 2). Lookups never ask the database:
 * everything durable is in memory too, 32 bytes an entry. Messages that only read are kept in memory alone: modern ones
 * by the minute of their signed time until that is over the horizon, legacy ones among the last {@value #LEGACY_READS}.
 * Where the table is full, new messages are refused; nothing is forgotten to make room.
 */
final class ReplayLedger implements ReplayStore {
    /** Executed legacy messages of one peer between two rotations of our key. */
    static final int LEGACY_PER_PEER = 200_000;
    /** Executed messages in all. */
    static final int MOST_DURABLE = 2_000_000;

    static final int LEGACY_READS = 100_000;
    private static final int MOST_PER_MINUTE = 2_000_000;
    private static final long BUCKET_SECONDS = 60;

    private final ReplayEntriesStore store;
    private final Wwwroot tenant;
    private final long secret;
    private final long modernScope;
    private final ConcurrentSkipListMap<Long, PairSet> modernReads = new ConcurrentSkipListMap<>();
    private final Cache<ReplayKey, Boolean> legacyReads =
            Caffeine.newBuilder().maximumSize(LEGACY_READS).build();
    private final ConcurrentHashMap<Integer, AtomicInteger> legacyShares = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Long, PairSet> modernWrites = new ConcurrentSkipListMap<>();
    private volatile PairSet legacyWrites;
    private volatile long legacyScope;
    private volatile long horizon;

    /**
     * @param secret random: places in the tables depend on it
     * @param ownKey fingerprint of our RSA key, for which legacy messages are sealed
     */
    ReplayLedger(ReplayEntriesStore store, Wwwroot tenant, long secret, byte[] ownKey) {
        this.store = store;
        this.tenant = tenant;
        this.secret = secret;
        this.modernScope = scope(tenant, new byte[0]);
        this.legacyScope = scope(tenant, ownKey);
        this.legacyWrites = new PairSet(secret, MOST_DURABLE);
        this.horizon = store.horizon(modernScope);
        store.forEach(List.of(legacyScope), entry -> {
            add(legacyWrites, entry.id());
            share(entry.sender()).incrementAndGet();
        });
        store.forEach(List.of(modernScope), entry -> add(bucket(modernWrites, entry.at()), entry.id()));
    }

    @Override
    public boolean contains(ReplayKey key) {
        byte[] id = id(key);
        if (holds(legacyWrites, id) || legacyReads.getIfPresent(key) != null) {
            return true;
        }
        return modernWrites.values().stream().anyMatch(set -> holds(set, id))
                || modernReads.values().stream().anyMatch(set -> holds(set, id));
    }

    /** The lookup before the RSA operation. */
    boolean containsLegacy(ReplayKey key) {
        return holds(legacyWrites, id(key)) || legacyReads.getIfPresent(key) != null;
    }

    @Override
    public Outcome remember(ReplayKey key, Wwwroot sender, Suite suite, Instant messageTime, Keeping keeping) {
        return suite == Suite.MODERN
                ? rememberModern(id(key), sender, messageTime.getEpochSecond(), keeping)
                : rememberLegacy(key, sender, messageTime.getEpochSecond(), keeping);
    }

    private Outcome rememberModern(byte[] id, Wwwroot sender, long at, Keeping keeping) {
        PairSet reads = bucket(modernReads, at);
        PairSet writes = bucket(modernWrites, at);
        if (holds(keeping == Keeping.DURABLE ? reads : writes, id)) {
            return Outcome.REPLAY;
        }
        Outcome first = outcome(add(keeping == Keeping.DURABLE ? writes : reads, id));
        if (first == Outcome.FRESH
                && keeping == Keeping.DURABLE
                && !store.insert(id, modernScope, sender.hashCode(), at)) {
            return Outcome.REPLAY;
        }
        return first;
    }

    private Outcome rememberLegacy(ReplayKey key, Wwwroot sender, long at, Keeping keeping) {
        byte[] id = id(key);
        if (keeping == Keeping.MEMORY) {
            return holds(legacyWrites, id) || legacyReads.asMap().putIfAbsent(key, Boolean.TRUE) != null
                    ? Outcome.REPLAY
                    : Outcome.FRESH;
        }
        if (legacyReads.getIfPresent(key) != null) {
            return Outcome.REPLAY;
        }
        AtomicInteger share = share(sender.hashCode());
        if (share.get() >= LEGACY_PER_PEER) {
            return containsLegacy(key) ? Outcome.REPLAY : Outcome.QUOTA;
        }
        Outcome first = outcome(add(legacyWrites, id));
        if (first == Outcome.FRESH) {
            share.incrementAndGet();
            if (!store.insert(id, legacyScope, sender.hashCode(), at)) {
                return Outcome.REPLAY;
            }
        }
        return first;
    }

    @Override
    public Instant horizon() {
        return horizon == Long.MIN_VALUE ? Instant.EPOCH : Instant.ofEpochSecond(horizon);
    }

    @Override
    public void advanceHorizon(Instant wanted) {
        long seconds = wanted.getEpochSecond();
        if (seconds > horizon) {
            store.advance(modernScope, seconds);
            horizon = seconds;
            long oldest = Math.floorDiv(seconds, BUCKET_SECONDS);
            modernReads.headMap(oldest).clear();
            modernWrites.headMap(oldest).clear();
        }
    }

    @Override
    public void forgetLegacy() {
        store.delete(legacyScope);
        legacyWrites = new PairSet(secret, MOST_DURABLE);
        legacyShares.clear();
        legacyReads.invalidateAll();
    }

    /** Our RSA key has rotated: nothing sealed to the former one executes any more. */
    synchronized void rotated(byte[] ownKey) {
        long next = scope(tenant, ownKey);
        if (next != legacyScope) {
            forgetLegacy();
            legacyScope = next;
        }
    }

    int size() {
        int modern = 0;
        for (PairSet set : modernWrites.values()) {
            modern += set.size();
        }
        return modern + legacyWrites.size();
    }

    private AtomicInteger share(int sender) {
        return legacyShares.computeIfAbsent(sender, key -> new AtomicInteger());
    }

    private PairSet bucket(ConcurrentSkipListMap<Long, PairSet> buckets, long at) {
        Long minute = Math.floorDiv(at, BUCKET_SECONDS);
        PairSet set = buckets.get(minute);
        return set != null ? set : buckets.computeIfAbsent(minute, key -> new PairSet(secret, MOST_PER_MINUTE));
    }

    private byte[] id(ReplayKey key) {
        byte[] id = key.value();
        // One database holds all tenants of the process: the same key is another entry for another tenant.
        ByteBuffer buffer = ByteBuffer.wrap(id);
        buffer.putLong(0, buffer.getLong(0) ^ modernScope);
        return id;
    }

    private static Outcome outcome(PairSet.Result result) {
        return switch (result) {
            case ADDED -> Outcome.FRESH;
            case PRESENT -> Outcome.REPLAY;
            case FULL -> Outcome.QUOTA;
        };
    }

    private static PairSet.Result add(PairSet set, byte[] id) {
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return set.add(buffer.getLong(), buffer.getLong());
    }

    private static boolean holds(PairSet set, byte[] id) {
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return set.contains(buffer.getLong(), buffer.getLong());
    }

    private static long scope(Wwwroot tenant, byte[] ownKey) {
        return Hashing.sha256()
                .newHasher()
                .putString(tenant.value(), StandardCharsets.UTF_8)
                .putByte((byte) 0)
                .putBytes(ownKey)
                .hash()
                .asLong();
    }
}
