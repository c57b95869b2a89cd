package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import network.constellation.hub.subnets.SubNetworksStore.Names;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.membership.Dismissal;
import network.constellation.protocol.method.membership.Dismissed;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads table {@code subnetwork_link}; {@link LinkStore} writes it. */
final class LinkReadStore {
    static final String SELECT = "select subnetwork, at_wwwroot, about_wwwroot, state, wanted, attempts, last_error,"
            + " difference, landed, away, since, changed_at from subnetwork_link";

    private static final String ORDER = " order by subnetwork, at_wwwroot, about_wwwroot";
    private static final String SIBLINGS = " where state <> 'ENDED' and subnetwork <> :hub";

    private final Jdbi jdbi;

    @Inject
    LinkReadStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Every row, also ends that are over. */
    List<LinkEnd> all() {
        return jdbi.withHandle(LinkReadStore::all);
    }

    static List<LinkEnd> all(Handle handle) {
        return list(handle.createQuery(SELECT + ORDER));
    }

    /** Those that are missing or leaving: few, also where there are very many links. */
    List<LinkEnd> open() {
        return jdbi.withHandle(
                handle -> list(handle.createQuery(SELECT + " where state in ('MISSING', 'LEAVING')" + ORDER)));
    }

    /** Those at or about one site. */
    List<LinkEnd> of(Wwwroot site) {
        return jdbi.withHandle(handle -> of(handle, site));
    }

    static List<LinkEnd> of(Handle handle, Wwwroot site) {
        // Two queries, each with its own index: one with "or" would read the whole table.
        return list(handle.createQuery(SELECT + " where at_wwwroot = :site union all " + SELECT
                        + " where about_wwwroot = :site and at_wwwroot <> :site" + ORDER)
                .bind("site", site.value()));
    }

    /** Those of one sub-network, but for reports of ends that are over. */
    List<LinkEnd> in(int subnetwork) {
        return jdbi.withHandle(handle ->
                list(handle.createQuery(SELECT + " where subnetwork = :subnetwork and state <> 'ENDED'" + ORDER)
                        .bind("subnetwork", subnetwork)));
    }

    /** A part of those between members, but for reports of ends that are over. */
    List<LinkEnd> siblings(int offset, int limit) {
        return jdbi.withHandle(
                handle -> list(handle.createQuery(SELECT + SIBLINGS + ORDER + " limit :limit offset :offset")
                        .bind("hub", Dismissal.NETWORK)
                        .bind("limit", limit)
                        .bind("offset", offset)));
    }

    int countSiblings() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from subnetwork_link" + SIBLINGS)
                .bind("hub", Dismissal.NETWORK)
                .mapTo(Integer.class)
                .one());
    }

    private static List<LinkEnd> list(Query query) {
        return query.map((row, context) -> link(row)).list();
    }

    static LinkEnd link(ResultSet row) throws SQLException {
        return new LinkEnd(
                row.getInt("subnetwork"),
                Wwwroot.of(row.getString("at_wwwroot")),
                Wwwroot.of(row.getString("about_wwwroot")),
                LinkEnd.State.valueOf(row.getString("state")),
                Names.matrix(row.getString("wanted")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getString("difference"),
                new Dismissed(row.getLong("landed"), row.getLong("away")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
