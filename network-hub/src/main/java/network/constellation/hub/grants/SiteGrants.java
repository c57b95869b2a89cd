package network.constellation.hub.grants;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.administration.GrantMethods;
import network.constellation.protocol.method.administration.HeldGrant;

/** Asks sites what they let this hub order, and remembers the answer for the time when one is silent. */
@Singleton
public final class SiteGrants {
    /** Nobody waits longer for a site that is silent. */
    private static final Duration WITHIN = Duration.ofSeconds(5);

    private static final int MOST = 100;
    private static final int LONGEST_OPERATION = 64;
    private static final int LONGEST_PATTERN = 200;

    private final Registry registry;
    private final Peers peers;
    private final PeerClient client;
    private final SiteGrantsStore store;
    private final Clock clock;

    @Inject
    SiteGrants(Registry registry, Peers peers, PeerClient client, SiteGrantsStore store, Clock clock) {
        this.registry = registry;
        this.peers = peers;
        this.client = client;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What a site says now, or said last.
     *
     * @param told empty: it never told
     * @param problem why it could not be asked now; empty: it could
     */
    public record Asked(Optional<ToldGrants> told, String problem) {}

    /** Asks the site now; what it said before stands in for a site that does not answer. */
    public Asked ask(Wwwroot site) {
        Optional<Peer> member = registry.find(site).flatMap(known -> peers.find(site));
        if (member.isEmpty()) {
            return new Asked(Optional.empty(), site + " is not a member of this network.");
        }
        try {
            List<HeldGrant> grants =
                    client.callOnce(member.get(), GrantMethods.GRANTS, Nothing.NOTHING, WITHIN).stream()
                            .limit(MOST)
                            .map(SiteGrants::bounded)
                            .toList();
            ToldGrants told = new ToldGrants(site, clock.instant(), grants);
            store.save(told);
            return new Asked(Optional.of(told), "");
        } catch (Fault | UnreachableException silent) {
            return new Asked(store.find(site), String.valueOf(silent.getMessage()));
        }
    }

    /** Grants of {@code told} that are open still. */
    public List<HeldGrant> open(ToldGrants told) {
        Instant now = clock.instant();
        return told.grants().stream()
                .filter(grant -> grant.until().filter(end -> !end.isAfter(now)).isEmpty())
                .toList();
    }

    /** A site may say anything: no more than fits. */
    private static HeldGrant bounded(HeldGrant said) {
        return new HeldGrant(
                plain(said.operation(), LONGEST_OPERATION),
                plain(said.only(), LONGEST_PATTERN),
                Math.max(0, said.maxBytes()),
                said.readOnly(),
                said.since(),
                said.until());
    }

    private static String plain(String said, int longest) {
        String text = said.replaceAll("\\p{Cntrl}", " ").strip();
        return text.substring(0, Math.min(text.length(), longest));
    }
}
