package network.constellation.peer.directory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.directory.DirectoryStore.TenantRow;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.tenant.Tenants;

/**
 * Suspension lists from other members: from the one whose message named a newer list, and, while the hub is silent and the
 * own list grows old, from a few at random. So a suspension reaches whoever is cut off from the hub but not from everybody
 * (protocol-security.md 3).
 */
@Singleton
final class PassedOn {
    /** From when on members are asked instead of a silent hub. */
    static final Duration OLD = Duration.ofMinutes(2);

    private static final int ASKED_AT_ONCE = 3;
    private static final int REMEMBERED = 16;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    /** Nobody may make this site ask more often, whatever numbers he writes into his messages. */
    private static final long NOT_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();

    private final DirectoryCache cache;
    private final DirectoryPull pull;
    private final Tenants tenants;
    private final Clock clock;
    private final Map<String, Map<Wwwroot, Heard>> heard = new ConcurrentHashMap<>();
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();
    private final Map<Wwwroot, Long> lastHeard = new ConcurrentHashMap<>();

    /** Who named which list, to whom of our tenants. */
    private record Heard(Wwwroot tenant, long sequence) {}

    @Inject
    PassedOn(DirectoryCache cache, DirectoryPull pull, Tenants tenants, Clock clock) {
        this.cache = cache;
        this.pull = pull;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @return whether there is something new to ask; false when this peer made us ask just now */
    boolean heard(String network, Wwwroot tenant, Wwwroot peer, long sequence) {
        long now = System.nanoTime();
        Long last = lastHeard.get(peer);
        if (last != null && now - last < NOT_AGAIN_NANOS) {
            return false;
        }
        Map<Wwwroot, Heard> waiting = heard.computeIfAbsent(network, name -> new ConcurrentHashMap<>());
        if (waiting.size() >= REMEMBERED) {
            return false;
        }
        lastHeard.put(peer, now);
        waiting.put(peer, new Heard(tenant, sequence));
        return true;
    }

    /** Asks those who named a newer list, and others when the hub is silent. */
    void round(String network, boolean hubSilent) {
        Map<Wwwroot, Heard> waiting = heard.getOrDefault(network, Map.of());
        for (Map.Entry<Wwwroot, Heard> each : List.copyOf(waiting.entrySet())) {
            waiting.remove(each.getKey());
            if (each.getValue().sequence() > cache.required(network).listSequence()) {
                askOne(network, each.getKey(), each.getValue().tenant());
            }
        }
        if (hubSilent && isOld(network) && isTime(network)) {
            askSome(network);
        }
    }

    private boolean isOld(String network) {
        Held held = cache.required(network);
        Instant since = held.list().map(list -> list.issued()).orElse(held.since());
        return since.plus(OLD).isBefore(clock.instant());
    }

    private boolean isTime(String network) {
        Instant now = clock.instant();
        Instant before = asked.get(network);
        if (before != null && before.plus(PAUSE).isAfter(now) && !before.isAfter(now)) {
            return false;
        }
        asked.put(network, now);
        return true;
    }

    private void askOne(String network, Wwwroot member, Wwwroot tenant) {
        if (tenants.entry(tenant).isEmpty()) {
            return;
        }
        try (TenantLease lease = tenants.open(tenant)) {
            Optional<Peer> peer = lease.get(Peers.class).find(member).filter(Peer::isApproved);
            peer.ifPresent(found -> {
                var unused = pull.listFrom(lease, network, found, TIMEOUT);
            });
        }
    }

    private void askSome(String network) {
        for (TenantRow row : pull.askers(network)) {
            try (TenantLease lease = tenants.open(row.tenant())) {
                List<Peer> others = new ArrayList<>(lease.get(Peers.class).list().stream()
                        .filter(peer -> peer.isApproved() && !peer.hub() && peer.modern() != null)
                        .filter(peer -> peer.terms().network().equals(network))
                        .filter(peer -> !cache.required(network).cutsOff(peer.wwwroot()))
                        .toList());
                Collections.shuffle(others);
                for (Peer other : others.subList(0, Math.min(ASKED_AT_ONCE, others.size()))) {
                    if (pull.listFrom(lease, network, other, TIMEOUT)) {
                        return;
                    }
                }
                if (!others.isEmpty()) {
                    return;
                }
            }
        }
    }
}
