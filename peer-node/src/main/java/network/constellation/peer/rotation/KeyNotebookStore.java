package network.constellation.peer.rotation;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import network.constellation.keys.address.Wwwroot;
import network.constellation.protocol.method.rotation.RevokedKey;
import network.constellation.protocol.method.rotation.SiteBundle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code announced_key} and {@code revoked_key}. */
final class KeyNotebookStore {
    private static final int LONGEST_REASON = 500;

    private final Jdbi jdbi;

    @Inject
    KeyNotebookStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<SiteBundle> announced() {
        return jdbi.withHandle(handle -> handle.createQuery("select wwwroot, bundle from announced_key")
                .map((row, context) -> new SiteBundle(row.getString("wwwroot"), row.getString("bundle")))
                .list());
    }

    List<RevokedKey> revoked() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select wwwroot, fingerprint, reason from revoked_key order by revoked_at")
                        .map((row, context) -> new RevokedKey(
                                row.getString("wwwroot"), row.getString("fingerprint"), row.getString("reason")))
                        .list());
    }

    void announce(Wwwroot wwwroot, int generation, String bundle, Instant at) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from announced_key where wwwroot = :wwwroot")
                    .bind("wwwroot", wwwroot.value())
                    .execute();
            handle.createUpdate("insert into announced_key (wwwroot, generation, bundle, announced_at)"
                            + " values (:wwwroot, :generation, :bundle, :at)")
                    .bind("wwwroot", wwwroot.value())
                    .bind("generation", generation)
                    .bind("bundle", bundle)
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .execute();
        });
    }

    void withdraw(Wwwroot wwwroot) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from announced_key where wwwroot = :wwwroot")
                .bind("wwwroot", wwwroot.value())
                .execute());
    }

    /** Known ones stay as they are. */
    void revoke(RevokedKey key, Instant at) {
        jdbi.useTransaction(handle -> {
            boolean known = handle.createQuery("select count(*) from revoked_key where fingerprint = :fingerprint")
                            .bind("fingerprint", key.fingerprint())
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            if (!known) {
                handle.createUpdate("insert into revoked_key (fingerprint, wwwroot, reason, revoked_at)"
                                + " values (:fingerprint, :wwwroot, :reason, :at)")
                        .bind("fingerprint", key.fingerprint())
                        .bind("wwwroot", key.wwwroot())
                        .bind(
                                "reason",
                                key.reason().substring(0, Math.min(key.reason().length(), LONGEST_REASON)))
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute();
            }
        });
    }
}
