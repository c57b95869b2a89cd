package network.constellation.hub.console;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.connectivity.Matrix;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.registry.InvitationRecord;
import network.constellation.hub.registry.Invitations;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** Overview, sites and invitations of the hub; for site administrators only. */
public final class ConsolePages implements Pages {
    private static final Class<?> ROOM = ConsolePages.class;
    private static final Access ADMIN = Access.siteAdministrator();

    private final NetworkView view;
    private final Founding founding;
    private final Tenant tenant;
    private final SubNetworks subNetworks;
    private final Invitations invitations;
    private final Peers peers;
    private final SiteIdentity identity;
    private final Matrix matrix;

    @Inject
    ConsolePages(
            NetworkView view,
            Founding founding,
            Tenant tenant,
            SubNetworks subNetworks,
            Invitations invitations,
            Peers peers,
            SiteIdentity identity,
            Matrix matrix) {
        this.view = view;
        this.founding = founding;
        this.tenant = tenant;
        this.subNetworks = subNetworks;
        this.invitations = invitations;
        this.peers = peers;
        this.identity = identity;
        this.matrix = matrix;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/hub", ADMIN, this::overview)
                .get("/hub/sites", ADMIN, this::sites)
                .get("/hub/site", ADMIN, this::site)
                .get("/hub/invite", ADMIN, this::inviteForm)
                .post("/hub/invite", ADMIN, this::invite);
    }

    /** The page of one site. */
    static String path(Wwwroot wwwroot) {
        return "/hub/site?address=" + URLEncoder.encode(wwwroot.value(), StandardCharsets.UTF_8);
    }

    private WebResponse overview(WebRequest request) {
        List<SiteView> sites = view.sites();
        List<SiteView> unwell =
                sites.stream().filter(site -> site.state() != State.GOOD).toList();
        return PageView.of(
                        ROOM,
                        "console/overview.jte",
                        "overview.title",
                        founding.required().name())
                .with("sites", sites)
                .with("unwell", unwell)
                .with("silent", matrix.silent())
                .with("map", NetworkMap.of(tenant.name(), sites, subNetworks.links()))
                .with("table", table(sites, TableQuery.from(request, "name", Set.of(), Set.of())))
                .answer();
    }

    private WebResponse sites(WebRequest request) {
        TableQuery query = TableQuery.from(request, "name", Set.of("name", "address", "contact"), Set.of("state"));
        List<SiteView> found = view.sites().stream()
                .filter(site -> matches(site, query))
                .sorted(order(query))
                .toList();
        Table table = table(found, query);
        return query.csv()
                ? WebResponse.csv(ROOM, table, "sites")
                : PageView.of(ROOM, "console/sites.jte", "sites.title")
                        .with("table", table)
                        .answer();
    }

    private static boolean matches(SiteView site, TableQuery query) {
        String search = query.search().toLowerCase(java.util.Locale.ROOT);
        boolean found = site.member().name().toLowerCase(java.util.Locale.ROOT).contains(search)
                || site.wwwroot().value().contains(search);
        return found && (query.filter("state").isEmpty() || site.state().css().equals(query.filter("state")));
    }

    private static Comparator<SiteView> order(TableQuery query) {
        Comparator<SiteView> order = switch (query.sort()) {
            case "address" -> Comparator.comparing(SiteView::wwwroot);
            case "contact" ->
                Comparator.comparing(SiteView::lastContact, Comparator.nullsFirst(Comparator.naturalOrder()));
            default -> Comparator.comparing(site -> site.member().name(), String.CASE_INSENSITIVE_ORDER);
        };
        return query.descending() ? order.reversed() : order;
    }

    private static Table table(List<SiteView> sites, TableQuery query) {
        return Table.of("sites.title", query, Slice.of(sites, query))
                .column("column.state", site -> Cell.badge(site.badge()))
                .sortable("column.site", "name", site -> Cell.link(site.member().name(), path(site.wwwroot())))
                .sortable(
                        "column.address",
                        "address",
                        site -> Cell.text(site.wwwroot().value()))
                .column("column.suite", site -> Cell.text(site.suite()))
                .column("column.subnetworks", site -> Cell.text(numbers(site)))
                .column("column.keyAge", site -> Cell.time(site.keySince()))
                .sortable("column.contact", "contact", site -> Cell.time(site.lastContact()))
                .whenEmpty(EmptyState.of(ROOM, "sites.empty.title", "sites.empty.text")
                        .firstStep(ROOM, "invite.action", "/hub/invite"))
                .done();
    }

    private static String numbers(SiteView site) {
        return site.subnetworks().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private WebResponse site(WebRequest request) {
        SiteView site = view.site(address(request.query("address"))).orElseThrow(NotFoundException::new);
        List<LinkEnd> ends = subNetworks.links().stream()
                .filter(end -> end.at().equals(site.wwwroot()) || end.about().equals(site.wwwroot()))
                .toList();
        Fingerprint fingerprint = Fingerprint.of(
                peers.require(site.wwwroot()).identity(), founding.required().id());
        TableQuery query = TableQuery.from(request, "at", Set.of(), Set.of());
        Table links = Table.of("links.title", query, Slice.of(ends, query))
                .column("column.state", ConsolePages::linkState)
                .column("column.subnetwork", end -> Cell.number(end.subnetwork()))
                .column("column.at", end -> Cell.text(end.at().value()))
                .column("column.about", end -> Cell.text(end.about().value()))
                .column("column.error", end -> Cell.text(end.lastError()))
                .column("column.changed", end -> Cell.time(end.changedAt()))
                .whenEmpty(EmptyState.of(ROOM, "links.empty.title", "links.empty.text")
                        .firstStep(ROOM, "subnetworks.title", "/hub/subnetworks"))
                .done();
        return PageView.of(ROOM, "console/site.jte", "site.title", site.member().name())
                .under("sites.title", "/hub/sites")
                .with("site", site)
                .with("fingerprint", fingerprint)
                .with("links", links)
                .answer();
    }

    private static Cell linkState(LinkEnd end) {
        return switch (end.state()) {
            case LINKED -> Cell.badge(Badge.of(State.GOOD, ROOM, "link.linked"));
            case MISSING ->
                Cell.badge(
                        end.lastError() == null
                                ? Badge.of(State.WORKING, ROOM, "link.working")
                                : Badge.of(State.BAD, ROOM, "link.missing"));
            case ENDED -> Cell.badge(Badge.of(State.GOOD, ROOM, "link.ended"));
            case LEAVING -> Cell.badge(Badge.of(State.WORKING, ROOM, "link.leaving"));
        };
    }

    private WebResponse inviteForm(WebRequest request) {
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
                        network -> network.number() + (network.name().isBlank() ? "" : " · " + network.name()),
                        (one, other) -> one,
                        java.util.TreeMap::new));
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
