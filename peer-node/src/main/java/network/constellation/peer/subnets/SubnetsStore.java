package network.constellation.peer.subnets;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Tables {@code membership}, {@code introduction}, {@code kept_by_hand}, {@code link_gap} and {@code dismissal}. */
final class SubnetsStore {
    private final Jdbi jdbi;

    @Inject
    SubnetsStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<JoinedNetwork> network() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select network, name, hub, fingerprint, state, joined_at from membership")
                .map((row, context) -> new JoinedNetwork(
                        row.getString("network"),
                        row.getString("name"),
                        Wwwroot.of(row.getString("hub")),
                        row.getString("fingerprint"),
                        JoinedNetwork.State.valueOf(row.getString("state")),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    /** Replaces what is known of the network. */
    void save(JoinedNetwork network) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from membership");
            handle.createUpdate("insert into membership (network, name, hub, fingerprint, state, joined_at)"
                            + " values (:network, :name, :hub, :fingerprint, :state, :at)")
                    .bind("network", network.id())
                    .bind("name", network.name())
                    .bind("hub", network.hub().value())
                    .bind("fingerprint", network.fingerprint())
                    .bind("state", network.state().name())
                    .bind("at", at(network.joinedAt()))
                    .execute();
        });
    }

    /** What the hub's link carries by the last explicit word; empty: as at joining. */
    String hubServices() {
        return jdbi.withHandle(handle -> handle.createQuery("select hub_services from membership")
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    void hubServices(ServiceMatrix carried, Said said) {
        jdbi.useHandle(handle -> handle.execute(
                "update membership set hub_services = ?, hub_services_at = ?, hub_services_newer_than = ?",
                text(carried),
                at(said.at()),
                newerThan(said)));
    }

    /** The last word about the hub's link. */
    Said hubServicesSaid() {
        return jdbi.withHandle(handle ->
                said(handle.createQuery("select hub_services_at as said_at, hub_services_newer_than as newer_than"
                        + " from membership where hub_services_at is not null")));
    }

    private static Said said(Query query) {
        return query.map((row, context) -> new Said(
                        row.getObject("said_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("newer_than")).map(DirectoryVersion::of)))
                .findOne()
                .orElse(Said.NEVER);
    }

    private static @Nullable String newerThan(Said said) {
        return said.newerThan().map(DirectoryVersion::toString).orElse(null);
    }

    static String text(ServiceMatrix matrix) {
        return String.join(" ", matrix.publish()) + "|" + String.join(" ", matrix.subscribe());
    }

    /** Replaces what could not be done; since when it could not is kept. */
    void gaps(List<LinkGap> now) {
        jdbi.useTransaction(handle -> {
            List<LinkGap> before = gaps(handle);
            handle.execute("delete from link_gap");
            for (LinkGap gap : now) {
                Instant since = before.stream()
                        .filter(old -> old.about().equals(gap.about()))
                        .map(LinkGap::since)
                        .findFirst()
                        .orElse(gap.since());
                handle.createUpdate("insert into link_gap (wwwroot, why, since) values (:wwwroot, :why, :since)")
                        .bind("wwwroot", gap.about().value())
                        .bind("why", gap.why().substring(0, Math.min(gap.why().length(), 500)))
                        .bind("since", at(since))
                        .execute();
            }
        });
    }

    List<LinkGap> gaps() {
        return jdbi.withHandle(SubnetsStore::gaps);
    }

    private static List<LinkGap> gaps(Handle handle) {
        return handle.createQuery("select wwwroot, why, since from link_gap order by wwwroot")
                .map((row, context) -> new LinkGap(
                        Wwwroot.of(row.getString("wwwroot")),
                        row.getString("why"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The introduction that stands; {@link Said#NEVER}: there is none. */
    Said introducedSaid(Wwwroot peer, int subnetwork) {
        return jdbi.withHandle(handle -> said(handle.createQuery("select introduced_at as said_at, newer_than"
                        + " from introduction where wwwroot = :wwwroot and subnetwork = :subnetwork")
                .bind("wwwroot", peer.value())
                .bind("subnetwork", subnetwork)));
    }

    /** This site belongs to no network any more. */
    void forgetNetwork() {
        jdbi.useHandle(handle -> handle.execute("delete from membership"));
    }

    /** Everybody of whom the network has told, by address. */
    List<Wwwroot> introduced() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select distinct wwwroot from introduction order by wwwroot")
                        .mapTo(String.class)
                        .map(Wwwroot::of)
                        .list());
    }

    boolean isIntroduced(Wwwroot peer) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("select count(*) from introduction where wwwroot = :wwwroot")
                                .bind("wwwroot", peer.value())
                                .mapTo(Integer.class)
                                .one())
                > 0;
    }

    void introduced(Wwwroot peer, int subnetwork, String name, Said said) {
        jdbi.useTransaction(handle -> {
            int known = handle.createUpdate("update introduction set name = :name, introduced_at = :now,"
                            + " newer_than = :newerThan where wwwroot = :wwwroot and subnetwork = :subnetwork")
                    .bind("name", name)
                    .bind("now", at(said.at()))
                    .bind("newerThan", newerThan(said))
                    .bind("wwwroot", peer.value())
                    .bind("subnetwork", subnetwork)
                    .execute();
            if (known == 0) {
                handle.createUpdate("insert into introduction (wwwroot, subnetwork, name, introduced_at, newer_than)"
                                + " values (:wwwroot, :subnetwork, :name, :now, :newerThan)")
                        .bind("wwwroot", peer.value())
                        .bind("subnetwork", subnetwork)
                        .bind("name", name)
                        .bind("now", at(said.at()))
                        .bind("newerThan", newerThan(said))
                        .execute();
            }
        });
    }

    /** Notes it once; a second note of the same peer changes nothing. */
    void keep(Wwwroot peer, KeptByHand kept) {
        jdbi.useTransaction(handle -> {
            if (find(handle, peer).isEmpty()) {
                handle.createUpdate("insert into kept_by_hand (wwwroot, publish, subscribe)"
                                + " values (:wwwroot, :publish, :subscribe)")
                        .bind("wwwroot", peer.value())
                        .bind("publish", String.join(" ", kept.publish()))
                        .bind("subscribe", String.join(" ", kept.subscribe()))
                        .execute();
            }
        });
    }

    Optional<KeptByHand> kept(Wwwroot peer) {
        return jdbi.withHandle(handle -> find(handle, peer));
    }

    private static Optional<KeptByHand> find(Handle handle, Wwwroot peer) {
        return handle.createQuery("select publish, subscribe from kept_by_hand where wwwroot = :wwwroot")
                .bind("wwwroot", peer.value())
                .map((row, context) ->
                        new KeptByHand(names(row.getString("publish")), names(row.getString("subscribe"))))
                .findOne();
    }

    private static Set<String> names(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    /** Ends one introduction; with the last one the note that the peer was there before goes too. */
    void dismissed(Wwwroot peer, int subnetwork, Said said) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from introduction where wwwroot = :wwwroot and subnetwork = :subnetwork")
                    .bind("wwwroot", peer.value())
                    .bind("subnetwork", subnetwork)
                    .execute();
            handle.createUpdate("delete from kept_by_hand where wwwroot = :wwwroot"
                            + " and not exists (select 1 from introduction where wwwroot = :wwwroot)")
                    .bind("wwwroot", peer.value())
                    .execute();
            handle.execute("delete from dismissal where wwwroot = ? and subnetwork = ?", peer.value(), subnetwork);
            handle.createUpdate("insert into dismissal (wwwroot, subnetwork, dismissed_at, newer_than)"
                            + " values (:wwwroot, :subnetwork, :now, :newerThan)")
                    .bind("wwwroot", peer.value())
                    .bind("subnetwork", subnetwork)
                    .bind("now", at(said.at()))
                    .bind("newerThan", newerThan(said))
                    .execute();
        });
    }

    /** What ended an introduction last; {@link Said#NEVER}: nothing. */
    Said dismissedSaid(Wwwroot peer, int subnetwork) {
        return jdbi.withHandle(handle -> said(handle.createQuery("select dismissed_at as said_at, newer_than"
                        + " from dismissal where wwwroot = :wwwroot and subnetwork = :subnetwork")
                .bind("wwwroot", peer.value())
                .bind("subnetwork", subnetwork)));
    }

    /** Numbers of the sub-networks through which a peer was introduced. */
    List<Integer> subnetworks(Wwwroot peer) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select subnetwork from introduction where wwwroot = :wwwroot order by subnetwork")
                .bind("wwwroot", peer.value())
                .mapTo(Integer.class)
                .list());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
