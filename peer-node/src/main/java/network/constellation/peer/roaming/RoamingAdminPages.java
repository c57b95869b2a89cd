package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.PeerState;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Role;
import network.constellation.peer.web.Access;
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

/** The administrator's view: who is here from elsewhere, who of ours is away, who may land. */
@Singleton
final class RoamingAdminPages implements Pages {
    static final String PATH = "/admin/roaming";
    static final List<String> TABS = List.of("visitors", "travellers", "access", "sites");
    static final Access WHO = Access.admin(Role.MANAGER);
    private static final Class<?> ROOM = RoamingAdminPages.class;

    private final LandedSessions landed;
    private final JumpSessions jumps;
    private final RoamingTerms terms;
    private final Peers peers;
    private final Texts texts;

    @Inject
    RoamingAdminPages(LandedSessions landed, JumpSessions jumps, RoamingTerms terms, Peers peers, Texts texts) {
        this.landed = landed;
        this.jumps = jumps;
        this.terms = terms;
        this.peers = peers;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::visitors)
                .get(PATH + "/travellers", WHO, this::travellers)
                .get(PATH + "/access", WHO, request -> access(request, Form.empty()))
                .post(PATH + "/access", WHO, this::saveAccess);
    }

    private WebResponse visitors(WebRequest request) {
        TableQuery query = TableQuery.from(request, "landed", Set.of(), Set.of());
        List<LandedSession> all = landed.all().stream()
                .filter(visit -> matches(query, visit.username(), visit.peer()))
                .toList();
        Table table = Table.of("admin.visitors", query, Slice.of(all, query))
                .column("column.state", visit -> Cell.badge(Badge.of(State.GOOD, ROOM, "state.here")))
                .column("column.username", visit -> Cell.link(visit.username(), "/users/" + visit.userId()))
                .column("column.home", visit -> Cell.text(name(visit.peer())))
                .column("column.since", visit -> Cell.time(visit.landed()))
                .column("column.until", visit -> Cell.time(visit.expires()))
                .whenEmpty(EmptyState.of(ROOM, "visitors.empty.title", "visitors.empty.text"))
                .done();
        return page("visitors", table);
    }

    private WebResponse travellers(WebRequest request) {
        TableQuery query = TableQuery.from(request, "started", Set.of(), Set.of());
        List<JumpSession> all = jumps.all().stream()
                .filter(journey -> matches(query, journey.username(), journey.peer()))
                .toList();
        Table table = Table.of("admin.travellers", query, Slice.of(all, query))
                .column(
                        "column.state",
                        journey -> Cell.badge(
                                journey.confirmed()
                                        ? Badge.of(State.GOOD, ROOM, "state.there")
                                        : Badge.of(State.WORKING, ROOM, "state.underway")))
                .column("column.username", journey -> Cell.link(journey.username(), "/users/" + journey.userId()))
                .column("column.site", journey -> Cell.text(name(journey.peer())))
                .column("column.since", journey -> Cell.time(journey.started()))
                .column("column.until", journey -> Cell.time(journey.expires()))
                .whenEmpty(EmptyState.of(ROOM, "travellers.empty.title", "travellers.empty.text"))
                .done();
        return page("travellers", table);
    }

    private static WebResponse page(String here, Table table) {
        return PageView.of(ROOM, "roaming/admin.jte", "admin.title")
                .with("table", table)
                .with("here", here)
                .with("tabs", TABS)
                .answer();
    }

    private WebResponse access(WebRequest request, Form form) {
        TableQuery query = TableQuery.from(request, "username", Set.of(), Set.of());
        List<AccessRule> rules = terms.rules().stream()
                .filter(rule -> matches(query, rule.username(), rule.peer()))
                .toList();
        Table table = Table.of("admin.access", query, Slice.of(rules, query))
                .column("column.state", rule -> Cell.badge(badge(rule)))
                .column("column.username", rule -> Cell.text(rule.username()))
                .column("column.home", rule -> Cell.text(name(rule.peer())))
                .column("column.by", rule -> Cell.text(rule.actor()))
                .column("column.since", rule -> Cell.time(rule.changed()))
                .whenEmpty(EmptyState.of(ROOM, "access.empty.title", "access.empty.text"))
                .done();
        return PageView.of(ROOM, "roaming/access.jte", "admin.title")
                .with("table", table)
                .with("form", form)
                .with("fields", accessFields(request.locale()))
                .with("here", "access")
                .with("tabs", TABS)
                .answer()
                .withStatus(form.ok() ? 200 : 422);
    }

    private static Badge badge(AccessRule rule) {
        return rule.allowed()
                ? Badge.of(State.GOOD, ROOM, "access.allowed")
                : Badge.of(State.BAD, ROOM, "access.denied");
    }

    private List<Field> accessFields(Locale locale) {
        Map<String, String> sites = new LinkedHashMap<>();
        peers.list().stream()
                .filter(peer -> peer.state() == PeerState.APPROVED || peer.state() == PeerState.SUSPENDED)
                .forEach(peer -> sites.put(peer.wwwroot().value(), peer.name()));
        Map<String, String> rules = new LinkedHashMap<>();
        Texts.Text words = texts.in(locale, ROOM);
        for (String rule : List.of("deny", "allow", "remove")) {
            rules.put(rule, words.say("access.rule." + rule));
        }
        return List.of(
                Field.select("peer", "access.site", sites).needed(),
                Field.text("username", "access.username").needed().hint("access.username.hint"),
                Field.select("rule", "access.rule", rules).needed());
    }

    private WebResponse saveAccess(WebRequest request) {
        Form form = Form.from(request);
        if (peers.find(form.value("peer")).isEmpty()) {
            form.error("peer", Message.of(ROOM, "access.error.site"));
        }
        if (form.value("username").isEmpty() || form.value("username").length() > 100) {
            form.error("username", Message.of(ROOM, "access.error.username"));
        }
        if (!form.ok()) {
            return access(request, form);
        }
        Wwwroot peer = Wwwroot.of(form.value("peer"));
        String actor = request.user().username();
        if (form.value("rule").equals("remove")) {
            terms.removeRule(peer, form.value("username"), actor);
        } else {
            terms.setRule(peer, form.value("username"), form.value("rule").equals("allow"), actor);
        }
        return WebResponse.redirect(PATH + "/access").withNotice(Message.of(ROOM, "access.saved"));
    }

    private static boolean matches(TableQuery query, String username, Wwwroot peer) {
        String wanted = query.search().toLowerCase(Locale.ROOT);
        return (username + " " + peer).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private String name(Wwwroot site) {
        return peers.find(site).map(Peer::name).orElse(site.value());
    }
}
