package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.SuspensionList.Suspended;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code suspension} and {@code suspension_state}: who is cut off, and under which number of the list. */
final class SuspensionStore {
    private final Jdbi jdbi;

    @Inject
    SuspensionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What the list says, under its number. */
    record Listed(long sequence, SortedMap<Wwwroot, Suspended> suspended) {}

    Listed read() {
        return jdbi.inTransaction(handle -> new Listed(sequence(handle), all(handle)));
    }

    Optional<Suspended> find(Wwwroot wwwroot) {
        return jdbi.withHandle(handle -> Optional.ofNullable(all(handle).get(wwwroot)));
    }

    /** @return false when it was on the list already; nothing changes then */
    boolean add(Wwwroot wwwroot, Suspended suspended, String actor) {
        return jdbi.inTransaction(handle -> {
            if (all(handle).containsKey(wwwroot)) {
                return false;
            }
            insert(handle, wwwroot, suspended, actor);
            next(handle, sequence(handle) + 1);
            return true;
        });
    }

    /** @return false when it was not on the list; nothing changes then */
    boolean remove(Wwwroot wwwroot) {
        return jdbi.inTransaction(handle -> {
            boolean removed = handle.execute("delete from suspension where wwwroot = ?", wwwroot.value()) > 0;
            if (removed) {
                next(handle, sequence(handle) + 1);
            }
            return removed;
        });
    }

    /**
     * Adds those of another list that are not on this one, and counts on from the higher number.
     *
     * @return how many were added
     */
    int merge(Map<Wwwroot, Suspended> others, long theirSequence, String actor) {
        return jdbi.inTransaction(handle -> {
            Map<Wwwroot, Suspended> known = all(handle);
            int added = 0;
            for (Map.Entry<Wwwroot, Suspended> other : others.entrySet()) {
                if (!known.containsKey(other.getKey())) {
                    insert(handle, other.getKey(), other.getValue(), actor);
                    added++;
                }
            }
            next(handle, Math.max(sequence(handle), theirSequence) + 1);
            return added;
        });
    }

    private static void insert(Handle handle, Wwwroot wwwroot, Suspended suspended, String actor) {
        handle.createUpdate("insert into suspension (wwwroot, since, reason, by_whom)"
                        + " values (:wwwroot, :since, :reason, :actor)")
                .bind("wwwroot", wwwroot.value())
                .bind("since", suspended.since().atOffset(ZoneOffset.UTC))
                .bind("reason", suspended.reason())
                .bind("actor", actor)
                .execute();
    }

    private static SortedMap<Wwwroot, Suspended> all(Handle handle) {
        SortedMap<Wwwroot, Suspended> all = new TreeMap<>();
        handle.createQuery("select wwwroot, since, reason from suspension")
                .map((row, context) -> all.put(
                        Wwwroot.of(row.getString("wwwroot")),
                        new Suspended(
                                row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("reason"))))
                .list();
        return all;
    }

    /** From 1: a member that holds none says 0. */
    private static long sequence(Handle handle) {
        return handle.createQuery("select sequence from suspension_state")
                .mapTo(Long.class)
                .findOne()
                .orElse(1L);
    }

    private static void next(Handle handle, long sequence) {
        handle.execute("delete from suspension_state");
        handle.execute("insert into suspension_state (id, sequence) values (1, ?)", sequence);
    }
}
