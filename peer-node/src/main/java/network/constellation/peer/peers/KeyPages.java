package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.ring.RingEvent;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;

/** The site's own keys: for machines as bare PEM on the paths of mnet-wire.md 1.1, for administrators as a page. */
@Singleton
final class KeyPages implements Pages {
    static final String PATH = "/admin/keys";
    private static final Class<?> ROOM = KeyPages.class;

    private final SiteIdentity identity;
    private final KeyRotation rotation;
    private final Jobs jobs;

    @Inject
    KeyPages(SiteIdentity identity, KeyRotation rotation, Jobs jobs) {
        this.identity = identity;
        this.rotation = rotation;
        this.jobs = jobs;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(Application.MOODLE.publicKeyPath(), Access.anonymous(), request -> pem())
                .get(Application.MAHARA.publicKeyPath(), Access.anonymous(), request -> pem())
                .get(PATH, Access.siteAdministrator(), request -> page())
                .post(PATH + "/rotate", Access.siteAdministrator(), this::rotate);
    }

    private WebResponse pem() {
        return WebResponse.text(identity.published().certificate().pem());
    }

    private WebResponse page() {
        List<RingEvent> journal = identity.ring().journal();
        boolean rotating = jobs.list().stream()
                .anyMatch(job ->
                        job.kind().equals(rotation.name()) && !job.state().isEnded());
        return PageView.of(ROOM, "peers/keys.jte", "keys.title")
                .with("keys", identity.current())
                .with("next", identity.ring().next())
                .with("overlap", OwnKeyWatch.overlapUntil(identity.ring()))
                .with("fingerprint", Fingerprint.of(identity.published()))
                .with("ofCertificate", Fingerprint.of(identity.published().certificate()))
                .with("journal", journal.subList(Math.max(0, journal.size() - 20), journal.size()))
                .with("rotating", rotating)
                .under("peers.title", PeersPages.PATH)
                .answer();
    }

    private WebResponse rotate(WebRequest request) {
        boolean running = jobs.list().stream()
                .filter(job -> job.kind().equals(rotation.name()))
                .map(JobView::state)
                .anyMatch(state -> !state.isEnded());
        if (!running) {
            jobs.start(rotation, KeyRotation.ordered(request.user().username(), "asked for on the page of the keys"));
        }
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "keys.rotating"));
    }
}
