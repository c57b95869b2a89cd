package network.constellation.peer.connectivity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.method.connectivity.Part;
import network.constellation.protocol.method.connectivity.PartResult;
import network.constellation.protocol.method.connectivity.Ping;
import network.constellation.protocol.method.system.ServiceOffer;

/** What the two ends of a link should know alike: keys, services, release. Asks nobody. */
@Singleton
final class LinkFacts {
    private static final Duration KEY_SOON = Duration.ofDays(7);

    private final SiteIdentity identity;
    private final Services services;

    @Inject
    LinkFacts(SiteIdentity identity, Services services) {
        this.identity = identity;
        this.services = services;
    }

    /** What this site answers to a ping of that peer. */
    Ping ping(Peer caller, String directory) {
        PublicIdentity own = identity.published();
        return new Ping(
                Release.own(),
                Fingerprint.of(own).hex(),
                identity.current().generation(),
                caller.fingerprint(),
                directory,
                List.copyOf(new TreeSet<>(names(caller, ServiceGrant::publish))),
                List.copyOf(new TreeSet<>(names(caller, ServiceGrant::subscribe))));
    }

    PartResult keys(Peer peer, Ping ping, Instant now) {
        if (!ping.yourFingerprint().equals(Fingerprint.of(identity.published()).hex())) {
            return PartResult.warning(
                    Part.KEYS, "old-there", String.valueOf(identity.current().generation()));
        }
        if (!ping.fingerprint().equals(peer.fingerprint())) {
            return PartResult.warning(Part.KEYS, "old-here", String.valueOf(ping.generation()));
        }
        PartResult end = keyEnd(peer, now);
        return end.grade().isTrouble()
                ? end
                : PartResult.good(Part.KEYS, "current", identity.current().generation() + " / " + ping.generation());
    }

    /** Whether the peer's certificate lives for a while. */
    PartResult keyEnd(Peer peer, Instant now) {
        Duration left = Duration.between(now, peer.keyExpires());
        if (left.isNegative()) {
            return PartResult.warning(Part.KEYS, "ended", String.valueOf(-left.toDays()));
        }
        return left.compareTo(KEY_SOON) < 0
                ? PartResult.warning(Part.KEYS, "soon", String.valueOf(left.toDays()))
                : PartResult.good(Part.KEYS, "current", "");
    }

    PartResult services(Peer peer, List<ServiceOffer> offers) {
        return services(
                peer,
                offers.stream()
                        .filter(ServiceOffer::publish)
                        .map(ServiceOffer::name)
                        .collect(Collectors.toSet()),
                offers.stream()
                        .filter(ServiceOffer::subscribe)
                        .map(ServiceOffer::name)
                        .collect(Collectors.toSet()));
    }

    /** What one publishes the other must subscribe, and the reverse (network-admin.md 9, item 6). */
    PartResult services(Peer peer, Set<String> published, Set<String> subscribed) {
        Set<String> different = new TreeSet<>(difference(names(peer, ServiceGrant::publish), subscribed));
        different.addAll(difference(names(peer, ServiceGrant::subscribe), published));
        return different.isEmpty()
                ? PartResult.good(Part.SERVICES, "match", String.valueOf(published.size() + subscribed.size()))
                : PartResult.warning(Part.SERVICES, "differ", String.join(", ", different));
    }

    PartResult version(String other) {
        return Release.fits(Release.own(), other)
                ? PartResult.good(Part.VERSION, "same", other)
                : PartResult.warning(Part.VERSION, "differs", Release.own() + " / " + other);
    }

    private Set<String> names(Peer peer, Predicate<ServiceGrant> wanted) {
        return services.table().shownTo(peer.wwwroot()).stream()
                .filter(wanted)
                .map(ServiceGrant::service)
                .collect(Collectors.toSet());
    }

    private static Set<String> difference(Set<String> one, Set<String> other) {
        Set<String> different = new HashSet<>(one);
        different.addAll(other);
        different.removeIf(name -> one.contains(name) && other.contains(name));
        return different;
    }
}
