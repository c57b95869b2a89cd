package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import network.constellation.hub.subnets.SubNetwork.Confirmation;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.protocol.method.membership.Dismissal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code subnetwork} and {@code subnetwork_member}. */
final class SubNetworksStore {
    private static final String ALL =
            "select number, name, publish, subscribe, confirmed_by, confirmed_why from subnetwork";

    private final Jdbi jdbi;

    @Inject
    SubNetworksStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One change of who is linked with whom after the other: two sites that join at once see each other, and two that ask
     * for the next free number get two.
     */
    <T> T change(Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery("select number from subnetwork where number = :number for update")
                    .bind("number", Dismissal.NETWORK)
                    .mapTo(Integer.class)
                    .one();
            return work.apply(handle);
        });
    }

    <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /** By number, without what stands for the network itself. */
    List<SubNetwork> all(Handle handle) {
        Map<Integer, List<Wwwroot>> members = new TreeMap<>();
        handle.createQuery("select subnetwork, wwwroot from subnetwork_member order by subnetwork, wwwroot")
                .map((row, context) -> members.computeIfAbsent(row.getInt("subnetwork"), number -> new ArrayList<>())
                        .add(Wwwroot.of(row.getString("wwwroot"))))
                .list();
        return handle.createQuery(ALL + " where number > 0 order by number")
                .map((row, context) -> subNetwork(row, members.getOrDefault(row.getInt("number"), List.of())))
                .list();
    }

    Optional<SubNetwork> find(Handle handle, int number) {
        return all(handle).stream().filter(one -> one.number() == number).findFirst();
    }

    /** The sub-networks that one site is in, ascending. */
    List<Integer> numbersOf(Handle handle, Wwwroot member) {
        return handle.createQuery(
                        "select subnetwork from subnetwork_member where wwwroot = :wwwroot order by subnetwork")
                .bind("wwwroot", member.value())
                .mapTo(Integer.class)
                .list();
    }

    /** The matrix between hub and members. */
    ServiceMatrix main(Handle handle) {
        return handle.createQuery(ALL + " where number = 0")
                .map((row, context) -> matrix(row))
                .one();
    }

    int nextFree(Handle handle) {
        return handle.createQuery("select coalesce(max(number), 0) + 1 from subnetwork")
                .mapTo(Integer.class)
                .one();
    }

    void insert(Handle handle, int number, String name, ServiceMatrix matrix, Instant now) {
        handle.createUpdate("insert into subnetwork (number, name, created_at, publish, subscribe)"
                        + " values (:number, :name, :now, :publish, :subscribe)")
                .bind("number", number)
                .bind("name", name)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("publish", Names.text(matrix.publish()))
                .bind("subscribe", Names.text(matrix.subscribe()))
                .execute();
    }

    void setMatrix(Handle handle, int number, ServiceMatrix matrix, Optional<Confirmation> confirmation) {
        handle.createUpdate("update subnetwork set publish = :publish, subscribe = :subscribe, confirmed_by = :by,"
                        + " confirmed_why = :why where number = :number")
                .bind("publish", Names.text(matrix.publish()))
                .bind("subscribe", Names.text(matrix.subscribe()))
                .bind("by", confirmation.map(Confirmation::by).orElse(null))
                .bind("why", confirmation.map(Confirmation::why).orElse(null))
                .bind("number", number)
                .execute();
    }

    void addMember(Handle handle, int number, Wwwroot member, Instant now) {
        handle.createUpdate("insert into subnetwork_member (subnetwork, wwwroot, joined_at)"
                        + " values (:subnetwork, :wwwroot, :now)")
                .bind("subnetwork", number)
                .bind("wwwroot", member.value())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    void removeMember(Handle handle, int number, Wwwroot member) {
        handle.execute("delete from subnetwork_member where subnetwork = ? and wwwroot = ?", number, member.value());
    }

    private static SubNetwork subNetwork(ResultSet row, List<Wwwroot> members) throws SQLException {
        String by = row.getString("confirmed_by");
        return new SubNetwork(
                row.getInt("number"),
                row.getString("name"),
                members,
                matrix(row),
                by == null ? null : new Confirmation(by, row.getString("confirmed_why")));
    }

    private static ServiceMatrix matrix(ResultSet row) throws SQLException {
        return new ServiceMatrix(Names.set(row.getString("publish")), Names.set(row.getString("subscribe")));
    }

    /** Names of services as they are kept. */
    static final class Names {
        private Names() {}

        static String text(Set<String> names) {
            return String.join(" ", names);
        }

        static Set<String> set(String text) {
            return text.isBlank() ? Set.of() : Set.of(text.strip().split(" +"));
        }

        static String text(ServiceMatrix matrix) {
            return text(matrix.publish()) + "|" + text(matrix.subscribe());
        }

        static ServiceMatrix matrix(String text) {
            String[] halves = text.split("\\|", -1);
            return halves.length == 2 ? new ServiceMatrix(set(halves[0]), set(halves[1])) : ServiceMatrix.NONE;
        }
    }
}
