package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.peers.Peer;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.SuspensionList;
import org.jspecify.annotations.Nullable;

/**
 * The word of directory and suspension list on one peer (docs/protocol/directory-members.md). Each call asks,
 * so all it costs are three look-ups in immutable maps and a comparison of numbers.
 */
@Singleton
final class DirectoryStanding implements NetworkStanding {
    private final Wwwroot self;
    private final DirectoryCache cache;
    private final DirectoryRefresh refresh;
    private final PassedOn passedOn;
    private final Clock clock;

    @Inject
    DirectoryStanding(Wwwroot self, DirectoryCache cache, DirectoryRefresh refresh, PassedOn passedOn, Clock clock) {
        this.self = self;
        this.cache = cache;
        this.refresh = refresh;
        this.passedOn = passedOn;
        this.clock = clock;
    }

    @Override
    public @Nullable Fault refusal(Peer peer, Need need) {
        TenantRow row = cache.tenant(self);
        Held held = row == null ? null : cache.held(row.network());
        if (row == null || held == null) {
            return null;
        }
        if (held.cutsOff(peer.wwwroot()) && !peer.wwwroot().equals(self)) {
            return suspended(peer);
        }
        boolean ofTheNetwork = peer.terms().network().equals(held.network());
        if (need == Need.DIRECTORY || row.leads() || !ofTheNetwork || isYoung(held, need)) {
            return null;
        }
        String network = held.network();
        refresh.onDemand(network, () -> !isYoung(cache.required(network), need));
        return tooOld(cache.required(held.network()), peer, need);
    }

    private boolean isYoung(Held held, Need need) {
        long now = clock.millis();
        return !held.isExpired(now) && (need == Need.READ || !held.isListStale(now));
    }

    /** After the attempt to renew it, which may have brought that this peer is suspended. */
    private @Nullable Fault tooOld(Held held, Peer peer, Need need) {
        if (held.cutsOff(peer.wwwroot())) {
            return suspended(peer);
        }
        Instant now = clock.instant();
        if (held.isExpired(now.toEpochMilli())) {
            return new Fault(
                    NetworkStanding.DIRECTORY_EXPIRED,
                    "The network's directory expired here: it is " + words(Duration.between(held.begun(), now))
                            + " old and was good until " + held.expires() + ".",
                    "directory-expired");
        }
        if (need == Need.CHANGE && held.isListStale(now.toEpochMilli())) {
            Instant issued = held.list().map(SuspensionList::issued).orElse(held.begun());
            return new Fault(
                    NetworkStanding.LIST_STALE,
                    "The network's suspension list is too old here for anything but reading: it is "
                            + words(Duration.between(issued, now)) + " old.",
                    "suspension-list-stale");
        }
        return null;
    }

    private static Fault suspended(Peer peer) {
        return new Fault(
                NetworkStanding.SUSPENDED,
                "The network's hub has suspended " + peer.wwwroot() + ".",
                "suspended-by-the-network");
    }

    private static String words(Duration age) {
        long minutes = Math.max(0, age.toMinutes());
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    @Override
    public long suspensionSequence(Peer peer) {
        Held held = shared(peer);
        return held == null ? 0 : held.listSequence();
    }

    @Override
    public void heard(Peer peer, long suspensionSequence) {
        Held held = shared(peer);
        if (held == null) {
            return;
        }
        boolean news = suspensionSequence > held.listSequence() && !held.cutsOff(peer.wwwroot());
        if (peer.hub()) {
            if (news || refresh.isFailing(held.network())) {
                refresh.soon(held.network());
            }
        } else if (news && passedOn.heard(held.network(), self, peer.wwwroot(), suspensionSequence)) {
            refresh.roundSoon();
        }
    }

    private @Nullable Held shared(Peer peer) {
        TenantRow row = cache.tenant(self);
        Held held = row == null ? null : cache.held(row.network());
        return held != null && peer.terms().network().equals(held.network()) ? held : null;
    }
}
