package network.constellation.hub.console;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetwork;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;

/** The sub-networks of the hub: who is in which, and what their members open to each other. */
final class SubNetworkPages implements Pages {
    private static final Class<?> ROOM = SubNetworkPages.class;
    private static final Access ADMIN = Access.siteAdministrator();
    static final String PATH = "/hub/subnetworks";

    private final NetworkView view;
    private final SubNetworks subNetworks;

    @Inject
    SubNetworkPages(NetworkView view, SubNetworks subNetworks) {
        this.view = view;
        this.subNetworks = subNetworks;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, ADMIN, this::list)
                .post(PATH, ADMIN, this::create)
                .post(PATH + "/join", ADMIN, this::join)
                .post(PATH + "/services", ADMIN, this::services)
                .post(PATH + "/repair", ADMIN, this::repair);
    }

    private WebResponse list(WebRequest request) {
        List<LinkEnd> links = subNetworks.openLinks();
        List<SiteView> sites = view.sites(links);
        return PageView.of(ROOM, "console/subnetworks.jte", "subnetworks.title")
                .with(
                        "networks",
                        subNetworks.list().stream()
                                .map(network -> shown(network, sites, links))
                                .toList())
                .answer();
    }

    private static SubNetworkView shown(SubNetwork network, List<SiteView> sites, List<LinkEnd> links) {
        int missing = (int) links.stream()
                .filter(end -> end.subnetwork() == network.number() && end.state() != LinkEnd.State.LINKED)
                .count();
        List<SiteView> inside = sites.stream()
                .filter(site -> network.members().contains(site.wwwroot()))
                .toList();
        List<SiteView> outside = sites.stream()
                .filter(site -> !network.members().contains(site.wwwroot()))
                .toList();
        return new SubNetworkView(network.number(), network.name(), inside, outside, missing, network.services());
    }

    private WebResponse create(WebRequest request) {
        SubNetwork made = subNetworks.create(Optional.empty(), request.form("name"), ConsolePages.actor(request));
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "subnetworks.created", made.number()));
    }

    private WebResponse join(WebRequest request) {
        Wwwroot site = ConsolePages.address(request.form("site"));
        int number = ConsolePages.number(request.form("number"));
        if (subNetworks.find(number).isEmpty() || view.site(site).isEmpty()) {
            throw new NotFoundException();
        }
        subNetworks.join(number, site, ConsolePages.actor(request));
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "subnetworks.joined", site.value(), number));
    }

    /** What members open to each other; a box that is not ticked does not come. */
    private WebResponse services(WebRequest request) {
        int number = ConsolePages.number(request.form("number"));
        if (subNetworks.find(number).isEmpty()) {
            throw new NotFoundException();
        }
        List<String> wanted = SubNetworks.optionalServices().stream()
                .filter(service -> !request.form("service." + service).isEmpty())
                .toList();
        subNetworks.setServices(number, wanted, ConsolePages.actor(request));
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "subnetworks.services.saved", number));
    }

    private WebResponse repair(WebRequest request) {
        subNetworks.repair();
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "links.repairing"));
    }
}
