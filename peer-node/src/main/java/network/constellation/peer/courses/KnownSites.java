package network.constellation.peer.courses;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.PeriodicTask;
import network.constellation.peer.outbound.PeerClient;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.Services;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.courses.CallingUser;
import network.constellation.protocol.method.courses.CatalogEntry;
import network.constellation.protocol.method.courses.CatalogQuestion;
import network.constellation.protocol.method.courses.CourseMethods;
import network.constellation.protocol.method.courses.PublishflowMethods;
import network.constellation.protocol.method.status.StatusAnswer;

/**
 * What other sites are in the publishing network and what their catalogs show, asked now and then and kept with its age
 * (courses-and-certificates.md 3.4). A site that does not answer keeps what it last told.
 */
@Singleton
public final class KnownSites implements PeriodicTask {
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_SHELVES = 20_000;

    private final Peers peers;
    private final Services services;
    private final PeerClient client;
    private final SitesStore store;
    private final CoursesConfig config;
    private final Wwwroot self;
    private final Clock clock;

    @Inject
    KnownSites(
            Peers peers,
            Services services,
            PeerClient client,
            SitesStore store,
            CoursesConfig config,
            Wwwroot self,
            Clock clock) {
        this.peers = peers;
        this.services = services;
        this.client = client;
        this.store = store;
        this.config = config;
        this.self = self;
        this.clock = clock;
    }

    /** By address. */
    public List<KnownSite> all() {
        return store.sites().stream()
                .filter(site -> peers.find(site.peer()).filter(Peer::isApproved).isPresent())
                .toList();
    }

    public List<KnownSite> with(NodeRole role) {
        return all().stream().filter(site -> site.roles().has(role)).toList();
    }

    public Optional<KnownSite> find(Wwwroot peer) {
        return all().stream().filter(site -> site.peer().equals(peer)).findFirst();
    }

    /** Asks every site with which the service is agreed, one after the other. */
    public void refresh() {
        List<String> asked = new ArrayList<>();
        for (Peer peer : peers.list()) {
            if (peer.isApproved() && services.table().subscribes(peer.wwwroot(), PublishflowMethods.SERVICE)) {
                asked.add(peer.wwwroot().value());
                refresh(peer);
            }
        }
        store.forgetAllBut(asked);
    }

    /** @return the site as it is now known */
    public Optional<KnownSite> refresh(Wwwroot peer) {
        peers.find(peer).filter(Peer::isApproved).ifPresent(this::refresh);
        return find(peer);
    }

    private void refresh(Peer peer) {
        try {
            StatusAnswer answer = client.call(
                    peer,
                    PublishflowMethods.standard().updatePlatforms(),
                    new CallingUser("", self.value(), self.value()));
            NodeRoles roles = answer.isSuccess() ? NodeRoles.parse(answer.text("node")) : NodeRoles.of();
            List<KnownSite.Shelf> shelves =
                    answer.field("content").map(SitesStore.SHELVES::decode).orElse(List.of());
            List<CatalogEntry> entries = peer.application() == Application.CONSTELLATION && roles.has(NodeRole.CATALOG)
                    ? entries(peer)
                    : List.of();
            store.told(
                    peer.wwwroot(), roles, shelves.subList(0, Math.min(shelves.size(), MOST_SHELVES)), clock.instant());
            store.entries(peer.wwwroot(), entries);
        } catch (UnreachableException unreachable) {
            store.silent(peer.wwwroot(), unreachable.why());
        } catch (Fault refused) {
            store.silent(peer.wwwroot(), "fault " + refused.code() + ": " + refused.text());
        } catch (ShapeException malformed) {
            store.silent(peer.wwwroot(), String.valueOf(malformed.getMessage()));
        }
    }

    private List<CatalogEntry> entries(Peer peer) {
        List<CatalogEntry> entries = new ArrayList<>();
        CatalogQuestion.Page page;
        do {
            page = client.call(
                    peer, CourseMethods.CATALOG, new CatalogQuestion("", entries.size(), CatalogQuestion.MOST));
            entries.addAll(page.entries());
        } while (!page.entries().isEmpty() && entries.size() < Math.min(page.total(), MOST_ENTRIES));
        return entries;
    }

    @Override
    public String name() {
        return "courses.look";
    }

    @Override
    public Duration every() {
        return config.lookEvery();
    }

    @Override
    public void run() {
        refresh();
    }
}
