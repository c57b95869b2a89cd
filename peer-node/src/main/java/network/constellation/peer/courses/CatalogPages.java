package network.constellation.peer.courses;

import com.google.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.platform.Category;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageProblem;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Form;

/** The catalog as people see it: search, one course, and a copy of it for this site. */
final class CatalogPages implements Pages {
    static final String PATH = "/catalog";
    private static final String COURSE = PATH + "/course/{uid}";
    private static final int PER_PAGE = 24;

    private final Catalog catalog;
    private final KnownSites sites;
    private final CourseOrders orders;
    private final CourseShelf shelf;
    private final CourseRights rights;
    private final CourseSettings settings;
    private final Platform platform;

    @Inject
    CatalogPages(
            Catalog catalog,
            KnownSites sites,
            CourseOrders orders,
            CourseShelf shelf,
            CourseRights rights,
            CourseSettings settings,
            Platform platform) {
        this.catalog = catalog;
        this.sites = sites;
        this.orders = orders;
        this.shelf = shelf;
        this.rights = rights;
        this.settings = settings;
        this.platform = platform;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, Access.user(), this::list)
                .post(PATH + "/refresh", Access.user(), this::refresh)
                .get(COURSE, Access.user(), this::course)
                .get(COURSE + "/check", Access.user(), this::tryOut)
                .post(COURSE + "/deploy", Access.user(), this::deploy);
    }

    private WebResponse list(WebRequest request) {
        List<Catalog.Offered> found = catalog.search(request.query("q"), at(request.query("at")));
        int page =
                request.query("page").matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(request.query("page"))) : 1;
        int from = Math.min((page - 1) * PER_PAGE, found.size());
        Map<String, String> catalogs = new LinkedHashMap<>();
        catalog.search("", Optional.empty())
                .forEach(offered -> catalogs.putIfAbsent(offered.at().value(), offered.site()));
        User user = account(request);
        return PageView.of(CatalogPages.class, "courses/catalog.jte", "catalog.title")
                .with("form", Form.empty().set("q", request.query("q")).set("at", request.query("at")))
                .with("catalogs", catalogs)
                .with("found", found.subList(from, Math.min(from + PER_PAGE, found.size())))
                .with("total", found.size())
                .with("page", page)
                .with("pages", Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE))
                .with("search", "?q=" + encoded(request.query("q")) + "&at=" + encoded(request.query("at")) + "&page=")
                .with(
                        "silent",
                        sites.all().stream()
                                .filter(site -> !site.error().isEmpty())
                                .map(site -> site.peer().host())
                                .toList())
                .with("empty", empty())
                .with("mayPublish", rights.anywhere(user, CourseRights.PUBLISH))
                .with("mayDeploy", rights.anywhere(user, CourseRights.DEPLOY))
                .answer();
    }

    /** For whoever cannot wait until the catalogs are asked by themselves. */
    private WebResponse refresh(WebRequest request) {
        User user = account(request);
        if (!rights.anywhere(user, CourseRights.PUBLISH)) {
            requireDeploy(user);
        }
        sites.refresh();
        return WebResponse.redirect(PATH).withNotice(CourseException.text("settings.refreshed"));
    }

    private static EmptyState empty() {
        return EmptyState.of(CatalogPages.class, "catalog.empty.title", "catalog.empty.text");
    }

    private WebResponse course(WebRequest request) {
        Catalog.Offered offered = offered(request);
        User user = account(request);
        boolean may = !settings.roles().none() && rights.anywhere(user, CourseRights.DEPLOY);
        List<Finding> findings = may
                ? orders.tryDeploy(wish(request, offered, "", request.query("category")))
                        .findings()
                : List.of();
        return PageView.of(
                        CatalogPages.class,
                        "courses/course.jte",
                        "course.page",
                        offered.entry().sheet().title())
                .under("catalog.title", PATH)
                .with("offered", offered)
                .with("facts", catalog.facts(offered.entry()))
                .with("may", may)
                .with("categories", categories(user))
                .with("form", Form.empty().set("category", request.query("category")))
                .with("order", orders.newNumber())
                .with("findings", findings)
                .with(
                        "copies",
                        shelf.copies(offered.entry().uid()).stream()
                                .filter(copy -> copy.kind() == CourseCopy.Kind.DEPLOY)
                                .toList())
                .with("here", "?at=" + encoded(offered.at().value()))
                .answer();
    }

    /** What would happen, again for another category: only this part of the page. */
    private WebResponse tryOut(WebRequest request) {
        Catalog.Offered offered = offered(request);
        requireDeploy(account(request));
        return PageView.of(CatalogPages.class, "courses/findings.jte", "course.page", "")
                .with(
                        "findings",
                        orders.tryDeploy(wish(request, offered, "", request.query("category")))
                                .findings())
                .fragment();
    }

    private WebResponse deploy(WebRequest request) {
        Catalog.Offered offered = offered(request);
        requireDeploy(account(request));
        String number = request.form("order");
        if (!number.matches("[0-9a-f]{32}")) {
            throw new PageProblem(422, CourseException.text("order.number"));
        }
        try {
            ShelfOrder order = orders.deploy(wish(request, offered, number, request.form("category")));
            return WebResponse.redirect(OrderPages.PATH + "/" + order.id());
        } catch (CourseException refused) {
            throw new PageProblem(422, refused.sentence());
        }
    }

    private CourseOrders.Wish wish(WebRequest request, Catalog.Offered offered, String number, String category) {
        return new CourseOrders.Wish(
                number,
                offered.entry().uid(),
                offered.at(),
                Optional.of(account(request)),
                category.matches("[0-9]{1,18}") ? Long.parseLong(category) : 0);
    }

    /** Where this person may put a course, besides the place that the site has for arriving ones. */
    private Map<String, String> categories(User user) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Category category : platform.courses().categories()) {
            if (platform.roles().can(user.id(), ArrivalCheck.CREATE, Scope.category(category.id()))) {
                choices.put(Long.toString(category.id()), category.name());
            }
        }
        return choices;
    }

    private Catalog.Offered offered(WebRequest request) {
        String at = request.method().equals("POST") ? request.form("at") : request.query("at");
        return catalog.find(request.variable("uid"), at(at)).orElseThrow(NotFoundException::new);
    }

    private static Optional<Wwwroot> at(String address) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Wwwroot.of(address));
        } catch (IllegalArgumentException noAddress) {
            throw new NotFoundException();
        }
    }

    private User account(WebRequest request) {
        return platform.users().find(request.user().id()).orElseThrow(NotFoundException::new);
    }

    private void requireDeploy(User user) {
        if (!rights.anywhere(user, CourseRights.DEPLOY)) {
            throw new PageProblem(403, CourseException.text("check.rights.no", CourseRights.DEPLOY));
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
