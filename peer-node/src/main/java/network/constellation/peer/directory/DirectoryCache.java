package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.peer.directory.DirectoryStore.NetworkRow;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryAnchor;
import network.constellation.protocol.directory.DirectoryHeader;
import network.constellation.protocol.directory.DirectoryReader;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.Refusal;
import network.constellation.protocol.directory.SuspensionList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Directory and suspension list of each network that a tenant of this process belongs to: read once from the node's
 * database and verified again, then answered from memory. Whatever is new is durable before anybody goes by it.
 */
@Singleton
final class DirectoryCache {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryCache.class);
    /** A directory that was only signed again is written this often: nothing is lost but so much of its life. */
    private static final Duration REWRITTEN = Duration.ofMinutes(10);

    private final DirectoryStore store;
    private final CryptoEngine engine;
    private final Clock clock;
    private final Map<String, Instant> writtenIssue = new HashMap<>();
    private volatile @Nullable Map<String, Held> networks;
    private volatile Map<String, TenantRow> tenants = Map.of();

    @Inject
    DirectoryCache(DirectoryStore store, CryptoEngine engine, Clock clock) {
        this.store = store;
        this.engine = engine;
        this.clock = clock;
    }

    /** What is held of a network; null when no tenant here belongs to it. */
    @Nullable
    Held held(String network) {
        return networks().get(network);
    }

    Held required(String network) {
        Held held = held(network);
        if (held == null) {
            throw new IllegalStateException("No site of this node belongs to the network " + network + ".");
        }
        return held;
    }

    /** Those that a tenant here belongs to. */
    List<String> names() {
        return List.copyOf(networks().keySet());
    }

    /** Where a tenant stands; null when it belongs to no network. */
    @Nullable
    TenantRow tenant(Wwwroot tenant) {
        var unused = networks();
        return tenants.get(tenant.value());
    }

    /** The tenants of a network, by their addresses. */
    List<TenantRow> tenantsOf(String network) {
        var unused = networks();
        return tenants.values().stream()
                .filter(row -> row.network().equals(network))
                .sorted(java.util.Comparator.comparing(TenantRow::tenant))
                .toList();
    }

    synchronized void belong(Wwwroot tenant, String network, boolean leads) {
        TenantRow known = tenant(tenant);
        if (known == null || !known.network().equals(network) || known.leads() != leads) {
            store.belong(tenant, network, leads, clock.instant());
            networks = null;
        }
    }

    synchronized void leave(Wwwroot tenant) {
        store.forget(tenant);
        networks = null;
    }

    /** @throws IllegalStateException when another root key was pinned before: that one is never replaced */
    synchronized void pin(DirectoryAnchor anchor) {
        Held held = required(anchor.network());
        if (held.anchor().isPresent()) {
            if (!held.anchor().get().equals(anchor)) {
                throw new IllegalStateException("The network " + anchor.network()
                        + " is known here by another root key, which was pinned when this site joined.");
            }
            return;
        }
        store.pin(anchor.network(), anchor.root().raw());
        put(held.with(anchor));
    }

    /**
     * Takes a whole directory.
     *
     * @return whether it is another version than the one held
     */
    synchronized boolean received(String network, byte[] document) throws DirectoryRefusedException {
        Held held = required(network);
        Directory next = reader(held).received(document, held.directory(), clock.instant());
        return accept(held, next);
    }

    /** Takes a delta to the directory held. */
    synchronized boolean merged(String network, byte[] delta) throws DirectoryRefusedException {
        Held held = required(network);
        Directory base = held.directory()
                .orElseThrow(() -> new DirectoryRefusedException(Refusal.WRONG_BASE, "There is no directory here."));
        return accept(held, reader(held).merged(delta, base, clock.instant()));
    }

    /**
     * Takes the directory of a hub that leads in a later term than any seen; from whomever, so the header is verified before
     * anything is done with the rest.
     *
     * @return false when it is of the term held, by the hub that leads in it: told before
     */
    synchronized boolean succession(String network, byte[] document) throws DirectoryRefusedException {
        Held held = required(network);
        DirectoryHeader header = reader(held).headerOf(document).header();
        int term = header.version().term();
        boolean again = held.directory()
                .filter(known -> known.version().term() == term && known.hub().equals(header.hub()))
                .isPresent();
        if (again) {
            return false;
        }
        if (term <= held.newest().term() || term < held.term()) {
            throw new DirectoryRefusedException(
                    Refusal.STALE_TERM,
                    "It was signed in term " + term + "; the network is in term " + held.term() + ".");
        }
        return received(network, document);
    }

    private boolean accept(Held held, Directory next) throws DirectoryRefusedException {
        if (held.newest().isAfter(next.version())) {
            throw new DirectoryRefusedException(
                    next.version().term() < held.newest().term() ? Refusal.STALE_TERM : Refusal.ROLL_BACK,
                    "The directory has version " + next.version() + "; " + held.newest() + " was seen already.");
        }
        boolean other =
                !next.version().equals(held.newest()) || held.directory().isEmpty();
        Instant issue = next.header().issued();
        Instant written = writtenIssue.get(held.network());
        if (other || written == null || written.plus(REWRITTEN).isBefore(issue)) {
            store.document(held.network(), next.version(), next.document());
            writtenIssue.put(held.network(), issue);
        }
        put(held.with(next));
        return other;
    }

    /** @return whether others are suspended than before */
    synchronized boolean suspensions(String network, byte[] encoded) throws DirectoryRefusedException {
        Held held = required(network);
        SuspensionList next = reader(held).suspensions(encoded, held.list(), held.term(), clock.instant());
        if (held.list().isPresent() && held.list().get().equals(next)) {
            return false;
        }
        store.list(network, next.version(), next.encoded());
        put(held.with(next));
        return next.sequence() != held.listSequence();
    }

    /** The hub said, authenticated, that it publishes no directory. */
    synchronized void publishesNone(String network) {
        Held held = required(network);
        if (held.directory().isEmpty()) {
            Instant now = clock.instant();
            store.without(network, now);
            put(held.withoutSince(now));
        }
    }

    /** Writes down how far a tenant has followed. */
    synchronized void follow(Wwwroot tenant, UnaryOperator<TenantRow> change) {
        TenantRow before = tenant(tenant);
        if (before == null) {
            return;
        }
        TenantRow after = change.apply(before);
        if (!after.equals(before)) {
            store.save(after);
            Map<String, TenantRow> next = new HashMap<>(tenants);
            next.put(tenant.value(), after);
            tenants = Map.copyOf(next);
        }
    }

    private DirectoryReader reader(Held held) throws DirectoryRefusedException {
        return new DirectoryReader(
                engine,
                held.anchor()
                        .orElseThrow(() -> new DirectoryRefusedException(
                                Refusal.WRONG_SIGNER, "The root key of the network is not known here yet.")));
    }

    private void put(Held held) {
        Map<String, Held> next = new HashMap<>(networks());
        next.put(held.network(), held);
        networks = Map.copyOf(next);
    }

    private Map<String, Held> networks() {
        Map<String, Held> present = networks;
        return present == null ? load() : present;
    }

    private synchronized Map<String, Held> load() {
        Map<String, Held> present = networks;
        if (present != null) {
            return present;
        }
        Map<String, TenantRow> rows = new HashMap<>();
        store.tenants().forEach(row -> rows.put(row.tenant().value(), row));
        Map<String, Held> loaded = new HashMap<>();
        for (NetworkRow row : store.networks()) {
            if (rows.values().stream().anyMatch(tenant -> tenant.network().equals(row.network()))) {
                loaded.put(row.network(), verified(row));
            }
        }
        tenants = Map.copyOf(rows);
        networks = Map.copyOf(loaded);
        return Map.copyOf(loaded);
    }

    /** A file that was tampered with is as good as none; the version that was seen counts all the same. */
    private Held verified(NetworkRow row) {
        Optional<DirectoryAnchor> anchor = row.root().map(raw -> anchor(row.network(), raw));
        Optional<Directory> directory = Optional.empty();
        Optional<SuspensionList> list = Optional.empty();
        if (anchor.isPresent()) {
            DirectoryReader reader = new DirectoryReader(engine, anchor.get());
            try {
                directory = row.document().isPresent()
                        ? Optional.of(reader.stored(row.document().get()))
                        : Optional.empty();
                list = row.list().isPresent()
                        ? Optional.of(reader.storedSuspensions(row.list().get()))
                        : Optional.empty();
            } catch (DirectoryRefusedException refused) {
                LOG.error("The stored directory of network {} is refused: {}", row.network(), refused.sentence());
            }
        }
        directory.ifPresent(
                held -> writtenIssue.put(row.network(), held.header().issued()));
        return new Held(
                row.network(),
                anchor,
                directory,
                list,
                row.version(),
                row.withoutAt().orElse(row.since()));
    }

    private static DirectoryAnchor anchor(String network, byte[] root) {
        try {
            return new DirectoryAnchor(network, Ed25519PublicKey.of(root));
        } catch (MalformedKeyException broken) {
            throw new IllegalStateException("The pinned root key of network " + network + " is damaged.", broken);
        }
    }
}
