package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.enrolment.CourseFinder.Found;
import network.constellation.peer.enrolment.CourseFinder.Standing;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.User;
import network.constellation.peer.roaming.Destinations;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.Confirmation;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** A learner finds a course of another site, enrols and goes there in one click, and leaves it again. */
@Singleton
final class FindPages implements Pages {
    static final String PATH = "/my/network/courses";
    private static final Class<?> ROOM = FindPages.class;

    private final CourseFinder finder;
    private final CoursesElsewhere elsewhere;
    private final RefreshJob refreshing;
    private final Platform platform;
    private final Peers peers;
    private final Wwwroot self;
    private final Texts texts;

    @Inject
    FindPages(
            CourseFinder finder,
            CoursesElsewhere elsewhere,
            RefreshJob refreshing,
            Platform platform,
            Peers peers,
            Wwwroot self,
            Texts texts) {
        this.finder = finder;
        this.elsewhere = elsewhere;
        this.refreshing = refreshing;
        this.platform = platform;
        this.peers = peers;
        this.self = self;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, Access.user(), this::list)
                .get(PATH + "/course", Access.user(), request -> course(request, Optional.empty()))
                .post(PATH + "/enrol", Access.user(), this::enrol)
                .get(PATH + "/leave", Access.user(), this::confirmLeaving)
                .post(PATH + "/leave", Access.user(), this::leave);
    }

    private WebResponse list(WebRequest request) {
        User learner = learner(request);
        if (!isOwn(learner)) {
            return atHome(learner);
        }
        TableQuery query = TableQuery.from(request, "course", Set.of("course", "site"), Set.of("site"));
        List<Found> found = finder.search(learner, query.search(), query.filter("site"));
        refreshing.refreshOld();
        if (query.sort().equals("site")) {
            found.sort(java.util.Comparator.comparing(Found::site));
        }
        if (query.descending()) {
            java.util.Collections.reverse(found);
        }
        Map<String, String> sites = new LinkedHashMap<>();
        sites.put("", texts.in(request.locale(), ROOM).say("find.allSites"));
        elsewhere.sites().forEach(peer -> sites.put(peer.wwwroot().value(), peer.name()));
        Table table = Table.of("find.title", query, Slice.of(found, query))
                .column("column.state", one -> Cell.badge(badge(one.standing())))
                .sortable(
                        "column.course", "course", one -> Cell.link(one.offer().fullname(), page(one.offer())))
                .sortable("column.site", "site", one -> Cell.text(one.site()))
                .column("column.category", one -> Cell.text(one.offer().category()))
                .filter("site", "column.site", sites)
                .whenEmpty(EmptyState.of(ROOM, "find.empty.title", "find.empty.text"))
                .done();
        return query.csv()
                ? WebResponse.csv(ROOM, table, "courses")
                : PageView.of(ROOM, "enrolment/find.jte", "find.title")
                        .with("table", table)
                        .with("silent", silent())
                        .answer();
    }

    /** Sites whose list is old because they did not answer. */
    private List<Message> silent() {
        List<Message> silent = new ArrayList<>();
        for (Peer peer : elsewhere.sites()) {
            elsewhere
                    .asked(peer.wwwroot())
                    .filter(asked -> !asked.problem().isEmpty())
                    .ifPresent(asked -> silent.add(Message.of(ROOM, "find.silent", peer.name())));
        }
        return silent;
    }

    private WebResponse atHome(User visitor) {
        String home = peers.find(visitor.key().home())
                .map(Peer::name)
                .orElse(visitor.key().home().host());
        return PageView.of(ROOM, "enrolment/athome.jte", "find.title")
                .with("home", home)
                .with("link", Destinations.link(visitor.key().home(), PATH))
                .answer();
    }

    private WebResponse course(WebRequest request, Optional<Message> problem) {
        User learner = learner(request);
        Found found = found(request, learner);
        Offer offer = found.offer();
        Message standing = Message.of(ROOM, "standing." + found.standing().label() + ".text", found.site());
        return PageView.of(ROOM, "enrolment/course.jte", "find.course", offer.fullname())
                .under("find.title", PATH)
                .with(
                        "found",
                        new CourseView(
                                offer,
                                found.site(),
                                badge(found.standing()),
                                standing,
                                found.standing() == Standing.OPEN,
                                found.standing() == Standing.ENROLLED,
                                Destinations.link(offer.peer(), offer.page()),
                                elsewhere
                                        .asked(offer.peer())
                                        .flatMap(Asked::asked)
                                        .orElse(request.now())))
                .with("problem", problem)
                .answer()
                .withStatus(problem.isPresent() ? 409 : 200);
    }

    private WebResponse enrol(WebRequest request) {
        User learner = learner(request);
        Wwwroot site = site(request.form("site"));
        long course = number(request.form("course"));
        try {
            Offer offer =
                    elsewhere.enrol(learner, site, course, Optional.empty(), CoursesElsewhere.Asker.learner(learner));
            return WebResponse.onward(Destinations.link(offer.peer(), offer.page()));
        } catch (EnrolmentException refused) {
            return finder.find(learner, site, course).isPresent()
                    ? course(request, Optional.of(refused.sentence()))
                    : WebResponse.problem(409, refused.sentence());
        }
    }

    private WebResponse confirmLeaving(WebRequest request) {
        Found found = found(request, learner(request));
        return new Confirmation(
                        "leave.title",
                        Message.of(ROOM, "leave.question", found.offer().fullname(), found.site()),
                        Message.of(ROOM, "leave.extent"),
                        Message.of(ROOM, "leave.consequence"),
                        Message.of(ROOM, "leave.button"),
                        PATH + "/leave",
                        Map.of(
                                "site", found.offer().peer().value(),
                                "course", String.valueOf(found.offer().courseId())),
                        page(found.offer()))
                .answer();
    }

    private WebResponse leave(WebRequest request) {
        User learner = learner(request);
        Wwwroot site = site(request.form("site"));
        long course = number(request.form("course"));
        try {
            elsewhere.unenrol(learner, site, course, CoursesElsewhere.Asker.learner(learner));
        } catch (EnrolmentException refused) {
            return finder.find(learner, site, course).isPresent()
                    ? course(request, Optional.of(refused.sentence()))
                    : WebResponse.problem(409, refused.sentence());
        }
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "leave.done"));
    }

    private Found found(WebRequest request, User learner) {
        boolean posted = request.method().equals("POST");
        return finder.find(
                        learner,
                        site(posted ? request.form("site") : request.query("site")),
                        number(posted ? request.form("course") : request.query("course")))
                .orElseThrow(NotFoundException::new);
    }

    static String page(Offer offer) {
        return PATH + "/course?site="
                + java.net.URLEncoder.encode(offer.peer().value(), java.nio.charset.StandardCharsets.UTF_8)
                + "&course=" + offer.courseId();
    }

    static Badge badge(Standing standing) {
        State state = switch (standing) {
            case ENROLLED, OPEN -> State.GOOD;
            case FULL -> State.ATTENTION;
            case ASK -> State.UNKNOWN;
            case CLOSED -> State.BAD;
        };
        return Badge.of(state, ROOM, "standing." + standing.label());
    }

    private boolean isOwn(User user) {
        return user.key().home().equals(self);
    }

    private User learner(WebRequest request) {
        return platform.users().find(request.user().id()).orElseThrow(NotFoundException::new);
    }

    static Wwwroot site(String address) {
        try {
            return Wwwroot.of(address);
        } catch (IllegalArgumentException noSite) {
            throw new NotFoundException();
        }
    }

    static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        return Long.parseLong(text);
    }
}
