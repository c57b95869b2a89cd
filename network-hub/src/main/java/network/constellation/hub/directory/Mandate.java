package network.constellation.hub.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.directory.MandateStore.MandateRow;
import network.constellation.hub.founding.AfterFounding;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.founding.Network;
import network.constellation.hub.registry.AdmissionAnchor;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PrivateKey;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.vault.Sealer;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.directory.DirectoryAnchor;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.DirectorySigner;
import org.jspecify.annotations.Nullable;

/**
 * By what right this hub signs: the network's root key let a key of this hub do so, for one term. A network that was
 * founded before there was a root key gets one at the first start.
 */
@Singleton
public final class Mandate implements AfterFounding, AdmissionAnchor {
    /** Of the hub that founded the network. */
    public static final int FIRST_TERM = 1;

    private final Founding founding;
    private final MandateStore store;
    private final RootKeyFile rootFile;
    private final Sealer sealer;
    private final CryptoEngine engine;
    private final SiteIdentity identity;
    private final HubDirectoryConfig config;
    private final Audit audit;
    private final Clock clock;
    private @Nullable DirectorySigner signer;

    @Inject
    Mandate(
            Founding founding,
            MandateStore store,
            RootKeyFile rootFile,
            Sealer sealer,
            CryptoEngine engine,
            SiteIdentity identity,
            HubDirectoryConfig config,
            Audit audit,
            Clock clock) {
        this.founding = founding;
        this.store = store;
        this.rootFile = rootFile;
        this.sealer = sealer;
        this.engine = engine;
        this.identity = identity;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** By what members recognise the directory; made where it is missing. Empty at a tenant that has founded nothing. */
    public synchronized Optional<DirectoryAnchor> anchor() {
        Optional<Network> network = founding.network();
        if (network.isEmpty()) {
            return Optional.empty();
        }
        Ed25519PublicKey root = store.root().orElseGet(() -> begin(network.get()));
        return Optional.of(new DirectoryAnchor(network.get().id(), root));
    }

    /** The hand that signs now; empty without a delegation, and when its time is over: nobody could read what it signed. */
    Optional<DirectorySigner> signer(Instant now) {
        return signer().filter(hand -> now.isBefore(hand.delegation().notAfter()));
    }

    /** The hand that signs in the highest term of this hub; empty without a delegation. */
    private synchronized Optional<DirectorySigner> signer() {
        if (anchor().isEmpty()) {
            return Optional.empty();
        }
        if (signer == null) {
            signer = store.newest()
                    .flatMap(row -> row.delegation().map(delegation -> signer(row, delegation)))
                    .orElse(null);
        }
        return Optional.ofNullable(signer);
    }

    /** The delegation under which this hub signs. */
    public Optional<Delegation> delegation() {
        return signer().map(DirectorySigner::delegation);
    }

    @Override
    public Optional<byte[]> signedFor(Wwwroot member) {
        return anchor().map(anchor -> anchor.signedFor(
                member, engine, identity.wwwroot(), identity.current().ed25519()));
    }

    @Override
    public List<String> founded(Network network) {
        anchor();
        return rootStillHere()
                .map(file -> List.of("The network's root key is in " + file + ". Move this file to a safe place offline"
                        + " (and a copy to a second one): whoever has it can take over the network, and without it no"
                        + " standby hub can be prepared."))
                .orElse(List.of());
    }

    /** The file with the private root key, while it still lies in the data directory. */
    public Optional<Path> rootStillHere() {
        return rootFile.present().isPresent() ? Optional.of(rootFile.file()) : Optional.empty();
    }

    /**
     * Renews the delegation of the present term with the root key.
     *
     * @param root where the root key is at the moment
     * @throws IllegalArgumentException when that is not this network's root key
     */
    public synchronized Delegation renew(Path root, String actor) {
        DirectoryAnchor anchor = anchor().orElseThrow(() -> new IllegalStateException("This site leads no network."));
        Ed25519PrivateKey key = rootKey(root, anchor);
        DirectorySigner present =
                signer().orElseThrow(() -> new IllegalStateException("This hub has no mandate that could be renewed."));
        Delegation renewed = delegate(
                key,
                anchor.network(),
                identity.wwwroot(),
                present.delegation().key(),
                present.delegation().term());
        store.delegate(renewed);
        signer = null;
        audit.record(AuditEvent.done("directory.mandate-renewed", actor)
                .with("term", String.valueOf(renewed.term()))
                .with("until", renewed.notAfter().toString()));
        return renewed;
    }

    /** The key with which this hub will sign in a later term, made where it is missing; only its public half leaves. */
    public synchronized Ed25519PublicKey prepare(int term) {
        Optional<MandateRow> known = store.of(term);
        if (known.isPresent()) {
            return key(known.get()).publicKey();
        }
        Ed25519PrivateKey own = engine.ed25519().generate();
        store.prepare(term, sealed(own, term), clock.instant());
        return own.publicKey();
    }

    /**
     * Keeps a delegation for a prepared key.
     *
     * @throws IllegalArgumentException when it is for another site, key or term
     */
    public synchronized void accept(Delegation delegation) {
        MandateRow row = store.of(delegation.term())
                .filter(known -> delegation.hub().equals(identity.wwwroot())
                        && key(known).publicKey().equals(delegation.key()))
                .orElseThrow(() -> new IllegalArgumentException("The delegation is not for a key of this hub."));
        store.delegate(delegation);
        audit.record(AuditEvent.done("directory.mandate-received", "system")
                .with("term", String.valueOf(row.term()))
                .with("until", delegation.notAfter().toString()));
        signer = null;
    }

    /** The delegation of the highest term, whether or not this site leads. */
    public Optional<Delegation> highest() {
        return store.newest().flatMap(MandateRow::delegation).map(Mandate::decoded);
    }

    /**
     * Lets another hub sign in a later term, with the root key.
     *
     * @throws IllegalArgumentException when that is not this network's root key
     */
    public Delegation delegateTo(Path root, Wwwroot hub, Ed25519PublicKey key, int term) {
        DirectoryAnchor anchor = anchor().orElseThrow(() -> new IllegalStateException("This site leads no network."));
        return delegate(rootKey(root, anchor), anchor.network(), hub, key, term);
    }

    static Ed25519PrivateKey rootKey(Path file, DirectoryAnchor anchor) {
        Ed25519PrivateKey key = RootKeyFile.read(file)
                .orElseThrow(() -> new IllegalArgumentException("There is no file " + file + "."));
        if (!key.publicKey().equals(anchor.root())) {
            throw new IllegalArgumentException(file + " is the root key of another network.");
        }
        return key;
    }

    /** Root key, this hub's key, delegation; the file comes first, so that a second attempt finds it. */
    private Ed25519PublicKey begin(Network network) {
        Ed25519PrivateKey root = rootFile.presentOrNew();
        Ed25519PrivateKey own = engine.ed25519().generate();
        Delegation delegation = delegate(root, network.id(), identity.wwwroot(), own.publicKey(), FIRST_TERM);
        store.begin(root.publicKey(), sealed(own, FIRST_TERM), delegation, clock.instant());
        audit.record(AuditEvent.done("directory.root-made", "system")
                .with("network", network.id())
                .with("file", rootFile.file().toString()));
        return root.publicKey();
    }

    private Delegation delegate(Ed25519PrivateKey root, String network, Wwwroot hub, Ed25519PublicKey key, int term) {
        Instant now = clock.instant();
        return Delegation.sign(
                engine,
                root,
                network,
                hub,
                key,
                term,
                now.minus(Duration.ofMinutes(5)),
                now.plus(Duration.ofDays(config.mandate())));
    }

    private byte[] sealed(Ed25519PrivateKey key, int term) {
        return sealer.seal(context(term), key.seed());
    }

    private DirectorySigner signer(MandateRow row, byte[] delegation) {
        return new DirectorySigner(engine, key(row), decoded(delegation));
    }

    private Ed25519PrivateKey key(MandateRow row) {
        return sealer.open(context(row.term()), row.sealedKey())
                .map(Ed25519PrivateKey::ofSeed)
                .orElseThrow(() -> new IllegalStateException(
                        "The directory key of term " + row.term() + " cannot be opened with this node's master key."));
    }

    private static Delegation decoded(byte[] delegation) {
        try {
            return Delegation.decode(delegation);
        } catch (DirectoryRefusedException broken) {
            throw new IllegalStateException("The stored delegation cannot be read: " + broken.sentence(), broken);
        }
    }

    private String context(int term) {
        return "directory-key:" + identity.wwwroot() + ":" + term;
    }
}
