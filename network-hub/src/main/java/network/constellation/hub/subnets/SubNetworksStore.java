package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import network.constellation.keys.address.Wwwroot;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code subnetwork}, {@code subnetwork_member} and {@code subnetwork_link}. */
final class SubNetworksStore {
    private static final String LINK = "subnetwork, at_wwwroot, about_wwwroot, state, attempts, last_error, changed_at";

    private final Jdbi jdbi;

    @Inject
    SubNetworksStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<SubNetwork> all() {
        return jdbi.withHandle(handle -> handle
                .createQuery("select number, name from subnetwork order by number")
                .map((row, context) -> row.getInt("number"))
                .list()
                .stream()
                .map(number -> find(handle, number).orElseThrow())
                .toList());
    }

    Optional<SubNetwork> find(int number) {
        return jdbi.withHandle(handle -> find(handle, number));
    }

    /** Creates the sub-network when it is not there; a number below 1 means the next free one. */
    SubNetwork create(int number, String name, Instant now) {
        return jdbi.inTransaction(handle -> {
            int free = handle.createQuery("select coalesce(max(number), 0) + 1 from subnetwork")
                    .mapTo(Integer.class)
                    .one();
            int wanted = number < 1 ? free : number;
            Optional<SubNetwork> known = find(handle, wanted);
            if (known.isPresent()) {
                return known.get();
            }
            handle.createUpdate("insert into subnetwork (number, name, created_at) values (:number, :name, :now)")
                    .bind("number", wanted)
                    .bind("name", name)
                    .bind("now", at(now))
                    .execute();
            return new SubNetwork(wanted, name, List.of(), List.of());
        });
    }

    /**
     * Adds a member and wants both ends of its link to each other member; what is already there stays as it is.
     *
     * @param follow what the same transaction hands over to durable work
     */
    UUID join(int subnetwork, Wwwroot member, Instant now, Function<Handle, UUID> follow) {
        return jdbi.inTransaction(handle -> {
            lock(handle, subnetwork);
            List<Wwwroot> others = new ArrayList<>(members(handle, subnetwork));
            if (!others.remove(member)) {
                handle.createUpdate("insert into subnetwork_member (subnetwork, wwwroot, joined_at)"
                                + " values (:subnetwork, :wwwroot, :now)")
                        .bind("subnetwork", subnetwork)
                        .bind("wwwroot", member.value())
                        .bind("now", at(now))
                        .execute();
            }
            for (Wwwroot other : others) {
                want(handle, subnetwork, other, member, now);
                want(handle, subnetwork, member, other, now);
            }
            return follow.apply(handle);
        });
    }

    /** Wants both ends of every link that two members should have, also those that nobody ever wanted. */
    UUID wantAll(Instant now, Function<Handle, UUID> follow) {
        return jdbi.inTransaction(handle -> {
            List<Integer> numbers = handle.createQuery("select number from subnetwork order by number")
                    .mapTo(Integer.class)
                    .list();
            for (int number : numbers) {
                lock(handle, number);
                List<Wwwroot> members = members(handle, number);
                for (Wwwroot one : members) {
                    for (Wwwroot other : members) {
                        if (!one.equals(other)) {
                            want(handle, number, one, other, now);
                        }
                    }
                }
            }
            return follow.apply(handle);
        });
    }

    /** What two members have confirmed about each other is missing again. */
    UUID wantAgain(Wwwroot one, Wwwroot other, Instant now, Function<Handle, UUID> follow) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("update subnetwork_link set state = 'MISSING', last_error = null, changed_at = :now"
                            + " where state = 'LINKED' and at_wwwroot in (:one, :other)"
                            + " and about_wwwroot in (:one, :other)")
                    .bind("now", at(now))
                    .bind("one", one.value())
                    .bind("other", other.value())
                    .execute();
            return follow.apply(handle);
        });
    }

    /** Removes a member; each confirmed end of its links becomes one to be withdrawn. */
    UUID leave(int subnetwork, Wwwroot member, Instant now, Function<Handle, UUID> follow) {
        return jdbi.inTransaction(handle -> {
            lock(handle, subnetwork);
            handle.createUpdate("delete from subnetwork_member where subnetwork = :subnetwork and wwwroot = :wwwroot")
                    .bind("subnetwork", subnetwork)
                    .bind("wwwroot", member.value())
                    .execute();
            handle.createUpdate("update subnetwork_link set state = 'LEAVING', changed_at = :now"
                            + " where subnetwork = :subnetwork and (at_wwwroot = :wwwroot or about_wwwroot = :wwwroot)")
                    .bind("now", at(now))
                    .bind("subnetwork", subnetwork)
                    .bind("wwwroot", member.value())
                    .execute();
            // What only this sub-network added ends between those who share another one.
            handle.createUpdate(
                            "update subnetwork_link set state = 'MISSING', changed_at = :now"
                                    + " where state = 'LINKED' and (at_wwwroot = :wwwroot or about_wwwroot = :wwwroot)"
                                    + " and exists (select 1 from subnetwork s where s.number = :subnetwork and s.services <> '')")
                    .bind("now", at(now))
                    .bind("subnetwork", subnetwork)
                    .bind("wwwroot", member.value())
                    .execute();
            return follow.apply(handle);
        });
    }

    /** Members open these to each other from now on; every end is told again. */
    UUID services(int subnetwork, List<String> services, Instant now, Function<Handle, UUID> follow) {
        return jdbi.inTransaction(handle -> {
            handle.execute(
                    "update subnetwork set services = ? where number = ?", String.join(",", services), subnetwork);
            handle.execute(
                    "update subnetwork_link set state = 'MISSING', changed_at = ? where subnetwork = ?"
                            + " and state <> 'LEAVING'",
                    at(now),
                    subnetwork);
            return follow.apply(handle);
        });
    }

    /** What the sub-networks in which both are members add. */
    List<String> servicesBetween(Wwwroot one, Wwwroot other) {
        Set<String> all = new TreeSet<>();
        jdbi.useHandle(handle -> handle.createQuery("select s.services from subnetwork s"
                        + " join subnetwork_member a on a.subnetwork = s.number and a.wwwroot = :one"
                        + " join subnetwork_member b on b.subnetwork = s.number and b.wwwroot = :other")
                .bind("one", one.value())
                .bind("other", other.value())
                .mapTo(String.class)
                .forEach(services -> all.addAll(services(services))));
        return List.copyOf(all);
    }

    private static List<String> services(String commaList) {
        return commaList.isEmpty() ? List.of() : List.of(commaList.split(","));
    }

    List<LinkEnd> links() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + LINK + " from subnetwork_link order by subnetwork, at_wwwroot, about_wwwroot")
                .map((row, context) -> link(row))
                .list());
    }

    /** The ends that are not yet as they should be, those longest untried first. */
    List<LinkEnd> open() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + LINK
                                + " from subnetwork_link where state <> 'LINKED' order by changed_at, at_wwwroot, about_wwwroot")
                .map((row, context) -> link(row))
                .list());
    }

    void confirmed(LinkEnd end, Instant now) {
        if (end.state() == LinkEnd.State.LEAVING) {
            jdbi.useHandle(handle -> handle.createUpdate("delete from subnetwork_link where subnetwork = :subnetwork"
                            + " and at_wwwroot = :at and about_wwwroot = :about and state = 'LEAVING'")
                    .bind("subnetwork", end.subnetwork())
                    .bind("at", end.at().value())
                    .bind("about", end.about().value())
                    .execute());
        } else {
            // Not when more was wanted of this end since it was read: it is told again then.
            jdbi.useHandle(
                    handle -> handle.createUpdate("update subnetwork_link set state = 'LINKED', last_error = null,"
                                    + " attempts = attempts + 1, changed_at = :now where subnetwork = :subnetwork"
                                    + " and at_wwwroot = :at and about_wwwroot = :about and state = :state"
                                    + " and changed_at = :read")
                            .bind("now", at(now))
                            .bind("subnetwork", end.subnetwork())
                            .bind("at", end.at().value())
                            .bind("about", end.about().value())
                            .bind("state", end.state().name())
                            .bind("read", at(end.changedAt()))
                            .execute());
        }
    }

    void failed(LinkEnd end, String why, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update subnetwork_link set last_error = :why,"
                        + " attempts = attempts + 1, changed_at = :now where subnetwork = :subnetwork"
                        + " and at_wwwroot = :at and about_wwwroot = :about and state = :state")
                .bind("why", why.length() > 500 ? why.substring(0, 500) : why)
                .bind("now", at(now))
                .bind("subnetwork", end.subnetwork())
                .bind("at", end.at().value())
                .bind("about", end.about().value())
                .bind("state", end.state().name())
                .execute());
    }

    /** One after the other: two sites that join at once would not see each other, and nobody would want their link. */
    private static void lock(Handle handle, int subnetwork) {
        handle.createQuery("select number from subnetwork where number = :number for update")
                .bind("number", subnetwork)
                .mapTo(Integer.class)
                .findOne();
    }

    private static void want(Handle handle, int subnetwork, Wwwroot at, Wwwroot about, Instant now) {
        int known = handle.createUpdate(
                        "update subnetwork_link set state = case when state = 'LEAVING' then 'MISSING'"
                                + " else state end where subnetwork = :subnetwork and at_wwwroot = :at and about_wwwroot = :about")
                .bind("subnetwork", subnetwork)
                .bind("at", at.value())
                .bind("about", about.value())
                .execute();
        if (known == 0) {
            handle.createUpdate("insert into subnetwork_link (" + LINK + ") values (:subnetwork, :at, :about,"
                            + " 'MISSING', 0, null, :now)")
                    .bind("subnetwork", subnetwork)
                    .bind("at", at.value())
                    .bind("about", about.value())
                    .bind("now", at(now))
                    .execute();
        }
    }

    private static Optional<SubNetwork> find(Handle handle, int number) {
        return handle.createQuery("select name, services from subnetwork where number = :number")
                .bind("number", number)
                .map((row, context) -> new SubNetwork(
                        number, row.getString("name"), members(handle, number), services(row.getString("services"))))
                .findOne();
    }

    private static List<Wwwroot> members(Handle handle, int number) {
        return handle.createQuery("select wwwroot from subnetwork_member where subnetwork = :number order by wwwroot")
                .bind("number", number)
                .mapTo(String.class)
                .map(Wwwroot::of)
                .list();
    }

    private static LinkEnd link(ResultSet row) throws SQLException {
        return new LinkEnd(
                row.getInt("subnetwork"),
                Wwwroot.of(row.getString("at_wwwroot")),
                Wwwroot.of(row.getString("about_wwwroot")),
                LinkEnd.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
