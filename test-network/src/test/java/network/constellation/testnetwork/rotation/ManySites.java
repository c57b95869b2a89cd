package network.constellation.testnetwork.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.constellation.hub.registry.Invitations;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.subnets.Membership;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.testnetwork.TestNetwork;
import network.constellation.testnetwork.TestSite;

/** Many sites in few processes' worth of nodes: each node hosts several tenants, reached through the node's one link. */
final class ManySites implements AutoCloseable {
    private final TestNetwork network;
    private final List<TestSite> nodes = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();

    /** One tenant. */
    record Site(TestSite node, Wwwroot wwwroot, TenantLease lease) {
        <T> T get(Class<T> type) {
            return lease.get(type);
        }

        int generation() {
            return get(SiteIdentity.class).current().generation();
        }
    }

    ManySites(TestNetwork network) {
        this.network = network;
    }

    List<Site> all() {
        return List.copyOf(sites);
    }

    List<TestSite> nodes() {
        return List.copyOf(nodes);
    }

    /** A node with tenants that join these sub-networks, one after the other. */
    void node(String name, List<Integer> subnetworks) {
        TestSite node = network.site(name);
        nodes.add(node);
        List<UUID> jobs = new ArrayList<>();
        List<Site> added = new ArrayList<>();
        for (int i = 0; i < subnetworks.size(); i++) {
            Wwwroot wwwroot = Wwwroot.of(
                    "http://" + name + "-" + i + ".localhost:" + node.link().port());
            node.node().tenants().add(wwwroot, "Site " + name + "-" + i);
            Site site = new Site(node, wwwroot, node.node().tenants().open(wwwroot));
            String invitation = network.hub()
                    .get(Invitations.class)
                    .invite("", Optional.of(subnetworks.get(i)), TestNetwork.ACTOR)
                    .line();
            jobs.add(site.get(Membership.class).join(invitation, TestNetwork.ACTOR));
            added.add(site);
        }
        for (int i = 0; i < added.size(); i++) {
            JobView job = added.get(i).get(Jobs.class).await(jobs.get(i), TestNetwork.PATIENCE.multipliedBy(5));
            if (job.state() != JobView.State.DONE) {
                throw new AssertionError(added.get(i).wwwroot() + " did not join: " + job);
            }
        }
        sites.addAll(added);
    }

    @Override
    public void close() {
        sites.forEach(site -> site.lease().close());
    }
}
