package network.constellation.app.demo;

import static network.constellation.app.demo.Tour.require;

import java.util.ArrayList;
import java.util.List;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.founding.Network;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerTerms;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.peers.SuiteChoice;
import network.constellation.peer.platform.Platform;
import network.constellation.protocol.method.Nothing;
import network.constellation.protocol.method.system.SystemMethods;

/** Founding, joining, being introduced, and calling each other. */
final class NetworkSteps {
    private final DemoWorld world;

    NetworkSteps(DemoWorld world) {
        this.world = world;
    }

    String found() {
        DemoSite hub = world.found();
        Network network = hub.get(Founding.class).required();
        return "network \"" + network.name() + "\", id " + network.id().substring(0, 8) + "…";
    }

    String join() {
        List<String> said = new ArrayList<>();
        for (String key : DemoWorld.KEYS) {
            DemoSite site = world.join(key);
            String here = Fingerprint.of(
                            site.get(SiteIdentity.class).published(), network().id())
                    .hex();
            Peers hubPeers = world.site("hub").get(Peers.class);
            // On data of an earlier run the site may have newer keys, of which the hub learns when it calls.
            world.site("hub")
                    .get(PeerClient.class)
                    .call(hubPeers.require(site.wwwroot()), SystemMethods.LIST_SERVICES, Nothing.NOTHING);
            Peer atHub = hubPeers.require(site.wwwroot());
            String there = Fingerprint.of(atHub.identity(), network().id()).hex();
            require(here.equals(there), "The hub sees another fingerprint of " + site.name());
            said.add(key + " " + here.substring(0, 8));
        }
        List<Member> members = world.site("hub").get(Registry.class).members();
        require(members.size() == 4, "The hub has " + members.size() + " members instead of 4");
        return "4 sites admitted, same fingerprint at both ends: " + String.join(", ", said);
    }

    private Network network() {
        return world.site("hub").get(Founding.class).required();
    }

    String introduced() {
        int ends = world.awaitLinks().size();
        for (DemoSite one : peers()) {
            for (DemoSite other : peers()) {
                if (one != other && DemoWorld.linked(one.key(), other.key())) {
                    Peer known = one.get(Peers.class).require(other.wwwroot());
                    require(known.isApproved(), one.name() + " does not serve " + other.name());
                }
            }
        }
        return "two sub-networks of 3 sites, " + ends + " link ends confirmed";
    }

    String people() {
        world.people();
        world.activity();
        int users = DemoWorld.LOGINS.size();
        require(
                world.site("a").get(Platform.class).users().findLocal("alice").isPresent(),
                "alice has no account at Aster Authors");
        return users + " accounts, " + DemoWorld.WEEKS + " weeks of generated activity";
    }

    String modernCalls() {
        return calls(Suite.MODERN);
    }

    /** The same calls as real Moodles would make them, by both administrators' wish; then back to the best suite. */
    String legacyCalls() {
        choose(SuiteChoice.LEGACY);
        try {
            return calls(Suite.LEGACY);
        } finally {
            choose(SuiteChoice.AUTO);
        }
    }

    private String calls(Suite suite) {
        int calls = 0;
        for (DemoSite caller : world.all()) {
            for (DemoSite callee : world.all()) {
                if (caller != callee && hasLink(caller, callee)) {
                    Peer peer = caller.get(Peers.class).require(callee.wwwroot());
                    require(
                            peer.callSuite() == suite,
                            caller.name() + " would call " + callee.name() + " in "
                                    + peer.callSuite().label());
                    require(
                            !caller.get(PeerClient.class)
                                    .call(peer, SystemMethods.LIST_SERVICES, Nothing.NOTHING)
                                    .isEmpty(),
                            callee.name() + " offers nothing to " + caller.name());
                    calls++;
                }
            }
        }
        return calls + " signed and encrypted calls over every link, suite " + suite.label();
    }

    private void choose(SuiteChoice choice) {
        for (DemoSite site : world.all()) {
            Peers peers = site.get(Peers.class);
            for (DemoSite other : world.all()) {
                if (site != other && hasLink(site, other)) {
                    PeerTerms terms = peers.require(other.wwwroot()).terms();
                    peers.setTerms(
                            other.wwwroot(),
                            new PeerTerms(
                                    terms.name(),
                                    terms.application(),
                                    choice,
                                    terms.allowed(),
                                    terms.allowHttp(),
                                    terms.network()),
                            "tour");
                }
            }
        }
    }

    private List<DemoSite> peers() {
        return DemoWorld.KEYS.stream().map(world::site).toList();
    }

    /** The hub has one to every site. */
    private static boolean hasLink(DemoSite one, DemoSite other) {
        return one.key().equals("hub") || other.key().equals("hub") || DemoWorld.linked(one.key(), other.key());
    }
}
