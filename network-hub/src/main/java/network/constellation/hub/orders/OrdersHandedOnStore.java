package network.constellation.hub.orders;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.founding.Inheritance;
import network.constellation.protocol.directory.Directory;
import org.jdbi.v3.core.Jdbi;

/**
 * Tables {@code order_head} and {@code order_target} at a hub that took over: what ran at the former one is closed, as nobody
 * knows how far it has come since the copy; an administrator tries it again.
 */
final class OrdersHandedOnStore implements Inheritance {
    private static final String WHY = "The hub that worked on it was lost: how far it came is not known.";

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    OrdersHandedOnStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Set<String> tables() {
        return Set.of("order_head", "order_target");
    }

    @Override
    public List<String> takenOver(Optional<Directory> last, String actor) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbi.inTransaction(handle -> {
            List<Integer> open = handle.createQuery("select number from order_head where state in"
                            + " ('PLANNING', 'RUNNING', 'ROLLING_BACK') order by number")
                    .mapTo(Integer.class)
                    .list();
            for (int number : open) {
                // What waited was not begun; what was under way may have arrived; a plan that is not whole is none.
                handle.createUpdate("update order_target set error = :why, changed_at = :now, state = case state"
                                + " when 'QUEUED' then 'CANCELLED' when 'PLANNING' then 'SKIPPED'"
                                + " when 'RUNNING' then 'UNREACHABLE' else 'NOT_RESTORED' end"
                                + " where number = :number and state in ('QUEUED', 'PLANNING', 'RUNNING', 'RESTORING')")
                        .bind("why", WHY)
                        .bind("now", now)
                        .bind("number", number)
                        .execute();
                handle.createUpdate("update order_head set error = :why, changed_at = :now, state = case state"
                                + " when 'PLANNING' then 'CANCELLED' when 'RUNNING' then 'INCOMPLETE'"
                                + " else 'PARTLY_ROLLED_BACK' end where number = :number")
                        .bind("why", WHY)
                        .bind("now", now)
                        .bind("number", number)
                        .execute();
            }
            // The jobs of the former hub are not here.
            handle.execute("update order_head set job = null");
            return open.stream()
                    .map(number -> "Order " + number
                            + " was under way at the former hub: see how far it came (`hub order status " + number
                            + "`), then retry it, or plan it anew where it was not planned yet.")
                    .toList();
        });
    }
}
