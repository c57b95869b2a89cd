package network.constellation.hub.approvals;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.hub.founding.Inheritance;
import network.constellation.protocol.directory.Directory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Tables of {@link ApprovalStore} at a hub that took over. A request waits on here for its second person, unless whoever asked
 * or approved has no account here: then nobody could tell the persons apart, and it ends.
 */
final class ApprovalsHandedOnStore implements Inheritance {
    private static final String LOST = "Asked at the hub that was lost; ask anew.";

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    ApprovalsHandedOnStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Set<String> tables() {
        return Set.of("approval_request", "approval_voice", "approval_second");
    }

    @Override
    public void moved(Handle handle, Map<Long, Long> people) {
        List<Voice> voices = handle.createQuery("select number, person, username, at from approval_voice")
                .map((row, context) -> new Voice(
                        row.getInt("number"),
                        row.getLong("person"),
                        row.getString("username"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
        // All at once: one's number there may be another's here.
        handle.execute("delete from approval_voice");
        for (Voice voice : voices) {
            Long here = people.get(voice.person());
            if (here == null) {
                end(handle, "number = " + voice.number());
            }
            // What was said stays on record, under a number that is nobody's.
            handle.execute(
                    "insert into approval_voice (number, person, username, at) values (?, ?, ?, ?)",
                    voice.number(),
                    here == null ? -voice.person() : here,
                    voice.username(),
                    voice.at());
        }
        List<Asker> askers = handle.createQuery("select number, asker from approval_request where asker is not null")
                .map((row, context) -> new Asker(row.getInt("number"), row.getLong("asker")))
                .list();
        for (Asker asker : askers) {
            Long here = people.get(asker.person());
            if (here == null) {
                end(handle, "number = " + asker.number());
            }
            handle.execute(
                    "update approval_request set asker = ? where number = ?",
                    here == null ? -asker.person() : here,
                    asker.number());
        }
        end(handle, "state = 'EXECUTING'");
    }

    /** @param which a condition of this class's own making */
    private void end(Handle handle, String which) {
        handle.createUpdate("update approval_request set state = 'FAILED', outcome = :lost, ended_at = :now"
                        + " where state in ('WAITING', 'EXECUTING') and " + which)
                .bind("lost", LOST)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Override
    public List<String> takenOver(Optional<Directory> last, String actor) {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "select number from approval_request where outcome = :lost order by number")
                        .bind("lost", LOST)
                        .mapTo(Integer.class)
                        .list())
                .stream()
                .map(number -> "Request " + number + " for a second person ended with the former hub; ask anew.")
                .toList();
    }

    private record Voice(int number, long person, String username, OffsetDateTime at) {}

    private record Asker(int number, long person) {}
}
