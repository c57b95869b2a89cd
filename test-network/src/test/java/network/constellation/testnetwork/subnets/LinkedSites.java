package network.constellation.testnetwork.subnets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.LinkCheck;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.Members;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.ServiceGrant;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.directory.strategy.ServiceMatrix;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;

/** A hub and sites that belong to no sub-network yet. */
final class LinkedSites implements AutoCloseable {
    final TestNetwork network;
    final List<TestSite> sites = new ArrayList<>();

    LinkedSites(Path folder, String... names) {
        network = TestNetwork.found(folder);
        for (String name : names) {
            sites.add(admit(name));
        }
    }

    /** A site with the policy "hub only". */
    TestSite admit(String name) {
        TestSite site = network.site(name);
        String line = network.hub()
                .get(Invitations.class)
                .invite("", Optional.empty(), TestNetwork.ACTOR)
                .line();
        assertThat(TestNetwork.join(site, line).state()).isEqualTo(JobView.State.DONE);
        return site;
    }

    SubNetworks subNetworks() {
        return network.hub().get(SubNetworks.class);
    }

    Members members() {
        return network.hub().get(Members.class);
    }

    LinkCheck check() {
        return network.hub().get(LinkCheck.class);
    }

    /** A new sub-network of exactly these, when all its links are whole and these follow the directory. */
    int subnetwork(TestSite... inside) {
        int number =
                subNetworks().create(Optional.empty(), "", TestNetwork.ACTOR).number();
        for (TestSite site : inside) {
            subNetworks().join(number, site.wwwroot(), TestNetwork.ACTOR);
        }
        awaitWhole();
        network.awaitFollowed(inside);
        return number;
    }

    /** Nobody is in any sub-network any more. */
    void apart() {
        sites.forEach(site -> members().policyHub(site.wwwroot(), TestNetwork.ACTOR));
        awaitWhole();
    }

    /** Until no end is missing or to be withdrawn. */
    void awaitWhole() {
        TestNetwork.await(() -> subNetworks().links().stream().noneMatch(LinkEnd::isOpen)
                && subNetworks().hubLinks().stream().noneMatch(LinkEnd::isOpen));
    }

    /** What one site holds towards another. */
    static ServiceMatrix held(TestSite at, TestSite about) {
        ServiceMatrix held = ServiceMatrix.NONE;
        for (ServiceGrant row :
                at.get(Services.class).table().rows(about.wwwroot().value())) {
            held = held.with(row.service(), row.publish(), row.subscribe());
        }
        return held;
    }

    /** Peers that are served, beside the hub. */
    static List<String> siblings(TestSite at) {
        return at.get(network.constellation.peer.peers.Peers.class).list().stream()
                .filter(peer -> peer.isApproved() && !peer.hub())
                .map(peer -> peer.wwwroot().value())
                .toList();
    }

    static boolean knowEachOther(TestSite one, TestSite other) {
        return one.peer(other).filter(Peer::isApproved).isPresent()
                && other.peer(one).filter(Peer::isApproved).isPresent();
    }

    @Override
    public void close() {
        network.close();
    }
}
