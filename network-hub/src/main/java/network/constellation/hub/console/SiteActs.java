package network.constellation.hub.console;

import jakarta.inject.Inject;
import java.util.List;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.subnets.Members;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;

/** What is done to one site: each first says to how many it means what. */
final class SiteActs implements Pages {
    private static final Class<?> ROOM = ConsolePages.class;
    private static final String PATH = SitePages.PATH;

    private final NetworkView view;
    private final Suspensions suspensions;
    private final Members members;

    @Inject
    SiteActs(NetworkView view, Suspensions suspensions, Members members) {
        this.view = view;
        this.suspensions = suspensions;
        this.members = members;
    }

    @Override
    public void routes(Routes routes) {
        for (Act act : List.of(Act.SUSPEND, Act.DISABLE, Act.REMOVE)) {
            routes.get(PATH + "/" + act.label(), ConsolePages.ADMIN, request -> ask(request, act));
        }
        for (Act act : Act.values()) {
            routes.post(PATH + "/" + act.label(), ConsolePages.ADMIN, request -> done(request, act));
        }
    }

    private void act(WebRequest request, Act act, Wwwroot site) {
        String actor = ConsolePages.actor(request);
        switch (act) {
            case SUSPEND -> suspensions.suspend(site, request.form("reason"), Person.of(request.user()));
            case RESUME -> suspensions.resume(site, actor);
            case DISABLE -> members.disable(site, actor);
            case ENABLE -> members.enable(site, actor);
            case REMOVE -> members.remove(site, Person.of(request.user()));
        }
    }

    private WebResponse ask(WebRequest request, Act act) {
        SiteView site =
                view.site(ConsolePages.address(request.query("address"))).orElseThrow(NotFoundException::new);
        return question(site, act, "").answer();
    }

    private PageView question(SiteView site, Act act, String problem) {
        List<SiteView> sites = view.sites();
        long siblings = sites.stream()
                .filter(other -> !other.wwwroot().equals(site.wwwroot()))
                .filter(other -> other.subnetworks().stream().anyMatch(site.subnetworks()::contains))
                .count();
        return PageView.of(ROOM, "console/act.jte", "act." + act.label(), site.name())
                .under("sites.title", SitesPages.PATH)
                .with("site", site)
                .with("act", act)
                .with("siblings", siblings)
                .with("members", (long) sites.size() - 1)
                .with("problem", problem);
    }

    private WebResponse done(WebRequest request, Act act) {
        SiteView site = view.site(ConsolePages.address(given(request))).orElseThrow(NotFoundException::new);
        if (act.typed() && !request.form("typed").equals(site.wwwroot().host())) {
            return question(site, act, "act.typeIt").answer().withStatus(422);
        }
        String back = act == Act.REMOVE ? SitesPages.PATH : site.path();
        try {
            act(request, act, site.wwwroot());
        } catch (ApprovalNeeded waits) {
            return WebResponse.redirect("/hub/approvals/" + waits.number());
        } catch (IllegalArgumentException wrong) {
            return WebResponse.redirect(site.path())
                    .withRefusal(Message.of(ROOM, "refused", String.valueOf(wrong.getMessage())));
        }
        return WebResponse.redirect(back).withNotice(Message.of(ROOM, "act." + act.label() + ".done", site.name()));
    }

    /** A button alone has the address in its target, a form as a field. */
    private static String given(WebRequest request) {
        String field = request.form("address");
        return field.isEmpty() ? request.query("address") : field;
    }
}
