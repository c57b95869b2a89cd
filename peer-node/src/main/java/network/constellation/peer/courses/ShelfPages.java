package network.constellation.peer.courses;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.files.ContentRefusedException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageProblem;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.Upload;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** The courses of this site: put a package on the shelf, show it in a catalog, take it back, have it deployed. */
final class ShelfPages implements Pages {
    static final String PATH = "/catalog/shelf";
    private static final String COURSE = PATH + "/{uid}";
    private static final long MIB = 1024 * 1024;

    private final CourseShelf shelf;
    private final CourseOrders orders;
    private final Publications publications;
    private final Catalog catalog;
    private final KnownSites sites;
    private final CourseSettings settings;
    private final CourseRights rights;
    private final CoursesConfig config;
    private final Platform platform;
    private final Peers peers;
    private final Wwwroot self;

    @Inject
    ShelfPages(
            CourseShelf shelf,
            CourseOrders orders,
            Publications publications,
            Catalog catalog,
            KnownSites sites,
            CourseSettings settings,
            CourseRights rights,
            CoursesConfig config,
            Platform platform,
            Peers peers,
            Wwwroot self) {
        this.shelf = shelf;
        this.orders = orders;
        this.publications = publications;
        this.catalog = catalog;
        this.sites = sites;
        this.settings = settings;
        this.rights = rights;
        this.config = config;
        this.platform = platform;
        this.peers = peers;
        this.self = self;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, Access.user(), this::list)
                .upload(PATH, Access.user(), config.largestPackage(), this::add)
                .get(COURSE, Access.user(), this::course)
                .upload(COURSE, Access.user(), config.largestPackage(), this::add)
                .post(COURSE + "/publish", Access.user(), this::publish)
                .post(COURSE + "/withdraw", Access.user(), this::withdraw)
                .post(COURSE + "/deploy", Access.user(), this::deploy);
    }

    private WebResponse list(WebRequest request) {
        publisher(request);
        return listed(request, List.of()).answer();
    }

    private PageView listed(WebRequest request, List<Message> reasons) {
        TableQuery query = TableQuery.from(request, "title", Set.of(), Set.of());
        List<CourseVersion> own = shelf.own().stream()
                .filter(version -> version.sheet()
                        .title()
                        .toLowerCase(Locale.ROOT)
                        .contains(query.search().toLowerCase(Locale.ROOT)))
                .toList();
        Table table = Table.of("shelf.title", query, Slice.of(own, query))
                .column("shelf.course", version -> Cell.link(version.sheet().title(), PATH + "/" + version.uid()))
                .column("shelf.version", version -> Cell.number(version.version()))
                .column("shelf.size", version -> Cell.said(ShelfPages.class, "size.mib", mib(version.size())))
                .column("shelf.made", version -> Cell.time(version.made()))
                .column("shelf.by", version -> Cell.text(version.madeBy()))
                .whenEmpty(EmptyState.of(ShelfPages.class, "shelf.empty.title", "shelf.empty.text"))
                .done();
        return PageView.of(ShelfPages.class, "courses/shelf.jte", "shelf.title")
                .under("catalog.title", CatalogPages.PATH)
                .with("table", table)
                .with("form", Form.empty())
                .with("reasons", reasons);
    }

    /** Rounded up to a tenth, as a small package is more than nothing. */
    static double mib(long bytes) {
        return Math.ceil(bytes * 10.0 / MIB) / 10;
    }

    private WebResponse add(WebRequest request) {
        User user = publisher(request);
        Optional<String> uid = Optional.ofNullable(request.variables().get("uid"));
        Upload upload = request.files().get("package");
        if (upload == null) {
            return refused(request, uid, List.of(CourseException.text("shelf.nofile")));
        }
        try (InputStream in = upload.open()) {
            CourseShelf.Added added = shelf.add(in, uid, user.username());
            return WebResponse.redirect(PATH + "/" + added.version().uid())
                    .withNotice(CourseException.text(
                            added.isNew() ? "shelf.added" : "shelf.known",
                            added.version().sheet().title(),
                            added.version().version()));
        } catch (UnfitPackageException unfit) {
            return refused(request, uid, unfit.reasons());
        } catch (CourseException refused) {
            return refused(request, uid, List.of(refused.sentence()));
        } catch (ContentRefusedException tooLarge) {
            return refused(request, uid, List.of(CourseException.text("check.size.limit", config.largestPackageMib())));
        } catch (IOException failed) {
            throw new UncheckedIOException("The package cannot be stored", failed);
        }
    }

    private WebResponse refused(WebRequest request, Optional<String> uid, List<Message> reasons) {
        PageView view = uid.isPresent() ? page(request, own(request), reasons) : listed(request, reasons);
        return view.answer().withStatus(422);
    }

    private WebResponse course(WebRequest request) {
        publisher(request);
        return page(request, own(request), List.of()).answer();
    }

    private PageView page(WebRequest request, List<CourseVersion> versions, List<Message> reasons) {
        CourseVersion newest = versions.get(0);
        List<ShelfView.Showcase> showcases = showcases(newest);
        return PageView.of(
                        ShelfPages.class,
                        "courses/shelfcourse.jte",
                        "course.page",
                        newest.sheet().title())
                .under("catalog.title", CatalogPages.PATH)
                .under("shelf.title", PATH)
                .with("versions", versions)
                .with("newest", newest)
                .with("showcases", showcases)
                .with("targets", targets())
                .with(
                        "orders",
                        orders.about(newest.uid()).stream().map(this::line).toList())
                .with("facts", catalog.facts(newest.entry()))
                .with("number", orders.newNumber())
                .with("deployNumber", orders.newNumber())
                .with("form", Form.empty())
                .with("reasons", reasons);
    }

    private List<ShelfView.Showcase> showcases(CourseVersion version) {
        Map<String, String> catalogs = new LinkedHashMap<>();
        if (settings.roles().has(NodeRole.CATALOG)) {
            catalogs.put(self.value(), "");
        }
        sites.with(NodeRole.CATALOG).forEach(site -> catalogs.put(site.peer().value(), name(site.peer())));
        return catalogs.entrySet().stream()
                .map(entry -> new ShelfView.Showcase(
                        entry.getKey(),
                        entry.getValue(),
                        catalog.find(version.uid(), Optional.of(Wwwroot.of(entry.getKey())))
                                .map(offered -> offered.entry().version())
                                .orElse(0L)))
                .toList();
    }

    private ShelfView.Line line(ShelfOrder order) {
        return new ShelfView.Line(order, OrderPages.badge(order), OrderPages.what(order), name(order.peer()));
    }

    private Map<String, String> targets() {
        Map<String, String> targets = new LinkedHashMap<>();
        sites.with(NodeRole.LEARNING_AREA)
                .forEach(site -> targets.put(site.peer().value(), name(site.peer())));
        return targets;
    }

    private String name(Wwwroot peer) {
        return peers.find(peer).map(Peer::name).orElse(peer.host());
    }

    private WebResponse publish(WebRequest request) {
        User user = publisher(request);
        return sent(
                request,
                number -> publications.publish(
                        number,
                        version(request),
                        to(request),
                        Optional.of(user),
                        !request.form("replace").isEmpty()));
    }

    private WebResponse deploy(WebRequest request) {
        User user = publisher(request);
        return sent(
                request, number -> publications.deployTo(number, version(request), to(request), Optional.of(user), ""));
    }

    private interface Sending {
        ShelfOrder under(String number);
    }

    private static WebResponse sent(WebRequest request, Sending sending) {
        String number = request.form("order");
        if (!number.matches("[0-9a-f]{32}")) {
            throw new PageProblem(422, CourseException.text("order.number"));
        }
        try {
            return WebResponse.redirect(
                    OrderPages.PATH + "/" + sending.under(number).id());
        } catch (CourseException refused) {
            throw new PageProblem(422, refused.sentence());
        }
    }

    private WebResponse withdraw(WebRequest request) {
        User user = publisher(request);
        CourseVersion version = version(request);
        try {
            publications.withdraw(version, to(request), Optional.of(user));
            sites.refresh(to(request));
            return WebResponse.redirect(PATH + "/" + version.uid())
                    .withNotice(CourseException.text(
                            "shelf.withdrawn", version.sheet().title()));
        } catch (CourseException refused) {
            throw new PageProblem(422, refused.sentence());
        }
    }

    private static Wwwroot to(WebRequest request) {
        try {
            return Wwwroot.of(request.form("to"));
        } catch (IllegalArgumentException noAddress) {
            throw new PageProblem(422, CourseException.text("order.nopeer", request.form("to")));
        }
    }

    private CourseVersion version(WebRequest request) {
        String number = request.form("version");
        return own(request).stream()
                .filter(version -> number.isEmpty() || number.equals(Long.toString(version.version())))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private List<CourseVersion> own(WebRequest request) {
        List<CourseVersion> versions = shelf.versions(request.variable("uid")).stream()
                .filter(version -> version.source().equals(self))
                .toList();
        if (versions.isEmpty()) {
            throw new NotFoundException();
        }
        return versions;
    }

    private User publisher(WebRequest request) {
        User user = platform.users().find(request.user().id()).orElseThrow(NotFoundException::new);
        if (!rights.anywhere(user, CourseRights.PUBLISH)) {
            throw new PageProblem(403, CourseException.text("check.rights.no", CourseRights.PUBLISH));
        }
        return user;
    }
}
