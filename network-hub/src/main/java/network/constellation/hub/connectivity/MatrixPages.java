package network.constellation.hub.connectivity;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.connectivity.Findings;
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
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;
import network.constellation.protocol.method.connectivity.Grade;
import network.constellation.protocol.method.connectivity.LinkCheck;

/** The matrix of links, and the page of one pair; for site administrators of the hub. */
public final class MatrixPages implements Pages {
    static final String PATH = "/hub/matrix";
    static final Access WHO = Access.siteAdministrator();
    private static final Class<?> ROOM = MatrixPages.class;
    private static final int EVENTS = 30;

    private final Matrix matrix;
    private final Texts texts;

    @Inject
    MatrixPages(Matrix matrix, Texts texts) {
        this.matrix = matrix;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::show)
                .post(PATH + "/collect", WHO, this::collect)
                .get(PATH + "/pair", WHO, this::pair)
                .post(PATH + "/repair", WHO, this::repair);
    }

    /** How a finding looks. */
    static State state(Grade grade) {
        return switch (grade) {
            case GOOD -> State.GOOD;
            case WARNING -> State.ATTENTION;
            case BAD -> State.BAD;
            case UNKNOWN -> State.UNKNOWN;
        };
    }

    /** The page of one pair. */
    public static String pairPath(Wwwroot one, Wwwroot other) {
        return PATH + "/pair?one=" + encoded(one) + "&other=" + encoded(other);
    }

    private static String encoded(Wwwroot site) {
        return URLEncoder.encode(site.value(), StandardCharsets.UTF_8);
    }

    private WebResponse show(WebRequest request) {
        boolean all = request.query("all").equals("yes");
        List<MatrixCell> cells = matrix.cells();
        Map<Wwwroot, String> names = matrix.names();
        TableQuery query = TableQuery.from(request, "state", Set.of("state", "at", "about"), Set.of("state"));
        List<MatrixCell> listed = cells.stream()
                .filter(cell -> all || cell.check().grade().isTrouble())
                .filter(cell -> matches(names, cell, query))
                .sorted(order(names, query))
                .toList();
        Table table = table(names, listed, query, texts.in(request.locale(), ROOM));
        return query.csv()
                ? WebResponse.csv(ROOM, table, "matrix")
                : PageView.of(ROOM, "connectivity/matrix.jte", "title")
                        .with("grid", MatrixGrid.of(matrix, cells, all))
                        .with("all", all)
                        .with("silent", matrix.silent())
                        .with("table", table)
                        .with("events", events())
                        .answer();
    }

    private static String name(Map<Wwwroot, String> names, Wwwroot site) {
        return names.getOrDefault(site, site.host());
    }

    private static boolean matches(Map<Wwwroot, String> names, MatrixCell cell, TableQuery query) {
        String search = query.search().toLowerCase(Locale.ROOT);
        String both = name(names, cell.at()) + " " + cell.at() + " " + name(names, cell.about()) + " " + cell.about();
        String state = query.filter("state");
        return both.toLowerCase(Locale.ROOT).contains(search)
                && (state.isEmpty() || cell.check().grade().label().equals(state));
    }

    private static Comparator<MatrixCell> order(Map<Wwwroot, String> names, TableQuery query) {
        Comparator<MatrixCell> order = switch (query.sort()) {
            case "at" -> Comparator.comparing((MatrixCell cell) -> name(names, cell.at()));
            case "about" -> Comparator.comparing((MatrixCell cell) -> name(names, cell.about()));
            default ->
                Comparator.comparing((MatrixCell cell) -> cell.check().grade()).reversed();
        };
        Comparator<MatrixCell> whole = order.thenComparing(MatrixCell::at).thenComparing(MatrixCell::about);
        return query.descending() ? whole.reversed() : whole;
    }

    private static Table table(Map<Wwwroot, String> names, List<MatrixCell> cells, TableQuery query, Texts.Text words) {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("", "–");
        states.put("bad", words.say("state.bad"));
        states.put("warning", words.say("state.warning"));
        return Table.of("list.title", query, Slice.of(cells, query))
                .sortable("column.state", "state", cell -> Cell.badge(badge(cell.check())))
                .sortable(
                        "column.at", "at", cell -> Cell.link(name(names, cell.at()), pairPath(cell.at(), cell.about())))
                .sortable("column.about", "about", cell -> Cell.text(name(names, cell.about())))
                .column("column.since", cell -> Cell.time(cell.check().since()))
                .column("column.looked", cell -> Cell.time(cell.check().at()))
                .filter("state", "column.state", states)
                .whenEmpty(EmptyState.of(ROOM, "empty.title", "empty.text"))
                .done();
    }

    static Badge badge(LinkCheck check) {
        return new Badge(state(check.grade()), Findings.word(check));
    }

    private List<MatrixNews> events() {
        return matrix.events(EVENTS).stream()
                .map(event -> new MatrixNews(
                        event.when(),
                        matrix.name(event.at()),
                        matrix.name(event.about()),
                        pairPath(event.at(), event.about()),
                        event.isRecovery()
                                ? State.GOOD
                                : LinkCheck.isSilence(event.word()) ? State.BAD : State.ATTENTION,
                        Findings.word(event.isRecovery() ? event.former() : event.word()),
                        event.isRecovery()))
                .toList();
    }

    private WebResponse collect(WebRequest request) {
        matrix.lookAndCollect();
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "collected"));
    }

    private WebResponse pair(WebRequest request) {
        Wwwroot one = member(request.query("one"));
        Wwwroot other = member(request.query("other"));
        Optional<MatrixCell> there = matrix.cell(one, other);
        Optional<MatrixCell> back = matrix.cell(other, one);
        if (one.equals(other)) {
            throw new NotFoundException();
        }
        return PageView.of(ROOM, "connectivity/pair.jte", "pair.title", matrix.name(one), matrix.name(other))
                .under("title", PATH)
                .with("one", matrix.name(one))
                .with("other", matrix.name(other))
                .with("oneAddress", one.value())
                .with("otherAddress", other.value())
                .with("lines", PairLine.of(there, back))
                .with("there", new PairEnd(there))
                .with("back", new PairEnd(back))
                .answer();
    }

    private WebResponse repair(WebRequest request) {
        Wwwroot one = member(request.form("one"));
        Wwwroot other = member(request.form("other"));
        matrix.repair(one, other, request.user().username());
        return WebResponse.redirect(pairPath(one, other)).withNotice(Message.of(ROOM, "repairing"));
    }

    private Wwwroot member(String text) {
        try {
            Wwwroot site = Wwwroot.of(text);
            if (matrix.sites().contains(site)) {
                return site;
            }
        } catch (InvalidAddressException wrong) {
            // As one that is no member.
        }
        throw new NotFoundException();
    }
}
