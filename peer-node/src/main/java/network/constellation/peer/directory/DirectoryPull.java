package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.TenantEntry;
import network.constellation.peer.tenant.TenantException;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryAnchor;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.directory.DirectoryVersion;
import network.constellation.protocol.directory.Refusal;
import network.constellation.protocol.directory.SuspensionList;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.directory.Applied;
import network.constellation.protocol.method.directory.DirectoryAnswer;
import network.constellation.protocol.method.directory.DirectoryMethods;
import network.constellation.protocol.method.directory.DirectoryQuestion;

/** One question to the hub, or to another member, in the name of a tenant; what comes is verified and stored. */
@Singleton
final class DirectoryPull {
    /** What a hub of an earlier version answers, which knows no directory. */
    private static final int UNKNOWN_METHOD = 7012;

    private final DirectoryCache cache;
    private final Tenants tenants;
    private final CryptoEngine engine;

    @Inject
    DirectoryPull(DirectoryCache cache, Tenants tenants, CryptoEngine engine) {
        this.cache = cache;
        this.tenants = tenants;
        this.engine = engine;
    }

    /** Whether there is a tenant that has to ask: not where the only one is the hub. */
    boolean isWanted(String network) {
        return !askers(network).isEmpty();
    }

    /** The members here that are enabled; the hub, should it live here too, asks nobody. */
    List<TenantRow> askers(String network) {
        List<TenantRow> able = new ArrayList<>();
        for (TenantRow row : cache.tenantsOf(network)) {
            Optional<TenantEntry> entry = tenants.entry(row.tenant());
            if (!row.leads() && entry.filter(TenantEntry::isEnabled).isPresent()) {
                able.add(row);
            }
        }
        return able;
    }

    /**
     * Asks the hub, in the name of one tenant after the other until one is answered.
     *
     * @return why it failed; empty when the hub answered as it must
     */
    Optional<String> fromHub(String network, Duration timeout) {
        String why = "no site here may ask";
        for (TenantRow row : askers(network)) {
            try (TenantLease lease = tenants.open(row.tenant())) {
                Optional<Peer> hub = lease.get(Peers.class).hub();
                if (hub.isEmpty()) {
                    why = row.tenant() + " has no hub";
                    continue;
                }
                ask(lease, network, row, hub.get(), timeout);
                return Optional.empty();
            } catch (Fault fault) {
                if (fault.code() == UNKNOWN_METHOD) {
                    cache.publishesNone(network);
                    return Optional.empty();
                }
                why = "the hub answered " + row.tenant() + " with fault " + fault.code() + ": " + fault.text();
            } catch (UnreachableException silent) {
                // Another tenant of this process would not reach it either.
                return Optional.of("the hub did not answer: " + silent.why());
            } catch (DirectoryRefusedException refused) {
                return Optional.of(refused.refusal().label() + ": " + refused.sentence());
            } catch (TenantException closed) {
                why = closed.getMessage() == null ? "closed" : closed.getMessage();
            }
        }
        return Optional.of(why);
    }

    private void ask(TenantLease lease, String network, TenantRow row, Peer hub, Duration timeout)
            throws DirectoryRefusedException {
        PeerClient client = lease.get(PeerClient.class);
        try {
            DirectoryAnswer answer = client.callOnce(hub, DirectoryMethods.FETCH, question(network), timeout);
            pin(network, row, hub, answer);
            try {
                document(network, answer);
            } catch (DirectoryRefusedException misfit) {
                if (answer.kind() != DirectoryAnswer.Kind.DELTA || !isMisfit(misfit.refusal())) {
                    throw misfit;
                }
                // The delta does not fit what is held here: the whole does.
                document(network, client.callOnce(hub, DirectoryMethods.FETCH, wholeQuestion(network), timeout));
            }
            if (answer.suspensions().isPresent()) {
                cache.suspensions(network, answer.suspensions().get());
            }
        } catch (DirectoryRefusedException refused) {
            lease.get(Audit.class)
                    .record(AuditEvent.refused(
                                    DirectoryEvents.REFUSED,
                                    hub.wwwroot().value(),
                                    refused.refusal().label())
                            .peer(hub.wwwroot().value())
                            .with("sentence", refused.sentence()));
            throw refused;
        }
    }

    private static boolean isMisfit(Refusal refusal) {
        return refusal == Refusal.WRONG_BASE || refusal == Refusal.MIXED_VERSIONS;
    }

    /** The root key for those who joined before there was one to pin: the hub signs it for this very member. */
    private void pin(String network, TenantRow row, Peer hub, DirectoryAnswer answer) throws DirectoryRefusedException {
        if (answer.anchor().isEmpty() || cache.required(network).anchor().isPresent()) {
            return;
        }
        ModernKeys keys = hub.identity()
                .modern()
                .orElseThrow(() -> new DirectoryRefusedException(
                        Refusal.WRONG_SIGNER, "The hub has no modern keys to vouch for the root key with."));
        DirectoryAnchor anchor =
                DirectoryAnchor.open(answer.anchor().get(), engine, row.tenant(), hub.wwwroot(), keys.ed25519());
        if (!anchor.network().equals(network)) {
            throw new DirectoryRefusedException(Refusal.WRONG_NETWORK, "The root key is that of another network.");
        }
        cache.pin(anchor);
    }

    private void document(String network, DirectoryAnswer answer) throws DirectoryRefusedException {
        if (answer.document().isPresent()) {
            byte[] document = answer.document().get();
            var unused = answer.kind() == DirectoryAnswer.Kind.DELTA
                    ? cache.merged(network, document)
                    : cache.received(network, document);
        }
    }

    private DirectoryQuestion question(String network) {
        Held held = cache.required(network);
        Optional<Directory> directory = held.directory();
        return new DirectoryQuestion(
                directory.map(Directory::version).orElse(DirectoryVersion.NONE),
                directory.map(now -> now.header().issued()).orElse(Instant.EPOCH),
                directory.map(now -> now.header().rootHash()),
                held.listSequence(),
                held.list().map(SuspensionList::issued).orElse(Instant.EPOCH),
                held.anchor().isPresent(),
                software(),
                cache.tenantsOf(network).stream()
                        .map(row -> new Applied(row.tenant().value(), row.applied(), row.missing(), row.note()))
                        .toList());
    }

    private DirectoryQuestion wholeQuestion(String network) {
        return DirectoryQuestion.first(cache.required(network).anchor().isPresent(), software());
    }

    /** Name and version, as the hub lists it. */
    static String software() {
        String version = DirectoryPull.class.getPackage().getImplementationVersion();
        return "Constellation " + (version == null ? "development" : version);
    }

    /**
     * Asks another member for the suspension list that it holds: whoever signed it, it is the hub's.
     *
     * @return whether it had a newer one
     */
    boolean listFrom(TenantLease lease, String network, Peer member, Duration timeout) {
        try {
            Optional<byte[]> list = lease.get(PeerClient.class)
                    .callOnce(member, DirectoryMethods.SUSPENSIONS, Nothing.NOTHING, timeout)
                    .list();
            Optional<Instant> before = issued(network);
            if (list.isEmpty()) {
                return false;
            }
            cache.suspensions(network, list.get());
            return !before.equals(issued(network));
        } catch (Fault | UnreachableException | DirectoryRefusedException nothing) {
            // Another member may have it; who holds an older one is no offender.
            return false;
        }
    }

    private Optional<Instant> issued(String network) {
        return cache.required(network).list().map(SuspensionList::issued);
    }
}
