package network.constellation.hub.console;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import network.constellation.hub.registry.Tags;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** The register of the network's sites: filtered, sorted, as a file; and tags for all that a filter shows. */
final class SitesPages implements Pages {
    static final String PATH = "/hub/sites";
    private static final Class<?> ROOM = ConsolePages.class;
    private static final Set<String> SORTS = Set.of("name", "address", "contact", "key", "admitted");

    private final NetworkView view;
    private final FilterChoices choices;
    private final Tags tags;

    @Inject
    SitesPages(NetworkView view, FilterChoices choices, Tags tags) {
        this.view = view;
        this.choices = choices;
        this.tags = tags;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, ConsolePages.ADMIN, this::list).post(PATH + "/tags", ConsolePages.ADMIN, this::tagAll);
    }

    private WebResponse list(WebRequest request) {
        TableQuery query = TableQuery.from(request, "name", SORTS, SiteFilter.NAMES);
        SiteFilter filter = SiteFilter.from(request::query);
        List<SiteView> found = view.sites().stream()
                .filter(filter::matches)
                .sorted(order(query))
                .toList();
        Table table = table(found, query, request);
        return query.csv()
                ? WebResponse.csv(ROOM, table, "sites")
                : PageView.of(ROOM, "console/sites.jte", "sites.title")
                        .with("table", table)
                        .with("filter", filter)
                        .with("found", found.size())
                        .answer();
    }

    private static Comparator<SiteView> order(TableQuery query) {
        Comparator<SiteView> order = switch (query.sort()) {
            case "address" -> Comparator.comparing(SiteView::wwwroot);
            case "contact" ->
                Comparator.comparing(SiteView::lastContact, Comparator.nullsFirst(Comparator.naturalOrder()));
            case "key" -> Comparator.comparing(SiteView::keyExpires);
            case "admitted" -> Comparator.comparing(SiteView::admittedAt);
            default -> Comparator.comparing(SiteView::name, String.CASE_INSENSITIVE_ORDER);
        };
        return query.descending() ? order.reversed() : order;
    }

    private Table table(List<SiteView> sites, TableQuery query, WebRequest request) {
        return Table.of("sites.title", query, Slice.of(sites, query))
                .column("column.state", site -> Cell.badge(site.badge()))
                .sortable("column.site", "name", site -> Cell.link(site.name(), site.path()))
                .sortable("column.address", "address", site -> Cell.text(site.address()))
                .column("column.suite", site -> Cell.text(site.suite()))
                .column("column.subnetworks", site -> Cell.text(site.numbers()))
                .column("column.tags", site -> Cell.text(String.join(", ", site.tags())))
                .sortable("column.keyEnds", "key", site -> Cell.time(site.keyExpires()))
                .sortable("column.contact", "contact", site -> Cell.time(site.lastContact()))
                .filter("state", "column.state", choices.states(request.locale()))
                .filter("subnetwork", "column.subnetwork", choices.subnetworks(request.locale()))
                .filter("tag", "column.tag", choices.tags(request.locale()))
                .whenEmpty(EmptyState.of(ROOM, "sites.empty.title", "sites.empty.text")
                        .firstStep(ROOM, "invite.action", "/hub/invite"))
                .done();
    }

    /** Every site that the filter shows, on whatever page it stands. */
    private WebResponse tagAll(WebRequest request) {
        SiteFilter filter = SiteFilter.from(request::form);
        List<String> words = List.of(request.form("word"));
        boolean add = !request.form("act").equals("remove");
        List<SiteView> sites = view.sites().stream().filter(filter::matches).toList();
        try {
            sites.forEach(site -> tags.change(
                    site.wwwroot(), add ? words : List.of(), add ? List.of() : words, ConsolePages.actor(request)));
        } catch (IllegalArgumentException wrong) {
            return WebResponse.redirect(PATH + filter.query())
                    .withRefusal(Message.of(ROOM, "tags.refused", String.valueOf(wrong.getMessage())));
        }
        return WebResponse.redirect(PATH + filter.query())
                .withNotice(Message.of(ROOM, add ? "tags.added" : "tags.removed", request.form("word"), sites.size()));
    }
}
