package network.constellation.hub.rotation;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobContext;
import network.constellation.peer.jobs.JobKind;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.PeersException;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.rotation.KeyNews;

/**
 * Tells the sites linked to one site of its next keys. Once: whoever is away finds the new keys at the first call, as the
 * old ones vouch for them.
 */
public final class TellJob implements JobKind<TellWork> {
    private final NetworkSites sites;
    private final Announcements announcements;
    private final RotationCalls calls;

    @Inject
    TellJob(NetworkSites sites, Announcements announcements, RotationCalls calls) {
        this.sites = sites;
        this.announcements = announcements;
        this.calls = calls;
    }

    @Override
    public String name() {
        return "rotation-tell";
    }

    @Override
    public Class<TellWork> stateType() {
        return TellWork.class;
    }

    @Override
    public List<NamedStep<TellWork>> steps() {
        return List.of(JobKind.step("tell", this::tell));
    }

    private TellWork tell(JobContext job, TellWork work) {
        Wwwroot about = Wwwroot.of(work.about());
        for (Wwwroot site : sites.links().getOrDefault(about, Set.of())) {
            job.checkCancelled();
            if (!sites.isLegacy(site)) {
                announcements.news(site, List.of(about)).forEach(news -> tell(site, news));
            }
        }
        return work;
    }

    private void tell(Wwwroot site, KeyNews news) {
        try {
            calls.tell(site, news);
        } catch (UnreachableException | Fault | PeersException away) {
            // See above.
            return;
        }
    }
}
