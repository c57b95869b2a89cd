package network.constellation.hub.directory;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.protocol.directory.Delegation;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code directory_root} and {@code directory_mandate}. */
final class MandateStore {
    private final Jdbi jdbi;

    @Inject
    MandateStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param delegation empty while it is to come */
    record MandateRow(int term, byte[] sealedKey, Optional<byte[]> delegation) {}

    Optional<Ed25519PublicKey> root() {
        return jdbi.withHandle(handle -> handle.createQuery("select public_key from directory_root")
                .mapTo(byte[].class)
                .findOne()
                .map(Ed25519PublicKey::of));
    }

    Optional<MandateRow> newest() {
        return jdbi.withHandle(handle -> handle.createQuery("select term, sealed_key, delegation from directory_mandate"
                        + " where delegation is not null order by term desc limit 1")
                .map((row, context) -> new MandateRow(
                        row.getInt("term"),
                        row.getBytes("sealed_key"),
                        Optional.ofNullable(row.getBytes("delegation"))))
                .findOne());
    }

    Optional<MandateRow> of(int term) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select term, sealed_key, delegation from directory_mandate where term = :term")
                .bind("term", term)
                .map((row, context) -> new MandateRow(
                        row.getInt("term"),
                        row.getBytes("sealed_key"),
                        Optional.ofNullable(row.getBytes("delegation"))))
                .findOne());
    }

    void prepare(int term, byte[] sealedKey, Instant now) {
        jdbi.useHandle(handle -> insert(handle, term, sealedKey, Optional.empty(), now));
    }

    void begin(Ed25519PublicKey root, byte[] sealedKey, Delegation delegation, Instant now) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("insert into directory_root (id, public_key, created_at) values (1, :key, :now)")
                    .bind("key", root.raw())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .execute();
            insert(handle, delegation.term(), sealedKey, Optional.of(delegation), now);
        });
    }

    /** Replaces the delegation of its term. */
    void delegate(Delegation delegation) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update directory_mandate set delegation = :delegation where term = :term")
                .bind("delegation", delegation.encoded())
                .bind("term", delegation.term())
                .execute());
    }

    private static void insert(
            Handle handle, int term, byte[] sealedKey, Optional<Delegation> delegation, Instant now) {
        handle.createUpdate("insert into directory_mandate (term, sealed_key, delegation, created_at)"
                        + " values (:term, :key, :delegation, :now)")
                .bind("term", term)
                .bind("key", sealedKey)
                .bind("delegation", delegation.map(Delegation::encoded).orElse(null))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
    }
}
