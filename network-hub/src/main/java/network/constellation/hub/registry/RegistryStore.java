package network.constellation.hub.registry;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.directory.strategy.ServiceStrategy;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code member} and {@code invitation}. */
final class RegistryStore {
    private static final String MEMBER =
            "wwwroot, name, application, fingerprint, bundle, state, admitted_at, join_order," + " strategy";

    private final Jdbi jdbi;

    @Inject
    RegistryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Member> members() {
        return jdbi.withHandle(RegistryStore::read);
    }

    List<Member> members(Handle handle) {
        return read(handle);
    }

    private static List<Member> read(Handle handle) {
        return handle.createQuery("select " + MEMBER + " from member order by wwwroot")
                .map((row, context) -> member(row))
                .list();
    }

    void setState(Handle handle, Wwwroot member, Member.State state) {
        handle.execute("update member set state = ? where wwwroot = ?", state.name(), member.value());
    }

    void setStrategy(Handle handle, Wwwroot member, ServiceStrategy strategy) {
        handle.execute("update member set strategy = ? where wwwroot = ?", strategy.label(), member.value());
    }

    Optional<Member> member(Wwwroot wwwroot) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + MEMBER + " from member where wwwroot = :wwwroot")
                        .bind("wwwroot", wwwroot.value())
                        .map((row, context) -> member(row))
                        .findOne());
    }

    void insertInvitation(byte[] tokenHash, InvitationRecord invitation) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into invitation (token_hash, label, subnetwork, created_at,"
                                + " expires_at) values (:hash, :label, :subnetwork, :created, :expires)")
                        .bind("hash", tokenHash)
                        .bind("label", invitation.label())
                        .bind("subnetwork", invitation.subnetwork())
                        .bind("created", at(invitation.createdAt()))
                        .bind("expires", at(invitation.expiresAt()))
                        .execute());
    }

    Optional<InvitationRecord> invitation(byte[] tokenHash) {
        return jdbi.withHandle(handle -> handle.createQuery("select label, subnetwork, created_at, expires_at, used_by,"
                        + " used_fingerprint from invitation where token_hash = :hash")
                .bind("hash", tokenHash)
                .map((row, context) -> invitation(row))
                .findOne());
    }

    List<InvitationRecord> openInvitations(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select label, subnetwork, created_at, expires_at, used_by,"
                        + " used_fingerprint from invitation where used_by is null and expires_at > :now"
                        + " order by created_at desc")
                .bind("now", at(now))
                .map((row, context) -> invitation(row))
                .list());
    }

    /**
     * Uses the token and registers the member in one transaction. False when the token is unknown, expired, or was used
     * by another site or by other keys; true again when the very same site repeats its request.
     */
    boolean admit(byte[] tokenHash, Member member) {
        return jdbi.inTransaction(handle -> useToken(handle, tokenHash, member) && upsert(handle, member));
    }

    /** Inserts the member, or renews what is known of it. */
    void register(Member member) {
        jdbi.useTransaction(handle -> upsert(handle, member));
    }

    private static boolean useToken(Handle handle, byte[] tokenHash, Member member) {
        return handle.createUpdate("update invitation set used_by = :wwwroot, used_fingerprint = :fingerprint,"
                                + " used_at = coalesce(used_at, :now) where token_hash = :hash and ("
                                + "(used_by is null and expires_at > :now)"
                                + " or (used_by = :wwwroot and used_fingerprint = :fingerprint))")
                        .bind("wwwroot", member.wwwroot().value())
                        .bind("fingerprint", member.fingerprint())
                        .bind("now", at(member.admittedAt()))
                        .bind("hash", tokenHash)
                        .execute()
                == 1;
    }

    private static boolean upsert(Handle handle, Member member) {
        int updated = bind(
                handle.createUpdate("update member set name = :name, application = :application,"
                        + " fingerprint = :fingerprint, bundle = :bundle,"
                        + " state = case when state = 'SUSPENDED' then state else :state end where wwwroot = :wwwroot"),
                member);
        return updated == 1
                || bind(
                                handle.createUpdate("insert into member (" + MEMBER + ") values (:wwwroot, :name,"
                                        + " :application, :fingerprint, :bundle, :state, :admitted,"
                                        + " (select coalesce(max(m.join_order), 0) + 1 from member m), :strategy)"),
                                member)
                        == 1;
    }

    /** @return false when it was so already */
    boolean setState(Wwwroot wwwroot, Member.State state) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update member set state = :state where wwwroot = :wwwroot" + " and state <> :state")
                        .bind("state", state.name())
                        .bind("wwwroot", wwwroot.value())
                        .execute())
                == 1;
    }

    private static int bind(org.jdbi.v3.core.statement.Update update, Member member) {
        return update.bind("wwwroot", member.wwwroot().value())
                .bind("name", member.name())
                .bind("application", member.application())
                .bind("fingerprint", member.fingerprint())
                .bind("bundle", member.bundle())
                .bind("state", member.state().name())
                .bind("strategy", member.strategy().label())
                .bind("admitted", at(member.admittedAt()))
                .execute();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                Wwwroot.of(row.getString("wwwroot")),
                row.getString("name"),
                row.getString("application"),
                row.getString("fingerprint"),
                row.getString("bundle"),
                Member.State.valueOf(row.getString("state")),
                instant(row, "admitted_at"),
                row.getLong("join_order"),
                ServiceStrategy.ofLabel(row.getString("strategy")));
    }

    private static InvitationRecord invitation(ResultSet row) throws SQLException {
        int subnetwork = row.getInt("subnetwork");
        @Nullable Integer number = row.wasNull() ? null : subnetwork;
        return new InvitationRecord(
                row.getString("label"),
                number,
                instant(row, "created_at"),
                instant(row, "expires_at"),
                row.getString("used_by"),
                row.getString("used_fingerprint"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
