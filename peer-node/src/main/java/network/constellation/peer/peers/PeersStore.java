package network.constellation.peer.peers;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.addresses.AddressRange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code peer}, {@code peer_offer} and {@code peer_key_history}. */
final class PeersStore {
    private final Jdbi database;
    private final CryptoEngine engine;

    @Inject
    PeersStore(Jdbi database, CryptoEngine engine) {
        this.database = database;
        this.engine = engine;
    }

    <T, X extends Exception> T inTransaction(HandleCallback<T, X> work) throws X {
        return database.inTransaction(work);
    }

    /** What {@link Contact} a stored peer had. */
    record Row(Peer peer, Contact contact) {}

    /** @param known keys that need not be verified once more where the stored ones are the same */
    List<Row> peers(Function<String, Optional<PublicIdentity>> known) {
        return database.withHandle(handle -> handle.createQuery("select * from peer order by wwwroot")
                .map((row, context) -> new Row(peer(row, identity(row, known)), contact(row)))
                .list());
    }

    void save(Handle handle, Peer peer) {
        int changed = bind(
                        handle.createUpdate("update peer set name = :name, application = :application,"
                                + " suite = :suite, ratchet = :ratchet, state = :state, identity_text = :identity,"
                                + " fingerprint = :fingerprint, key_since = :since, allowed_addresses = :allowed,"
                                + " allow_http = :http, hub = :hub, network = :network where wwwroot = :wwwroot"),
                        peer)
                .execute();
        if (changed == 0) {
            bind(
                            handle.createUpdate("insert into peer (wwwroot, name, application, suite, ratchet, state,"
                                    + " identity_text, fingerprint, key_since, allowed_addresses, allow_http, hub, created,"
                                    + " network) values (:wwwroot, :name, :application, :suite, :ratchet, :state, :identity,"
                                    + " :fingerprint, :since, :allowed, :http, :hub, :created, :network)"),
                            peer)
                    .execute();
        }
    }

    void saveContacts(Map<Wwwroot, Contact> contacts) {
        database.useTransaction(handle -> contacts.forEach((wwwroot, contact) -> handle.createUpdate(
                        "update peer set last_contact = :at, last_error = :error where wwwroot = :wwwroot")
                .bind("at", contact.lastContact().map(PeersStore::time).orElse(null))
                .bind("error", contact.lastError().orElse(null))
                .bind("wwwroot", wwwroot.value())
                .execute()));
    }

    List<PeerOffer> offers() {
        return database.withHandle(handle -> handle.createQuery("select * from peer_offer order by offered, wwwroot")
                .map((row, context) -> offer(row))
                .list());
    }

    /** Inserts the offer unless the same keys were offered under this name before. */
    boolean insert(Handle handle, PeerOffer offer) {
        boolean known = handle.createQuery(
                                "select count(*) from peer_offer where wwwroot = :wwwroot and fingerprint = :fingerprint")
                        .bind("wwwroot", offer.wwwroot().value())
                        .bind("fingerprint", offer.fingerprint())
                        .mapTo(int.class)
                        .one()
                > 0;
        if (known) {
            return false;
        }
        handle.createUpdate("insert into peer_offer (wwwroot, fingerprint, application, suite, identity_text,"
                        + " allowed_addresses, allow_http, origin, offered) values (:wwwroot, :fingerprint, :application,"
                        + " :suite, :identity, :allowed, :http, :origin, :offered)")
                .bind("wwwroot", offer.wwwroot().value())
                .bind("fingerprint", offer.fingerprint())
                .bind("application", offer.terms().application().label())
                .bind("suite", offer.terms().choice().label())
                .bind("identity", offer.identity().bundle())
                .bind("allowed", ranges(offer.terms().allowed()))
                .bind("http", offer.terms().allowHttp())
                .bind("origin", offer.origin())
                .bind("offered", time(offer.offered()))
                .execute();
        return true;
    }

    void setTerms(Handle handle, PeerOffer offer, PeerTerms terms) {
        handle.createUpdate("update peer_offer set application = :application, suite = :suite,"
                        + " allowed_addresses = :allowed, allow_http = :http"
                        + " where wwwroot = :wwwroot and fingerprint = :fingerprint")
                .bind("application", terms.application().label())
                .bind("suite", terms.choice().label())
                .bind("allowed", ranges(terms.allowed()))
                .bind("http", terms.allowHttp())
                .bind("wwwroot", offer.wwwroot().value())
                .bind("fingerprint", offer.fingerprint())
                .execute();
    }

    void setRefused(Handle handle, PeerOffer offer, Instant at) {
        handle.createUpdate(
                        "update peer_offer set refused = :at where wwwroot = :wwwroot and fingerprint = :fingerprint")
                .bind("at", time(at))
                .bind("wwwroot", offer.wwwroot().value())
                .bind("fingerprint", offer.fingerprint())
                .execute();
    }

    void deleteOffers(Handle handle, Wwwroot wwwroot) {
        handle.execute("delete from peer_offer where wwwroot = ?", wwwroot.value());
    }

    void insertFormer(Handle handle, Peer before, Instant replaced, String how) {
        handle.createUpdate("insert into peer_key_history (wwwroot, fingerprint, identity_text, since, replaced, how)"
                        + " values (:wwwroot, :fingerprint, :identity, :since, :replaced, :how)")
                .bind("wwwroot", before.wwwroot().value())
                .bind("fingerprint", before.fingerprint())
                .bind("identity", before.identity().bundle())
                .bind("since", time(before.keys().since()))
                .bind("replaced", time(replaced))
                .bind("how", how)
                .execute();
    }

    List<FormerKey> formerKeys(Wwwroot wwwroot) {
        return database.withHandle(handle -> handle.createQuery(
                        "select * from peer_key_history where wwwroot = :wwwroot order by replaced desc")
                .bind("wwwroot", wwwroot.value())
                .map((row, context) -> new FormerKey(
                        identity(row),
                        row.getString("fingerprint"),
                        time(row, "since"),
                        time(row, "replaced"),
                        row.getString("how")))
                .list());
    }

    private static org.jdbi.v3.core.statement.Update bind(org.jdbi.v3.core.statement.Update update, Peer peer) {
        return update.bind("wwwroot", peer.wwwroot().value())
                .bind("name", peer.name())
                .bind("application", peer.application().label())
                .bind("suite", peer.choice().label())
                .bind("ratchet", peer.ratchet().label())
                .bind("state", peer.state().label())
                .bind("identity", peer.identity().bundle())
                .bind("fingerprint", peer.fingerprint())
                .bind("since", time(peer.keys().since()))
                .bind("allowed", ranges(peer.allowed()))
                .bind("http", peer.allowHttp())
                .bind("hub", peer.hub())
                .bind("network", peer.terms().network())
                .bind("created", time(peer.created()));
    }

    private static Peer peer(ResultSet row, PublicIdentity identity) throws SQLException {
        return new Peer(
                identity.wwwroot(),
                new PeerKeys(identity, time(row, "key_since"), row.getString("network")),
                new PeerTerms(
                        row.getString("name"),
                        application(row),
                        choice(row),
                        ranges(row),
                        row.getBoolean("allow_http"),
                        row.getString("network")),
                Suite.ofLabel(row.getString("ratchet")),
                PeerState.ofLabel(row.getString("state")),
                row.getBoolean("hub"),
                time(row, "created"));
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                Optional.ofNullable(row.getObject("last_contact", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("last_error")));
    }

    private PeerOffer offer(ResultSet row) throws SQLException {
        Wwwroot wwwroot = Wwwroot.of(row.getString("wwwroot"));
        return new PeerOffer(
                wwwroot,
                identity(row),
                row.getString("fingerprint"),
                new PeerTerms(
                        wwwroot.host(),
                        application(row),
                        choice(row),
                        ranges(row),
                        row.getBoolean("allow_http"),
                        PeerTerms.NO_NETWORK),
                row.getString("origin"),
                time(row, "offered"),
                Optional.ofNullable(row.getObject("refused", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static SuiteChoice choice(ResultSet row) throws SQLException {
        return SuiteChoice.ofLabel(row.getString("suite")).orElse(SuiteChoice.AUTO);
    }

    private static Application application(ResultSet row) throws SQLException {
        return Application.ofLabel(row.getString("application")).orElse(Application.MOODLE);
    }

    private PublicIdentity identity(ResultSet row, Function<String, Optional<PublicIdentity>> known)
            throws SQLException {
        String stored = row.getString("identity_text");
        Optional<PublicIdentity> same = known.apply(row.getString("wwwroot"))
                .filter(identity -> identity.bundle().equals(stored));
        return same.isPresent() ? same.get() : identity(row);
    }

    private PublicIdentity identity(ResultSet row) throws SQLException {
        try {
            return PublicIdentity.parseBundle(
                    engine, Wwwroot.of(row.getString("wwwroot")), row.getString("identity_text"));
        } catch (CertificateRefusedException | IdentityRefusedException broken) {
            throw new IllegalStateException(
                    "The stored keys of " + row.getString("wwwroot") + " do not verify: " + broken.getMessage(),
                    broken);
        }
    }

    private static String ranges(List<AddressRange> ranges) {
        return String.join(" ", ranges.stream().map(AddressRange::toString).toList());
    }

    private static List<AddressRange> ranges(ResultSet row) throws SQLException {
        @Nullable String text = row.getString("allowed_addresses");
        return text == null || text.isBlank() ? List.of() : AddressRange.parseAll(List.of(text.split(" ")));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
