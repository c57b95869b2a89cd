package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.store.NodeDb;
import network.constellation.protocol.directory.DirectoryVersion;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code directory_network} and {@code directory_tenant} of the node's database. */
@Singleton
final class DirectoryStore {
    private final Provider<Jdbi> jdbi;

    @Inject
    DirectoryStore(@NodeDb Provider<Jdbi> jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @param root the raw root key, where it is known
     * @param version the newest that was ever accepted, also where its document is not there
     * @param withoutAt when the hub last said that it publishes no directory
     * @param warned the share of the life, in percent, of which the audit has been told
     */
    record NetworkRow(
            String network,
            Optional<byte[]> root,
            Instant since,
            DirectoryVersion version,
            Optional<byte[]> document,
            DirectoryVersion listVersion,
            Optional<byte[]> list,
            Optional<Instant> withoutAt,
            int warned,
            Attempts attempts) {}

    /**
     * @param leads whether it is the hub
     * @param applied what its rooms have followed
     * @param missing links that they could not bring in line, and why the first of them
     */
    record TenantRow(
            Wwwroot tenant,
            String network,
            boolean leads,
            DirectoryVersion applied,
            long appliedList,
            int missing,
            String note) {
        TenantRow applied(DirectoryVersion version, long list) {
            return new TenantRow(tenant, network, leads, version, list, missing, note);
        }

        TenantRow lacking(int links, String why) {
            return new TenantRow(tenant, network, leads, applied, appliedList, links, why);
        }
    }

    List<NetworkRow> networks() {
        return jdbi.get()
                .withHandle(handle -> handle.createQuery("select * from directory_network order by network")
                        .map((row, context) -> network(row))
                        .list());
    }

    List<TenantRow> tenants() {
        return jdbi.get()
                .withHandle(handle -> handle.createQuery("select * from directory_tenant order by tenant")
                        .map((row, context) -> new TenantRow(
                                Wwwroot.of(row.getString("tenant")),
                                row.getString("network"),
                                row.getBoolean("leads"),
                                new DirectoryVersion(row.getInt("applied_term"), row.getLong("applied_sequence")),
                                row.getLong("applied_list"),
                                row.getInt("missing"),
                                row.getString("note")))
                        .list());
    }

    private static NetworkRow network(ResultSet row) throws SQLException {
        return new NetworkRow(
                row.getString("network"),
                Optional.ofNullable(row.getBytes("root_key")),
                instant(row, "since").orElseThrow(),
                new DirectoryVersion(row.getInt("version_term"), row.getLong("version_sequence")),
                Optional.ofNullable(row.getBytes("document")),
                new DirectoryVersion(row.getInt("list_term"), row.getLong("list_sequence")),
                Optional.ofNullable(row.getBytes("list")),
                instant(row, "without_at"),
                row.getInt("warned"),
                new Attempts(
                        instant(row, "last_attempt"),
                        instant(row, "last_success"),
                        instant(row, "next_attempt"),
                        instant(row, "failing_since"),
                        row.getInt("failures"),
                        Optional.ofNullable(row.getString("last_error"))));
    }

    /** Makes the row of a network and of a tenant of it; what is there stays, but for the network of the tenant. */
    void belong(Wwwroot tenant, String network, boolean leads, Instant now) {
        jdbi.get().useTransaction(handle -> {
            handle.createUpdate("insert into directory_network (network, since, version_term, version_sequence,"
                            + " list_term, list_sequence, failures, warned)"
                            + " values (:network, :now, 0, 0, 0, 0, 0, 0) on conflict do nothing")
                    .bind("network", network)
                    .bind("now", at(now))
                    .execute();
            handle.createUpdate("delete from directory_tenant where tenant = :tenant and network <> :network")
                    .bind("tenant", tenant.value())
                    .bind("network", network)
                    .execute();
            handle.createUpdate("insert into directory_tenant (tenant, network, leads, applied_term,"
                            + " applied_sequence, applied_list, missing, note)"
                            + " values (:tenant, :network, :leads, 0, 0, 0, 0, '') on conflict do nothing")
                    .bind("tenant", tenant.value())
                    .bind("network", network)
                    .bind("leads", leads)
                    .execute();
            handle.createUpdate("update directory_tenant set leads = :leads where tenant = :tenant")
                    .bind("tenant", tenant.value())
                    .bind("leads", leads)
                    .execute();
        });
    }

    /** @return whether it was pinned: never over another one */
    boolean pin(String network, byte[] root) {
        return jdbi.get()
                        .withHandle(handle -> handle.createUpdate("update directory_network set root_key = :root"
                                        + " where network = :network and root_key is null")
                                .bind("network", network)
                                .bind("root", root)
                                .execute())
                > 0;
    }

    void forget(Wwwroot tenant) {
        jdbi.get()
                .useHandle(handle -> handle.createUpdate("delete from directory_tenant where tenant = :tenant")
                        .bind("tenant", tenant.value())
                        .execute());
    }

    void document(String network, DirectoryVersion version, byte[] document) {
        jdbi.get()
                .useHandle(handle -> handle.createUpdate("update directory_network set version_term = :term,"
                                + " version_sequence = :sequence, document = :document where network = :network")
                        .bind("network", network)
                        .bind("term", version.term())
                        .bind("sequence", version.sequence())
                        .bind("document", document)
                        .execute());
    }

    void list(String network, DirectoryVersion version, byte[] list) {
        jdbi.get()
                .useHandle(handle -> handle.createUpdate("update directory_network set list_term = :term,"
                                + " list_sequence = :sequence, list = :list where network = :network")
                        .bind("network", network)
                        .bind("term", version.term())
                        .bind("sequence", version.sequence())
                        .bind("list", list)
                        .execute());
    }

    Attempts attempts(String network) {
        return networks().stream()
                .filter(row -> row.network().equals(network))
                .map(NetworkRow::attempts)
                .findFirst()
                .orElse(Attempts.NONE);
    }

    int warned(String network) {
        return jdbi.get()
                .withHandle(
                        handle -> handle.createQuery("select warned from directory_network where network = :network")
                                .bind("network", network)
                                .mapTo(Integer.class)
                                .findOne()
                                .orElse(0));
    }

    /** The hub said that it publishes no directory. */
    void without(String network, Instant now) {
        jdbi.get()
                .useHandle(handle -> handle.createUpdate(
                                "update directory_network set without_at = :now where network = :network")
                        .bind("network", network)
                        .bind("now", at(now))
                        .execute());
    }

    void attempts(String network, Attempts attempts) {
        jdbi.get()
                .useHandle(handle -> handle.createUpdate("update directory_network set last_attempt = :last,"
                                + " last_success = :success, next_attempt = :next, failing_since = :since,"
                                + " failures = :failures, last_error = :error"
                                + " where network = :network")
                        .bind("network", network)
                        .bind("last", at(attempts.last()))
                        .bind("success", at(attempts.success()))
                        .bind("next", at(attempts.next()))
                        .bind("since", at(attempts.failingSince()))
                        .bind("failures", attempts.failures())
                        .bind("error", attempts.error().orElse(null))
                        .execute());
    }

    void warned(String network, int percent) {
        jdbi.get()
                .useHandle(handle -> handle.createUpdate(
                                "update directory_network set warned = :percent where network = :network")
                        .bind("network", network)
                        .bind("percent", percent)
                        .execute());
    }

    void save(TenantRow row) {
        jdbi.get()
                .useHandle(handle -> handle.createUpdate("update directory_tenant set applied_term = :term,"
                                + " applied_sequence = :sequence, applied_list = :list, missing = :missing,"
                                + " note = :note where tenant = :tenant")
                        .bind("tenant", row.tenant().value())
                        .bind("term", row.applied().term())
                        .bind("sequence", row.applied().sequence())
                        .bind("list", row.appliedList())
                        .bind("missing", row.missing())
                        .bind("note", row.note())
                        .execute());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(DirectoryStore::at).orElse(null);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
