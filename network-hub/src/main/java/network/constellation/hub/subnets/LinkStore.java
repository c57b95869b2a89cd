package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import network.constellation.hub.subnets.SubNetworksStore.Names;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.Dismissed;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Table {@code subnetwork_link}: one row for each end of each link. Lists are read by {@link LinkReadStore}. */
final class LinkStore {
    private static final int LONGEST = 500;
    private static final String KEY = " where subnetwork = :subnetwork and at_wwwroot = :at and about_wwwroot = :about";

    private final Jdbi jdbi;

    @Inject
    LinkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The row as it stands now. */
    Optional<LinkEnd> again(LinkEnd end) {
        return jdbi.withHandle(handle -> find(handle, key(end)));
    }

    private static Optional<LinkEnd> find(Handle handle, WantedEnd.Key key) {
        return handle.createQuery(LinkReadStore.SELECT + KEY)
                .bind("subnetwork", key.subnetwork())
                .bind("at", key.at().value())
                .bind("about", key.about().value())
                .map((row, context) -> LinkReadStore.link(row))
                .findOne();
    }

    /**
     * Brings the rows in line with what is wanted: what is new or other is missing, what nobody wants any more is leaving.
     *
     * @param settled of which ends both sides are known to hold it already
     * @return how many rows are other than before
     */
    int reconcile(
            Handle handle,
            List<WantedEnd> wanted,
            Optional<Wwwroot> subject,
            Predicate<WantedEnd> settled,
            Instant now) {
        Map<WantedEnd.Key, LinkEnd> known = new HashMap<>();
        List<LinkEnd> rows =
                subject.map(site -> LinkReadStore.of(handle, site)).orElseGet(() -> LinkReadStore.all(handle));
        rows.forEach(row -> known.put(key(row), row));
        int changed = 0;
        for (WantedEnd end : wanted) {
            LinkEnd row = known.remove(end.key());
            if (row == null) {
                insert(handle, end, settled.test(end) ? LinkEnd.State.LINKED : LinkEnd.State.MISSING, now);
                changed++;
            } else if (row.state() == LinkEnd.State.LEAVING
                    || row.state() == LinkEnd.State.ENDED
                    || !row.services().equals(end.services())) {
                want(handle, end, now);
                changed++;
            }
        }
        for (LinkEnd row : known.values()) {
            if (row.state() == LinkEnd.State.MISSING || row.state() == LinkEnd.State.LINKED) {
                update(
                        handle,
                        "state = 'LEAVING', last_error = null, difference = null, landed = 0, away = 0, since = :now",
                        key(row),
                        now);
                changed++;
            }
        }
        return changed;
    }

    /** What two members have confirmed about each other is missing again. */
    void wantAgain(Wwwroot one, Wwwroot other, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update subnetwork_link set state = 'MISSING', last_error = null,"
                        + " changed_at = :now where state = 'LINKED' and at_wwwroot in (:one, :other)"
                        + " and about_wwwroot in (:one, :other)")
                .bind("now", at(now))
                .bind("one", one.value())
                .bind("other", other.value())
                .execute());
    }

    /** An end that a check found otherwise is wanted again, unless it changed since. */
    boolean differs(LinkEnd end, String difference, Instant now) {
        return jdbi.inTransaction(handle -> bind(
                                handle.createUpdate("update subnetwork_link set state = case when state = 'LINKED'"
                                        + " then 'MISSING' else state end, difference = :difference, changed_at = :now"
                                        + KEY + " and changed_at = :read and state in ('LINKED', 'MISSING')"),
                                key(end))
                        .bind("difference", shortened(difference))
                        .bind("read", at(end.changedAt()))
                        .bind("now", at(now))
                        .execute()
                == 1);
    }

    /** What somebody holds though nobody wants it is to be withdrawn. */
    boolean unwanted(WantedEnd.Key key, String difference, Instant now) {
        return jdbi.inTransaction(handle -> {
            Optional<LinkEnd> row = find(handle, key);
            if (row.isPresent() && row.get().state() != LinkEnd.State.ENDED) {
                return false;
            }
            if (row.isPresent()) {
                update(handle, "state = 'LEAVING', since = :now", key, now);
            } else {
                known(handle, key.subnetwork(), now);
                WantedEnd end = new WantedEnd(key.subnetwork(), key.at(), key.about(), ServiceMatrix.NONE);
                insert(handle, end, LinkEnd.State.LEAVING, now);
            }
            bind(handle.createUpdate("update subnetwork_link set difference = :difference" + KEY), key)
                    .bind("difference", shortened(difference))
                    .execute();
            return true;
        });
    }

    /** A hub that was restored may have forgotten a sub-network that its members still have. */
    private static void known(Handle handle, int subnetwork, Instant now) {
        boolean there = handle.createQuery("select count(*) from subnetwork where number = :number")
                        .bind("number", subnetwork)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (!there) {
            handle.execute("insert into subnetwork (number, name, created_at) values (?, '', ?)", subnetwork, at(now));
        }
    }

    /** The site has said yes. Nothing changes when something else was wanted of this end meanwhile: it is told again. */
    void linked(LinkEnd end, Instant now) {
        jdbi.useHandle(handle -> bind(
                        handle.createUpdate("update subnetwork_link set state = 'LINKED', last_error = null,"
                                + " difference = null, attempts = attempts + 1, changed_at = :now" + KEY
                                + " and state = 'MISSING' and changed_at = :read"),
                        key(end))
                .bind("now", at(now))
                .bind("read", at(end.changedAt()))
                .execute());
    }

    /** The site has ended it. @param kept whether the row stays as a report */
    void ended(LinkEnd end, Dismissed with, boolean kept, Instant now) {
        String guard = KEY + " and state = 'LEAVING' and changed_at = :read";
        jdbi.useHandle(handle -> {
            if (kept) {
                bind(
                                handle.createUpdate("update subnetwork_link set state = 'ENDED', last_error = null,"
                                        + " difference = null, attempts = attempts + 1, landed = landed + :landed,"
                                        + " away = away + :away, changed_at = :now" + guard),
                                key(end))
                        .bind("landed", with.landed())
                        .bind("away", with.away())
                        .bind("now", at(now))
                        .bind("read", at(end.changedAt()))
                        .execute();
            } else {
                bind(handle.createUpdate("delete from subnetwork_link" + guard), key(end))
                        .bind("read", at(end.changedAt()))
                        .execute();
            }
        });
    }

    void failed(LinkEnd end, String why, Instant now) {
        jdbi.useHandle(handle -> bind(
                        handle.createUpdate("update subnetwork_link set last_error = :why, attempts = attempts + 1,"
                                + " changed_at = :now" + KEY + " and state = :state and changed_at = :read"),
                        key(end))
                .bind("why", shortened(why))
                .bind("now", at(now))
                .bind("state", end.state().name())
                .bind("read", at(end.changedAt()))
                .execute());
    }

    private static void want(Handle handle, WantedEnd end, Instant now) {
        bind(
                        handle.createUpdate("update subnetwork_link set state = 'MISSING', wanted = :wanted,"
                                + " last_error = null, landed = 0, away = 0, since = :now, changed_at = :now" + KEY),
                        end.key())
                .bind("wanted", Names.text(end.services()))
                .bind("now", at(now))
                .execute();
    }

    private static void insert(Handle handle, WantedEnd end, LinkEnd.State state, Instant now) {
        bind(
                        handle.createUpdate("insert into subnetwork_link (subnetwork, at_wwwroot, about_wwwroot, state,"
                                + " wanted, attempts, since, changed_at) values (:subnetwork, :at, :about, :state,"
                                + " :wanted, 0, :now, :now)"),
                        end.key())
                .bind("state", state.name())
                .bind("wanted", Names.text(end.services()))
                .bind("now", at(now))
                .execute();
    }

    private static void update(Handle handle, String set, WantedEnd.Key key, Instant now) {
        bind(handle.createUpdate("update subnetwork_link set " + set + ", changed_at = :now" + KEY), key)
                .bind("now", at(now))
                .execute();
    }

    private static Update bind(Update update, WantedEnd.Key key) {
        return update.bind("subnetwork", key.subnetwork())
                .bind("at", key.at().value())
                .bind("about", key.about().value());
    }

    private static WantedEnd.Key key(LinkEnd end) {
        return new WantedEnd.Key(end.subnetwork(), end.at(), end.about());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
