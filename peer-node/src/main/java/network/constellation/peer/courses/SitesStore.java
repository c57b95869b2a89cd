package network.constellation.peer.courses;

import static network.constellation.peer.courses.ShelfStore.at;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.Codecs;
import network.constellation.protocol.method.Members;
import network.constellation.protocol.method.ValueCodec;
import network.constellation.protocol.method.courses.CatalogEntry;
import network.constellation.protocol.method.courses.CourseTexts;
import network.constellation.protocol.method.status.StatusCodecs;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code courses_site} and {@code courses_entry}: what other sites told. */
@Singleton
final class SitesStore {
    private static final int LONGEST_ERROR = 1000;

    static final ValueCodec<List<KnownSite.Shelf>> SHELVES = Codecs.list(Codecs.struct(
            shelf -> Members.create()
                    .with("id", shelf.id())
                    .with("name", shelf.name())
                    .with("parentid", shelf.parent()),
            members -> new KnownSite.Shelf(members.text("id"), members.text("name"), members.text("parentid"))));

    private final Jdbi jdbi;

    @Inject
    SitesStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<KnownSite> sites() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from courses_site order by peer")
                .map((row, context) -> site(row))
                .list());
    }

    /** The whole of what a site told, in one transaction. */
    void told(Wwwroot peer, NodeRoles roles, List<KnownSite.Shelf> categories, Instant now) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from courses_site where peer = ?", peer.value());
            handle.execute(
                    "insert into courses_site (peer, roles, categories, looked, error) values (?, ?, ?, ?, '')",
                    peer.value(),
                    roles.words(),
                    StatusCodecs.text(SHELVES.encode(categories)),
                    at(now));
            if (!roles.has(NodeRole.CATALOG)) {
                handle.execute("delete from courses_entry where peer = ?", peer.value());
            }
        });
    }

    /** What it told before stays, with its age. */
    void silent(Wwwroot peer, String error) {
        String brief = error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        jdbi.useTransaction(handle -> {
            int known = handle.execute("update courses_site set error = ? where peer = ?", brief, peer.value());
            if (known == 0) {
                handle.execute(
                        "insert into courses_site (peer, roles, categories, looked, error) values (?, '', ?, null, ?)",
                        peer.value(),
                        StatusCodecs.text(Value.array(List.of())),
                        brief);
            }
        });
    }

    /** Sites that are no peers any more. */
    void forgetAllBut(List<String> peers) {
        jdbi.useTransaction(handle -> {
            for (KnownSite site : sites()) {
                if (!peers.contains(site.peer().value())) {
                    handle.execute(
                            "delete from courses_site where peer = ?",
                            site.peer().value());
                    handle.execute(
                            "delete from courses_entry where peer = ?",
                            site.peer().value());
                }
            }
        });
    }

    /** A catalog's whole content, in one transaction. */
    void entries(Wwwroot peer, List<CatalogEntry> entries) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from courses_entry where peer = ?", peer.value());
            List<String> seen = new ArrayList<>();
            for (CatalogEntry entry : entries) {
                if (!seen.contains(entry.uid())) {
                    seen.add(entry.uid());
                    insert(handle, peer, entry);
                }
            }
        });
    }

    private static void insert(Handle handle, Wwwroot peer, CatalogEntry entry) {
        handle.execute(
                "insert into courses_entry (peer, uid, entry) values (?, ?, ?)",
                peer.value(),
                entry.uid(),
                CourseTexts.text(entry));
    }

    /** A site with what its catalog shows. */
    record Told(Wwwroot peer, CatalogEntry entry) {}

    List<Told> entries() {
        return list("select peer, entry from courses_entry order by peer, uid", Map.of());
    }

    Optional<Told> entry(Wwwroot peer, String uid) {
        return list(
                        "select peer, entry from courses_entry where peer = :peer and uid = :uid",
                        Map.of("peer", peer.value(), "uid", uid))
                .stream()
                .findFirst();
    }

    private List<Told> list(String sql, Map<String, ?> bound) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(bound)
                .map((row, context) ->
                        new Told(Wwwroot.of(row.getString("peer")), CourseTexts.entry(row.getString("entry"))))
                .list());
    }

    private static KnownSite site(ResultSet row) throws SQLException {
        return new KnownSite(
                Wwwroot.of(row.getString("peer")),
                NodeRoles.parse(row.getString("roles")),
                SHELVES.decode(StatusCodecs.parse(row.getString("categories"))),
                Optional.ofNullable(row.getObject("looked", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("error"));
    }
}
