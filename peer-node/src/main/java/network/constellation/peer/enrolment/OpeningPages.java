package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Course;
import network.constellation.peer.platform.Enrolment;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Role;
import network.constellation.peer.platform.User;
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
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Field;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** Whoever teaches a course opens it to other sites: which, with which role, by themselves or not, how many. */
@Singleton
final class OpeningPages implements Pages {
    static final String PATH = "/courses/open";
    private static final Class<?> ROOM = OpeningPages.class;

    private final OpenCourses open;
    private final MyCourses mine;
    private final VisitorEnrolments enrolments;
    private final Platform platform;
    private final Peers peers;
    private final Texts texts;

    @Inject
    OpeningPages(
            OpenCourses open,
            MyCourses mine,
            VisitorEnrolments enrolments,
            Platform platform,
            Peers peers,
            Texts texts) {
        this.open = open;
        this.mine = mine;
        this.enrolments = enrolments;
        this.platform = platform;
        this.peers = peers;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, Access.user(), this::list)
                .get(PATH + "/{course}", Access.user(), request -> show(request, start()))
                .post(PATH + "/{course}", Access.user(), this::save)
                .post(PATH + "/{course}/close", Access.user(), this::close)
                .post(PATH + "/{course}/remove", Access.user(), this::remove);
    }

    private WebResponse list(WebRequest request) {
        TableQuery query = TableQuery.from(request, "course", Set.of(), Set.of());
        String wanted = query.search().toLowerCase(Locale.ROOT);
        List<Course> courses = mine.of(request.user().id()).stream()
                .filter(course -> (course.fullname() + " " + course.shortname())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        Table table = Table.of("opening.title", query, Slice.of(courses, query))
                .column("column.state", course -> Cell.badge(badge(open.of(course.id()))))
                .column("column.course", course -> Cell.link(course.fullname(), PATH + "/" + course.id()))
                .column("column.fromElsewhere", course -> Cell.number(open.taken(course.id())))
                .whenEmpty(EmptyState.of(ROOM, "opening.empty.title", "opening.empty.text"))
                .done();
        return PageView.of(ROOM, "enrolment/openings.jte", "opening.title")
                .with("table", table)
                .answer();
    }

    static Badge badge(List<Opening> openings) {
        if (openings.isEmpty()) {
            return Badge.of(State.UNKNOWN, ROOM, "opening.closed");
        }
        boolean all = openings.stream().anyMatch(opening -> opening.peer().isEmpty());
        return all
                ? Badge.of(State.GOOD, ROOM, "opening.toAll")
                : Badge.of(State.GOOD, ROOM, "opening.toSome", openings.size());
    }

    /** What the form proposes. */
    private static Form start() {
        return Form.empty().set("role", "student").set("self", "yes").set("places", "0");
    }

    private WebResponse show(WebRequest request, Form form) {
        Course course = course(request);
        List<OpeningView> openings = new ArrayList<>();
        for (Opening opening : open.of(course.id())) {
            openings.add(new OpeningView(
                    opening.peer().map(Wwwroot::value).orElse(""),
                    opening.peer()
                            .map(site -> peers.find(site).map(Peer::name).orElse(site.value()))
                            .orElse(""),
                    String.join(
                            ", ", opening.roles().stream().map(this::roleName).toList()),
                    opening.selfEnrolment(),
                    opening.places()));
        }
        return PageView.of(ROOM, "enrolment/opening.jte", "opening.course", course.fullname())
                .under("opening.title", PATH)
                .with("course", course)
                .with("openings", openings)
                .with("visitors", visitors(course.id()))
                .with("form", form)
                .with("fields", fields(request, course.id()))
                .answer()
                .withStatus(form.ok() ? 200 : 422);
    }

    private List<OpeningView.Visitor> visitors(long courseId) {
        List<OpeningView.Visitor> visitors = new ArrayList<>();
        for (Enrolment enrolment : platform.enrolments().in(courseId)) {
            if (enrolment.method().equals(Enrolment.MNET)) {
                platform.users()
                        .find(enrolment.userId())
                        .ifPresent(user -> visitors.add(new OpeningView.Visitor(
                                user.id(),
                                user.fullName(),
                                peers.find(user.key().home())
                                        .map(Peer::name)
                                        .orElse(user.key().home().host()),
                                roleName(enrolment.role()),
                                enrolment.modified())));
            }
        }
        return visitors;
    }

    private List<Field> fields(WebRequest request, long courseId) {
        Texts.Text words = texts.in(request.locale(), ROOM);
        Map<String, String> sites = new LinkedHashMap<>();
        sites.put("", words.say("opening.allSites"));
        peers.list().stream()
                .filter(Peer::isApproved)
                .forEach(peer -> sites.put(peer.wwwroot().value(), peer.name()));
        Map<String, String> roles = new LinkedHashMap<>();
        open.givable(request.user().id(), courseId).forEach(role -> roles.put(role, roleName(role)));
        Map<String, String> others = new LinkedHashMap<>();
        others.put("", words.say("opening.noOther"));
        others.putAll(roles);
        return List.of(
                Field.select("site", "opening.site", sites).needed(),
                Field.select("role", "opening.role", roles).needed(),
                Field.select("other", "opening.other", others).hint("opening.other.hint"),
                Field.checkbox("self", "opening.self").hint("opening.self.hint"),
                Field.text("places", "opening.places").needed().hint("opening.places.hint"));
    }

    private String roleName(String role) {
        return platform.roles().find(role).map(Role::name).orElse(role);
    }

    private WebResponse save(WebRequest request) {
        Course course = course(request);
        Form form = Form.from(request);
        if (!form.value("places").matches("[0-9]{1,7}")) {
            form.error("places", Message.of(ROOM, "opening.error.places"));
        }
        if (form.ok()) {
            Optional<Wwwroot> site =
                    form.value("site").isEmpty() ? Optional.empty() : Optional.of(FindPages.site(form.value("site")));
            try {
                open.open(
                        request.user().id(),
                        new Opening(
                                course.id(),
                                site,
                                form.value("role"),
                                form.value("other").isEmpty() ? List.of() : List.of(form.value("other")),
                                form.isChecked("self"),
                                Integer.parseInt(form.value("places")),
                                Instant.EPOCH,
                                ""));
                return WebResponse.redirect(PATH + "/" + course.id()).withNotice(Message.of(ROOM, "opening.saved"));
            } catch (EnrolmentException refused) {
                form.error("", refused.sentence());
            }
        }
        return show(request, form);
    }

    private WebResponse close(WebRequest request) {
        Course course = course(request);
        Optional<Wwwroot> site =
                request.form("site").isEmpty() ? Optional.empty() : Optional.of(FindPages.site(request.form("site")));
        open.close(request.user().id(), course.id(), site);
        return WebResponse.redirect(PATH + "/" + course.id()).withNotice(Message.of(ROOM, "opening.closedNow"));
    }

    private WebResponse remove(WebRequest request) {
        Course course = course(request);
        User visitor =
                platform.users().find(FindPages.number(request.form("user"))).orElseThrow(NotFoundException::new);
        enrolments.remove(visitor, course.id(), request.user().username());
        return WebResponse.redirect(PATH + "/" + course.id())
                .withNotice(Message.of(ROOM, "opening.removed", visitor.fullName()));
    }

    /** A course that the reader may open; any other one is not there. */
    private Course course(WebRequest request) {
        return platform.courses()
                .find(request.number("course"))
                .filter(found -> open.mayOpen(request.user().id(), found.id()))
                .orElseThrow(NotFoundException::new);
    }
}
