package network.constellation.peer.enrolment;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
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

/** The administrator enrols our people in courses of other sites: a site, a course, people, a role. */
@Singleton
final class SendingPages implements Pages {
    static final String PATH = "/admin/enrolment";
    static final Access WHO = Access.admin(Role.MANAGER);
    /** Each is a call to the other site, while somebody waits for the page. */
    static final int MOST_AT_ONCE = 100;

    private static final Class<?> ROOM = SendingPages.class;

    private final CoursesElsewhere elsewhere;
    private final Platform platform;
    private final Peers peers;
    private final Texts texts;

    @Inject
    SendingPages(CoursesElsewhere elsewhere, Platform platform, Peers peers, Texts texts) {
        this.elsewhere = elsewhere;
        this.platform = platform;
        this.peers = peers;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::sites)
                .get(PATH + "/site", WHO, this::site)
                .post(PATH + "/refresh", WHO, this::refresh)
                .get(PATH + "/course", WHO, request -> course(request, Form.empty(), List.of()))
                .post(PATH + "/add", WHO, this::add)
                .post(PATH + "/remove", WHO, this::remove);
    }

    private WebResponse sites(WebRequest request) {
        TableQuery query = TableQuery.from(request, "site", Set.of(), Set.of());
        List<Peer> sites = elsewhere.sites().stream()
                .filter(peer -> contains(peer.name() + " " + peer.wwwroot(), query))
                .toList();
        Table table = Table.of("sending.title", query, Slice.of(sites, query))
                .column("column.state", peer -> Cell.badge(badge(peer)))
                .column("column.site", peer -> Cell.link(peer.name(), sitePage(peer.wwwroot())))
                .column(
                        "column.courses",
                        peer -> Cell.number(elsewhere.offered(peer.wwwroot()).size()))
                .column(
                        "column.asked",
                        peer -> Cell.time(elsewhere
                                .asked(peer.wwwroot())
                                .flatMap(Asked::asked)
                                .orElse(null)))
                .whenEmpty(EmptyState.of(ROOM, "sending.empty.title", "sending.empty.text"))
                .done();
        return PageView.of(ROOM, "enrolment/sites.jte", "sending.title")
                .with("table", table)
                .answer();
    }

    private Badge badge(Peer peer) {
        Optional<Asked> asked = elsewhere.asked(peer.wwwroot());
        if (asked.isEmpty()) {
            return Badge.of(State.UNKNOWN, ROOM, "state.neverAsked");
        }
        return asked.get().problem().isEmpty()
                ? Badge.of(State.GOOD, ROOM, "state.answered")
                : Badge.of(State.ATTENTION, ROOM, "state.silent");
    }

    private WebResponse site(WebRequest request) {
        Peer site = agreed(request.query("peer"));
        Optional<Message> problem = elsewhere.asked(site.wwwroot()).isEmpty() ? ask(site) : Optional.empty();
        TableQuery query = TableQuery.from(request, "course", Set.of(), Set.of("peer"));
        List<Offer> offers = elsewhere.offered(site.wwwroot()).stream()
                .filter(offer -> contains(offer.fullname() + " " + offer.shortname() + " " + offer.category(), query))
                .toList();
        Table table = Table.of("sending.courses", query, Slice.of(offers, query))
                .column(
                        "column.state",
                        offer -> Cell.badge(
                                offer.full()
                                        ? Badge.of(State.ATTENTION, ROOM, "standing.full")
                                        : Badge.of(State.GOOD, ROOM, "standing.open")))
                .column("column.course", offer -> Cell.link(offer.fullname(), coursePage(offer)))
                .column("column.category", offer -> Cell.text(offer.category()))
                .column(
                        "column.self",
                        offer -> offer.terms()
                                .map(terms -> Cell.said(ROOM, terms.selfEnrolment() ? "self.yes" : "self.no"))
                                .orElse(Cell.said(ROOM, "self.unknown")))
                .whenEmpty(EmptyState.of(ROOM, "sending.none.title", "sending.none.text"))
                .done();
        return PageView.of(ROOM, "enrolment/site.jte", "sending.site", site.name())
                .under("sending.title", PATH)
                .with("table", table)
                .with("site", site.name())
                .with("peer", site.wwwroot().value())
                .with("asked", elsewhere.asked(site.wwwroot()).flatMap(Asked::asked))
                .with("problem", problem)
                .answer();
    }

    private WebResponse refresh(WebRequest request) {
        Peer site = agreed(request.form("peer"));
        Message said = ask(site).orElse(Message.of(ROOM, "sending.refreshed", site.name()));
        return WebResponse.redirect(sitePage(site.wwwroot())).withNotice(said);
    }

    private Optional<Message> ask(Peer site) {
        try {
            elsewhere.refresh(site.wwwroot());
            return Optional.empty();
        } catch (EnrolmentException silent) {
            return Optional.of(silent.sentence());
        }
    }

    private WebResponse course(WebRequest request, Form form, List<Message> problems) {
        boolean posted = request.method().equals("POST");
        Peer site = agreed(posted ? request.form("peer") : request.query("peer"));
        long course = FindPages.number(posted ? request.form("course") : request.query("course"));
        Offer offer = elsewhere.offer(site.wwwroot(), course).orElseThrow(NotFoundException::new);
        List<Message> said = new ArrayList<>(problems);
        List<Participant> participants = List.of();
        try {
            participants = elsewhere.participants(site.wwwroot(), course);
        } catch (EnrolmentException silent) {
            said.add(silent.sentence());
        }
        return PageView.of(ROOM, "enrolment/send.jte", "sending.course", offer.fullname())
                .under("sending.title", PATH)
                .with("offer", offer)
                .with("site", site.name())
                .with("participants", participants)
                .with("form", form)
                .with("fields", fields(offer, request.locale()))
                .with("problems", said)
                .answer()
                .withStatus(problems.isEmpty() && form.ok() ? 200 : 422);
    }

    private List<Field> fields(Offer offer, Locale locale) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.area("users", "sending.users").needed().hint("sending.users.hint"));
        if (offer.roles().size() > 1) {
            Map<String, String> roles = new LinkedHashMap<>();
            roles.put("", texts.in(locale, ROOM).say("sending.role.usual"));
            offer.roles().forEach(role -> roles.put(role, roleName(role)));
            fields.add(Field.select("role", "column.role", roles));
        }
        return fields;
    }

    private String roleName(String role) {
        return platform.roles().find(role).map(Role::name).orElse(role);
    }

    private WebResponse add(WebRequest request) {
        Form form = Form.from(request);
        Peer site = agreed(form.value("peer"));
        long course = FindPages.number(form.value("course"));
        List<User> people = people(form);
        if (!form.ok()) {
            return course(request, form, List.of());
        }
        Optional<String> role = Optional.of(form.value("role")).filter(typed -> !typed.isEmpty());
        List<Message> problems = new ArrayList<>();
        StringBuilder left = new StringBuilder();
        int done = 0;
        for (User user : people) {
            try {
                elsewhere.enrol(user, site.wwwroot(), course, role, asker(request));
                done++;
            } catch (EnrolmentException refused) {
                problems.add(Message.of(
                        ROOM, "sending.refused", user.username(), texts.say(request.locale(), refused.sentence())));
                left.append(user.username()).append('\n');
            }
        }
        if (problems.isEmpty()) {
            return WebResponse.redirect(coursePage(site.wwwroot(), course))
                    .withNotice(Message.of(ROOM, "sending.done", done));
        }
        form.set("users", left.toString());
        return course(request, form, problems);
    }

    /** Who was typed; what is wrong with it is said in the form, all of it at once, and nobody is enrolled. */
    private List<User> people(Form form) {
        Set<String> names = new LinkedHashSet<>(List.of(form.value("users").split("[\\s,;]+")));
        names.remove("");
        List<User> people = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            platform.users().findLocal(name).ifPresentOrElse(people::add, () -> unknown.add(name));
        }
        if (names.isEmpty()) {
            form.error("users", Message.of(ROOM, "sending.error.nobody"));
        } else if (names.size() > MOST_AT_ONCE) {
            form.error("users", Message.of(ROOM, "sending.error.many", MOST_AT_ONCE));
        } else if (!unknown.isEmpty()) {
            form.error("users", Message.of(ROOM, "sending.error.unknown", String.join(", ", unknown)));
        }
        return people;
    }

    private WebResponse remove(WebRequest request) {
        Peer site = agreed(request.form("peer"));
        long course = FindPages.number(request.form("course"));
        User user = platform.users().findLocal(request.form("user")).orElseThrow(NotFoundException::new);
        Message said = Message.of(ROOM, "sending.removed", user.fullName());
        try {
            elsewhere.unenrol(user, site.wwwroot(), course, asker(request));
        } catch (EnrolmentException refused) {
            said = refused.sentence();
        }
        return WebResponse.redirect(coursePage(site.wwwroot(), course)).withNotice(said);
    }

    private static CoursesElsewhere.Asker asker(WebRequest request) {
        return CoursesElsewhere.Asker.administrator(request.user().username());
    }

    private Peer agreed(String address) {
        Wwwroot site = FindPages.site(address);
        return elsewhere.sites().stream()
                .filter(peer -> peer.wwwroot().equals(site))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static boolean contains(String text, TableQuery query) {
        return text.toLowerCase(Locale.ROOT).contains(query.search().toLowerCase(Locale.ROOT));
    }

    static String sitePage(Wwwroot site) {
        return PATH + "/site?peer=" + URLEncoder.encode(site.value(), StandardCharsets.UTF_8);
    }

    private static String coursePage(Offer offer) {
        return coursePage(offer.peer(), offer.courseId());
    }

    private static String coursePage(Wwwroot site, long course) {
        return PATH + "/course?peer=" + URLEncoder.encode(site.value(), StandardCharsets.UTF_8) + "&course=" + course;
    }
}
