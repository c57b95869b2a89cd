package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetwork;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.KeyState;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;

/** Who is in the network, who knows whom, and by which generation. */
@Singleton
final class NetworkSites {
    private final Wwwroot hub;
    private final SiteIdentity identity;
    private final Registry registry;
    private final SubNetworks subNetworks;
    private final Peers peers;

    @Inject
    NetworkSites(Wwwroot hub, SiteIdentity identity, Registry registry, SubNetworks subNetworks, Peers peers) {
        this.hub = hub;
        this.identity = identity;
        this.registry = registry;
        this.subNetworks = subNetworks;
        this.peers = peers;
    }

    Wwwroot hub() {
        return hub;
    }

    boolean isHub(Wwwroot site) {
        return site.equals(hub);
    }

    /** Members that are admitted, by address. */
    List<Wwwroot> members() {
        return registry.members().stream()
                .filter(member -> member.state() == Member.State.ADMITTED)
                .map(Member::wwwroot)
                .toList();
    }

    /** @throws RotationRefused when it names nobody, or somebody who is no member */
    Set<Wwwroot> chosen(RotationScope scope) {
        List<Wwwroot> members = members();
        Set<Wwwroot> chosen = new TreeSet<>();
        if (scope.all()) {
            chosen.addAll(members);
        }
        scope.subnetwork().ifPresent(number -> {
            SubNetwork network = subNetworks
                    .find(number)
                    .orElseThrow(() -> new RotationRefused(
                            "There is no sub-network " + number + "; `hub subnet list` shows those there are."));
            network.members().stream().filter(members::contains).forEach(chosen::add);
        });
        for (Wwwroot site : scope.sites()) {
            if (!members.contains(site) && !isHub(site)) {
                throw new RotationRefused(site + " is no member of this network; `hub peers` lists the members.");
            }
            chosen.add(site);
        }
        if (scope.hub()) {
            chosen.add(hub);
        }
        if (chosen.isEmpty()) {
            throw new RotationRefused(
                    "Nobody to rotate: give addresses, --subnetwork N, --all or --hub, and somebody must be in it.");
        }
        return chosen;
    }

    /** Who knows whom: each site with those it is linked to, the hub with every member. */
    Map<Wwwroot, Set<Wwwroot>> links() {
        Map<Wwwroot, Set<Wwwroot>> links = new TreeMap<>();
        links.put(hub, new TreeSet<>());
        for (Wwwroot member : members()) {
            links.computeIfAbsent(member, key -> new TreeSet<>()).add(hub);
            links.get(hub).add(member);
        }
        for (LinkEnd end : subNetworks.links()) {
            if (end.state() == LinkEnd.State.LINKED && links.containsKey(end.at()) && links.containsKey(end.about())) {
                links.get(end.at()).add(end.about());
            }
        }
        return links;
    }

    /** As the hub knows it; 0 for a site that speaks the legacy suite only. */
    int generation(Wwwroot site) {
        return isHub(site)
                ? identity.current().generation()
                : peers.find(site)
                        .map(peer -> KeyState.generation(peer.identity()))
                        .orElse(0);
    }

    boolean isLegacy(Wwwroot site) {
        return !isHub(site)
                && peers.find(site).filter(peer -> peer.modern() != null).isEmpty();
    }

    Optional<Peer> peer(Wwwroot site) {
        return peers.find(site);
    }
}
