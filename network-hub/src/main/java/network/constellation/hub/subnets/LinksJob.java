package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.PeersException;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/**
 * Brings every end of every link to what is wanted: tells the site, notes its yes. Each end stands for itself, so a
 * site that is down holds up nobody else; the job ends when all have confirmed and tries the others again with back-off
 * until then.
 */
public final class LinksJob implements JobKind<LinksState> {
    private final SubNetworksStore store;
    private final Registry registry;
    private final Peers peers;
    private final LinkRoads roads;
    private final Founding founding;

    @Inject
    LinksJob(SubNetworksStore store, Registry registry, Peers peers, LinkRoads roads, Founding founding) {
        this.founding = founding;
        this.store = store;
        this.registry = registry;
        this.peers = peers;
        this.roads = roads;
    }

    @Override
    public String name() {
        return "subnet-links";
    }

    @Override
    public Class<LinksState> stateType() {
        return LinksState.class;
    }

    @Override
    public List<NamedStep<LinksState>> steps() {
        return List.of(JobKind.step("tell", this::tell));
    }

    @Override
    public RetryPolicy retries() {
        return new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 10_000);
    }

    private LinksState tell(JobContext job, LinksState state) {
        List<LinkEnd> open = store.open();
        Set<Wwwroot> silent = new HashSet<>();
        int confirmed = 0;
        int failed = 0;
        for (LinkEnd end : open) {
            job.checkCancelled();
            if (silent.contains(end.at()) || !confirmed(job, end, silent)) {
                failed++;
            } else {
                confirmed++;
            }
            job.progress(100 * confirmed / open.size(), confirmed + "/" + open.size());
        }
        if (failed > 0) {
            throw new LinksMissing(failed, open.size());
        }
        return new LinksState(state.confirmed() + confirmed);
    }

    private boolean confirmed(JobContext job, LinkEnd end, Set<Wwwroot> silent) {
        try {
            Peer site = peers.require(end.at());
            LinkRoad road = roads.to(
                    registry.find(end.at()).orElseThrow(() -> new NoSuchElementException(end.at() + " is no member")));
            if (end.state() == LinkEnd.State.LEAVING) {
                road.dismiss(site, new LinkEnding(end.about(), end.subnetwork(), true));
            } else {
                road.introduce(site, wish(end));
            }
            store.confirmed(end, job.now());
            return true;
        } catch (UnreachableException unreachable) {
            silent.add(end.at());
            store.failed(end, String.valueOf(unreachable.getMessage()), job.now());
            return false;
        } catch (Fault refused) {
            store.failed(end, "fault " + refused.code() + ": " + refused.text(), job.now());
            return false;
        } catch (PeersException | NoSuchElementException unknown) {
            // Admission has not got as far yet, or the member was removed: the others must not wait for it.
            store.failed(end, String.valueOf(unknown.getMessage()), job.now());
            return false;
        }
    }

    private LinkWish wish(LinkEnd end) {
        Member about =
                registry.find(end.about()).orElseThrow(() -> new NoSuchElementException(end.about() + " is no member"));
        // The keys as they are today, not as they were at admission.
        PublicIdentity identity = peers.require(end.about()).identity();
        String name = store.find(end.subnetwork()).map(SubNetwork::name).orElse("");
        List<String> services = MeshServices.with(store.servicesBetween(end.at(), end.about()));
        return new LinkWish(
                end.subnetwork(),
                name,
                about.wwwroot(),
                about.name(),
                about.application(),
                identity,
                Fingerprint.of(identity, founding.required().id()),
                ServiceMatrix.bothWays(services));
    }

    /** Some ends have not confirmed; the job comes back to them. */
    static final class LinksMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LinksMissing(int missing, int of) {
            super(missing + " of " + of + " link ends are still missing", null, false, false);
        }
    }
}
