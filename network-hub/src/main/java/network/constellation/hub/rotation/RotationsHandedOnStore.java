package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import network.constellation.hub.rotation.Rotation.Phase;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code rotation} and {@code rotation_site}, when they come from a former hub. */
final class RotationsHandedOnStore {
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    RotationsHandedOnStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The former hub is no site of this network any more: nothing waits for it. */
    void forgetStrangers(int number, Collection<Wwwroot> members, Wwwroot hub) {
        jdbi.useTransaction(handle -> {
            List<String> listed = handle.createQuery("select wwwroot from rotation_site where rotation = :number")
                    .bind("number", number)
                    .mapTo(String.class)
                    .list();
            for (String site : listed) {
                if (!site.equals(hub.value()) && !members.contains(Wwwroot.of(site))) {
                    handle.execute("delete from rotation_site where rotation = ? and wwwroot = ?", number, site);
                }
            }
        });
    }

    void turn(int number, Phase phase, String note) {
        jdbi.useHandle(handle -> handle.execute(
                "update rotation set phase = ?, note = ?, changed_at = ? where number = ?",
                phase.name(),
                note,
                clock.instant().atOffset(ZoneOffset.UTC),
                number));
    }
}
