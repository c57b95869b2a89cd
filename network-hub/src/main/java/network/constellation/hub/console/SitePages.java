package network.constellation.hub.console;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import network.constellation.hub.directory.MemberReports;
import network.constellation.hub.directory.Publisher;
import network.constellation.hub.directory.Suspensions;
import network.constellation.hub.founding.Founding;
import network.constellation.hub.grants.SiteGrants;
import network.constellation.hub.registry.Tags;
import network.constellation.hub.subnets.LinkEnd;
import network.constellation.hub.subnets.SubNetworks;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditFound;
import network.constellation.peer.audit.AuditQuery;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;
import network.constellation.protocol.directory.Directory;

/** The page of one site: head, and tabs for health, links, keys and history. */
final class SitePages implements Pages {
    static final String PATH = SitesPages.PATH + "/site";
    private static final Class<?> ROOM = ConsolePages.class;

    private final NetworkView view;
    private final SubNetworks subNetworks;
    private final Tags tags;
    private final Peers peers;
    private final Founding founding;
    private final Audit audit;
    private final MemberReports reports;
    private final Suspensions suspensions;
    private final Publisher publisher;
    private final SiteGrants grants;

    @Inject
    SitePages(
            NetworkView view,
            SubNetworks subNetworks,
            Tags tags,
            Peers peers,
            Founding founding,
            Audit audit,
            MemberReports reports,
            Suspensions suspensions,
            Publisher publisher,
            SiteGrants grants) {
        this.grants = grants;
        this.reports = reports;
        this.suspensions = suspensions;
        this.publisher = publisher;
        this.view = view;
        this.subNetworks = subNetworks;
        this.tags = tags;
        this.peers = peers;
        this.founding = founding;
        this.audit = audit;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, ConsolePages.ADMIN, this::show)
                .post(PATH + "/tags", ConsolePages.ADMIN, this::tag)
                .post(PATH + "/join", ConsolePages.ADMIN, this::join);
    }

    private WebResponse show(WebRequest request) {
        SiteView site =
                view.site(ConsolePages.address(request.query("address"))).orElseThrow(NotFoundException::new);
        SiteTab tab = SiteTab.of(request.query("tab"));
        PageView page = PageView.of(ROOM, "console/site.jte", "site.title", site.name())
                .under("sites.title", "/hub/sites")
                .with("site", site)
                .with("report", reports.find(site.wwwroot()))
                .with("suspended", suspensions.find(site.wwwroot()))
                .with("version", publisher.current().map(Directory::version))
                .with("tab", tab)
                .with("tabs", List.of(SiteTab.values()));
        return switch (tab) {
            case HEALTH -> health(page, site);
            case LINKS -> page.with("links", links(site)).answer();
            case GRANTS -> page.with("asked", grants.ask(site.wwwroot())).answer();
            case KEYS -> keys(page, site);
            case HISTORY -> history(page, site, request);
        };
    }

    private WebResponse health(PageView page, SiteView site) {
        Map<String, String> others = subNetworks.list().stream()
                .filter(network -> !network.members().contains(site.wwwroot()))
                .collect(Collectors.toMap(
                        network -> String.valueOf(network.number()),
                        ConsolePages::title,
                        (one, other) -> one,
                        TreeMap::new));
        return page.with(
                        "inside",
                        subNetworks.list().stream()
                                .filter(network -> network.members().contains(site.wwwroot()))
                                .toList())
                .with("others", others)
                .answer();
    }

    /** The other sites that it should know, with both ends of each link. */
    private List<LinkRow> links(SiteView site) {
        Map<Wwwroot, String> names = view.sites().stream().collect(Collectors.toMap(SiteView::wwwroot, SiteView::name));
        List<LinkEnd> ends = subNetworks.linksOf(site.wwwroot()).stream()
                .filter(end -> !end.isOfHub() && end.state() != LinkEnd.State.ENDED)
                .toList();
        return LinkRow.of(site.wwwroot(), ends, names);
    }

    private WebResponse keys(PageView page, SiteView site) {
        Peer peer = peers.require(site.wwwroot());
        return page.with(
                        "fingerprint",
                        Fingerprint.of(peer.identity(), founding.required().id()))
                .with("former", peers.formerKeys(site.wwwroot()))
                .answer();
    }

    private WebResponse history(PageView page, SiteView site, WebRequest request) {
        TableQuery query = TableQuery.from(request, "at", Set.of(), Set.of())
                .keeping(Map.of("address", site.address(), "tab", SiteTab.HISTORY.label()));
        AuditQuery about = new AuditQuery(null, null, "", "", site.address(), null, "", query.search());
        AuditFound found = audit.search(about, query.offset(), query.size());
        Table table = AuditPages.columns(Table.of("history.title", query, new Slice<>(found.lines(), found.total())))
                .whenEmpty(EmptyState.of(ROOM, "history.empty.title", "history.empty.text"))
                .done();
        return query.csv()
                ? WebResponse.csv(ROOM, table, "history")
                : page.with("history", table).answer();
    }

    private SiteView posted(WebRequest request) {
        return view.site(ConsolePages.address(request.form("address"))).orElseThrow(NotFoundException::new);
    }

    private WebResponse tag(WebRequest request) {
        SiteView site = posted(request);
        List<String> add = words(request.form("add"));
        List<String> remove = words(request.form("remove"));
        return said(site, () -> {
            tags.change(site.wwwroot(), add, remove, ConsolePages.actor(request));
            return Message.of(ROOM, "tags.saved");
        });
    }

    private WebResponse join(WebRequest request) {
        SiteView site = posted(request);
        int number = ConsolePages.number(request.form("number"));
        return said(site, () -> {
            subNetworks.join(number, site.wwwroot(), ConsolePages.actor(request));
            return Message.of(ROOM, "subnetworks.joined", site.name(), number);
        });
    }

    /** Does it, and says on the site's page what was done or why not. */
    private static WebResponse said(SiteView site, java.util.function.Supplier<Message> act) {
        WebResponse back = WebResponse.redirect(site.path());
        try {
            return back.withNotice(act.get());
        } catch (IllegalArgumentException wrong) {
            return back.withRefusal(Message.of(ROOM, "refused", String.valueOf(wrong.getMessage())));
        }
    }

    private static List<String> words(String typed) {
        return Arrays.stream(typed.split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
