package network.constellation.hub.founding;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;

/** Makes a tenant the hub of a new network, once, and tells every other room of the hub whether there is one. */
@Singleton
public final class Founding {
    private static final int ID_BYTES = 16;
    private static final int MAX_NAME = 200;

    private final FoundingStore store;
    private final CryptoEngine crypto;
    private final Audit audit;
    private final Clock clock;
    private final Provider<Set<AfterFounding>> followers;
    private volatile Optional<Network> network;

    @Inject
    Founding(
            FoundingStore store,
            CryptoEngine crypto,
            Audit audit,
            Clock clock,
            Provider<Set<AfterFounding>> followers) {
        this.followers = followers;
        this.store = store;
        this.crypto = crypto;
        this.audit = audit;
        this.clock = clock;
        this.network = store.find();
    }

    /** The network of this hub; empty at a tenant that is not a hub. */
    public Optional<Network> network() {
        return network;
    }

    /** Leads a network that another hub founded, whose row was taken over. */
    public synchronized Network takenOver() {
        network = store.find();
        return required();
    }

    /** What whoever founded the network has to do next, one sentence each. */
    public List<String> notices() {
        return followers.get().stream()
                .flatMap(follower -> follower.founded(required()).stream())
                .toList();
    }

    /** @throws IllegalStateException at a tenant that is not a hub */
    public Network required() {
        return network.orElseThrow(() -> new IllegalStateException("This site has founded no network."));
    }

    /**
     * Founds a network; a second time gives the first one again, whatever the name.
     *
     * @throws IllegalArgumentException when the name is empty or longer than 200 characters
     */
    public synchronized Network found(String name, String actor) {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException("A network needs a name of 1 to " + MAX_NAME + " characters.");
        }
        if (network.isPresent()) {
            return network.get();
        }
        String id = HexFormat.of().formatHex(crypto.randomBytes(ID_BYTES));
        Network founded =
                store.insertOnce(new Network(id, name.strip(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        audit.record(AuditEvent.done("network.founded", actor).with("network", founded.id()));
        network = Optional.of(founded);
        return founded;
    }
}
