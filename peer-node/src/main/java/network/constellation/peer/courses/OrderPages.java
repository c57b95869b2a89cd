package network.constellation.peer.courses;

import com.google.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
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
import network.constellation.peer.web.view.Progress;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** Courses on their way: who ordered what, and how far it is. */
final class OrderPages implements Pages {
    static final String PATH = "/catalog/orders";

    private final CourseOrders orders;
    private final CourseRights rights;
    private final Platform platform;
    private final Peers peers;
    private final Jobs jobs;
    private final Wwwroot self;

    @Inject
    OrderPages(CourseOrders orders, CourseRights rights, Platform platform, Peers peers, Jobs jobs, Wwwroot self) {
        this.orders = orders;
        this.rights = rights;
        this.platform = platform;
        this.peers = peers;
        this.jobs = jobs;
        this.self = self;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, Access.user(), this::list)
                .get(PATH + "/{order}", Access.user(), this::show)
                .get(PATH + "/{order}/progress", Access.user(), this::progress);
    }

    private WebResponse list(WebRequest request) {
        TableQuery query = TableQuery.from(request, "created", Set.of(), Set.of());
        List<ShelfOrder> seen = orders.newest().stream()
                .filter(order -> maySee(request, order))
                .filter(order -> order.course()
                        .title()
                        .toLowerCase(Locale.ROOT)
                        .contains(query.search().toLowerCase(Locale.ROOT)))
                .toList();
        Table table = Table.of("orders.title", query, Slice.of(seen, query))
                .column("orders.state", order -> Cell.badge(badge(order)))
                .column(
                        "orders.course",
                        order -> Cell.link(
                                order.course().title().isEmpty()
                                        ? order.course().uid()
                                        : order.course().title(),
                                PATH + "/" + order.id()))
                .column("orders.what", order -> Cell.said(OrderPages.class, what(order), siteName(order)))
                .column("orders.by", order -> Cell.text(order.asker().username()))
                .column("orders.when", order -> Cell.time(order.created()))
                .whenEmpty(EmptyState.of(OrderPages.class, "orders.empty.title", "orders.empty.text")
                        .firstStep(OrderPages.class, "catalog.title", CatalogPages.PATH))
                .done();
        return query.csv()
                ? WebResponse.csv(OrderPages.class, table, "orders")
                : PageView.of(OrderPages.class, "courses/orders.jte", "orders.title")
                        .under("catalog.title", CatalogPages.PATH)
                        .with("table", table)
                        .answer();
    }

    private WebResponse show(WebRequest request) {
        return view(request, "courses/order.jte")
                .under("catalog.title", CatalogPages.PATH)
                .under("orders.title", PATH)
                .answer();
    }

    private WebResponse progress(WebRequest request) {
        return view(request, "courses/orderstate.jte").fragment();
    }

    private PageView view(WebRequest request, String template) {
        ShelfOrder order = orders.find(request.variable("order"))
                .filter(known -> maySee(request, known))
                .orElseThrow(NotFoundException::new);
        Optional<JobView> job = order.job().flatMap(jobs::find);
        boolean ended = order.state().isEnd();
        long percent = ended ? 100 : job.map(JobView::percent).orElse(0);
        Progress progress = new Progress(
                percent,
                100,
                job.map(running -> CourseException.text("step." + running.step()))
                        .orElse(null),
                order.created(),
                null,
                order.state() == ShelfOrder.State.FAILED || order.state() == ShelfOrder.State.REFUSED ? 1 : 0,
                ended);
        return PageView.of(
                        OrderPages.class,
                        template,
                        "order.title",
                        order.course().title())
                .with("order", order)
                .with("what", what(order))
                .with("site", siteName(order))
                .with("badge", badge(order))
                .with("progress", progress)
                .with("open", open(request, order))
                .with("poll", PATH + "/" + order.id() + "/progress")
                .with("trouble", ended ? "" : job.flatMap(JobView::lastError).orElse(""));
    }

    /** Straight to the course, or for somebody who is at home here by single sign-on to the other site. */
    private static String open(WebRequest request, ShelfOrder order) {
        String site = order.peer().value();
        boolean jump = order.direction() == ShelfOrder.Direction.OUT
                && order.url().startsWith(site + "/")
                && !request.user().remote();
        return jump
                ? request.tenant().wwwroot().path() + "/auth/mnet/jump.php?hostwwwroot=" + CatalogPages.encoded(site)
                        + "&wantsurl=" + CatalogPages.encoded(order.url().substring(site.length()))
                : order.url();
    }

    static Badge badge(ShelfOrder order) {
        State state = switch (order.state()) {
            case OPEN -> State.WORKING;
            case DONE -> State.GOOD;
            case FAILED, REFUSED -> State.BAD;
        };
        return Badge.of(state, OrderPages.class, "order.state." + order.state().name());
    }

    static String what(ShelfOrder order) {
        return "order.what." + order.direction().name() + "." + order.kind().name();
    }

    private String siteName(ShelfOrder order) {
        return order.isWithin(self)
                ? self.host()
                : peers.find(order.peer()).map(Peer::name).orElse(order.peer().host());
    }

    /** One's own, and for those who publish or deploy here all. */
    private boolean maySee(WebRequest request, ShelfOrder order) {
        Optional<User> user = platform.users().find(request.user().id());
        return user.filter(person -> Askers.of(user).equals(order.asker())
                        || rights.anywhere(person, CourseRights.DEPLOY)
                        || rights.anywhere(person, CourseRights.PUBLISH))
                .isPresent();
    }
}
