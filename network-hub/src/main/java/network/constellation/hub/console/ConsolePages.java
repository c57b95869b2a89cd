package network.constellation.hub.console;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import network.constellation.hub.connectivity.Matrix;
import network.constellation.hub.connectivity.TroubledLink;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.registry.InvitationRecord;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.reporting.Usual;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetwork;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.view.State;

/** Overview with the map, and invitations; for site administrators only. */
public final class ConsolePages implements Pages {
    /** A site that leads no network yet has nothing to show here. */
    private static final String WHEN_STANDING_BY = "/hub/standby";

    static final Access ADMIN = Access.siteAdministrator();
    private static final Class<?> ROOM = ConsolePages.class;

    private final NetworkView view;
    private final Decisions decisions;
    private final FilterChoices choices;
    private final Founding founding;
    private final Tenant tenant;
    private final SubNetworks subNetworks;
    private final Invitations invitations;
    private final Usual usual;
    private final SiteIdentity identity;
    private final Matrix matrix;

    @Inject
    ConsolePages(
            NetworkView view,
            Decisions decisions,
            FilterChoices choices,
            Founding founding,
            Tenant tenant,
            SubNetworks subNetworks,
            Invitations invitations,
            Usual usual,
            SiteIdentity identity,
            Matrix matrix) {
        this.view = view;
        this.decisions = decisions;
        this.choices = choices;
        this.founding = founding;
        this.tenant = tenant;
        this.subNetworks = subNetworks;
        this.invitations = invitations;
        this.usual = usual;
        this.identity = identity;
        this.matrix = matrix;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/hub", ADMIN, this::overview)
                .get("/hub/invite", ADMIN, this::inviteForm)
                .post("/hub/invite", ADMIN, this::invite);
    }

    /** The page of one site. */
    static String path(Wwwroot wwwroot) {
        return SitePages.PATH + "?address=" + URLEncoder.encode(wwwroot.value(), StandardCharsets.UTF_8);
    }

    private WebResponse overview(WebRequest request) {
        if (founding.network().isEmpty()) {
            return WebResponse.redirect(WHEN_STANDING_BY);
        }
        List<LinkEnd> links = subNetworks.openLinks();
        List<SiteView> sites = view.sites(links);
        SiteFilter filter = SiteFilter.from(request::query);
        List<SiteView> shown = sites.stream().filter(filter::matches).toList();
        Map<Wwwroot, String> names = new HashMap<>();
        sites.forEach(site -> names.put(site.wwwroot(), site.name()));
        List<BrokenLink> broken = BrokenLink.of(links, names);
        names.put(tenant.wwwroot(), tenant.name());
        List<TroubledLink> troubled = matrix.trouble();
        Map<Integer, String> networks =
                subNetworks.list().stream().collect(Collectors.toMap(SubNetwork::number, ConsolePages::title));
        return PageView.of(
                        ROOM,
                        "console/overview.jte",
                        "overview.title",
                        founding.required().name())
                .with("sites", sites)
                .with("silent", matrix.silent())
                .with("shown", shown)
                .with(
                        "unwell",
                        sites.stream()
                                .filter(site -> site.state() != State.GOOD)
                                .toList())
                .with("broken", broken)
                .with("filter", filter)
                .with("states", choices.states(request.locale()))
                .with("subnetworks", choices.subnetworks(request.locale()))
                .with("tags", choices.tags(request.locale()))
                .with("decisions", decisions.of(sites, broken))
                .with("figures", usual.today())
                .with("names", names)
                .with(
                        "troubled",
                        troubled.stream().filter(link -> !link.silent()).toList())
                .with(
                        "map",
                        NetworkMap.of(
                                tenant.name(),
                                new NetworkMap.Seen(tenant.wwwroot(), shown, broken, troubled),
                                networks))
                .answer();
    }

    static String title(SubNetwork network) {
        return network.number() + (network.name().isBlank() ? "" : " · " + network.name());
    }

    private WebResponse inviteForm(WebRequest request) {
        if (founding.network().isEmpty()) {
            return WebResponse.redirect(WHEN_STANDING_BY);
        }
        List<InvitationRecord> open = invitations.open();
        return PageView.of(ROOM, "console/invite.jte", "invite.title")
                .under("sites.title", "/hub/sites")
                .with("networks", networkOptions())
                .with("open", open)
                .answer();
    }

    private Map<String, String> networkOptions() {
        return subNetworks.list().stream()
                .collect(Collectors.toMap(
                        network -> String.valueOf(network.number()),
                        ConsolePages::title,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private WebResponse invite(WebRequest request) {
        String number = request.form("subnetwork");
        Optional<Integer> subnetwork = number.isEmpty() ? Optional.empty() : Optional.of(number(number));
        String label = request.form("name");
        String line = invitations
                .invite(label.length() > 200 ? label.substring(0, 200) : label, subnetwork, actor(request))
                .line();
        return PageView.of(ROOM, "console/invited.jte", "invited.title")
                .under("sites.title", "/hub/sites")
                .with("line", line)
                .with(
                        "fingerprint",
                        Fingerprint.of(identity.published(), founding.required().id()))
                .answer();
    }

    static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new NotFoundException();
        }
        return Integer.parseInt(text);
    }

    static Wwwroot address(String text) {
        try {
            return Wwwroot.of(text);
        } catch (InvalidAddressException wrong) {
            throw new NotFoundException();
        }
    }

    static String actor(WebRequest request) {
        return request.user().username();
    }
}
