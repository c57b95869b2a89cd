package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.outbound.AddressRules;
import network.constellation.peer.outbound.ModernKeysFetch;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** The administrator's list of other sites, and the form that adds one. */
@Singleton
final class PeersPages implements Pages {
    static final String PATH = "/admin/peers";
    static final Access WHO = Access.siteAdministrator();
    private static final Class<?> ROOM = PeersPages.class;

    private final Peers peers;
    private final Offers offers;
    private final ModernKeysFetch keys;
    private final AddressRules rules;

    @Inject
    PeersPages(Peers peers, Offers offers, ModernKeysFetch keys, AddressRules rules) {
        this.peers = peers;
        this.offers = offers;
        this.keys = keys;
        this.rules = rules;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::list)
                .get(PATH + "/new", WHO, request -> form(Form.empty()))
                .post(PATH + "/new", WHO, this::add);
    }

    /** One line of the list: a peer, or an offer. */
    private record Line(PeerState state, Wwwroot wwwroot, String name, String suite, Instant until, Contact contact) {}

    private WebResponse list(WebRequest request) {
        TableQuery query = TableQuery.from(request, "address", Set.of(), Set.of());
        List<Line> lines = new ArrayList<>();
        for (PeerOffer offer : offers.list()) {
            lines.add(new Line(
                    offer.state(),
                    offer.wwwroot(),
                    offer.wwwroot().host(),
                    "",
                    offer.identity().certificate().notAfter(),
                    Contact.NONE));
        }
        for (Peer peer : peers.list()) {
            lines.add(new Line(
                    peer.state(),
                    peer.wwwroot(),
                    peer.name(),
                    peer.callSuite().label(),
                    peer.keyExpires(),
                    peers.contact(peer.wwwroot())));
        }
        String wanted = query.search().toLowerCase(Locale.ROOT);
        List<Line> found = lines.stream()
                .filter(line -> (line.name() + " " + line.wwwroot())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        Table table = Table.of("peers.caption", query, Slice.of(found, query))
                .column("column.state", line -> Cell.badge(badge(line.state())))
                .column("column.site", line -> Cell.link(line.name(), sitePath(line.wwwroot())))
                .column("column.address", line -> Cell.text(line.wwwroot().value()))
                .column("column.suite", line -> Cell.text(line.suite()))
                .column("column.until", line -> Cell.time(line.until()))
                .column(
                        "column.contact",
                        line -> Cell.time(line.contact().lastContact().orElse(null)))
                .column(
                        "column.error",
                        line -> Cell.text(line.contact().lastError().orElse("")))
                .whenEmpty(EmptyState.of(ROOM, "peers.empty.title", "peers.empty.text")
                        .firstStep(ROOM, "peers.new", PATH + "/new"))
                .done();
        if (query.csv()) {
            return WebResponse.csv(ROOM, table, "sites");
        }
        return PageView.of(ROOM, "peers/list.jte", "peers.title")
                .with("table", table)
                .answer();
    }

    static Badge badge(PeerState state) {
        State colour = switch (state) {
            case APPROVED -> State.GOOD;
            case PENDING -> State.ATTENTION;
            case SUSPENDED, REFUSED -> State.BAD;
            case DELETED -> State.UNKNOWN;
        };
        return Badge.of(colour, ROOM, "peer.state." + state.label());
    }

    static String sitePath(Wwwroot wwwroot) {
        return PATH + "/site?wwwroot=" + URLEncoder.encode(wwwroot.value(), StandardCharsets.UTF_8);
    }

    private static WebResponse form(Form form) {
        return PageView.of(ROOM, "peers/new.jte", "peers.new")
                .with("form", form)
                .under("peers.title", PATH)
                .answer()
                .withStatus(form.ok() ? 200 : 422);
    }

    private WebResponse add(WebRequest request) {
        Form form = Form.from(request);
        Wwwroot wwwroot;
        PeerTerms terms;
        try {
            wwwroot = Wwwroot.normalized(form.value("wwwroot"));
            terms = new PeerTerms(
                    form.value("name").isEmpty() ? wwwroot.host() : form.value("name"),
                    Application.ofLabel(form.value("application")).orElse(Application.CONSTELLATION),
                    SuiteChoice.ofLabel(form.value("suite")).orElse(SuiteChoice.AUTO),
                    allowed(form),
                    form.isChecked("http"));
        } catch (InvalidAddressException noAddress) {
            return form(form.error("wwwroot", Message.of(ROOM, "peers.error.address")));
        } catch (IllegalArgumentException noRange) {
            return form(form.error("allowed", Message.of(ROOM, "peers.error.range")));
        }
        try {
            PublicIdentity shown = keys.keysOf(wwwroot, terms);
            rules.requireCallable(shown, terms);
            offers.propose(shown, terms, request.user().username());
        } catch (UnreachableException unreachable) {
            return form(form.error("wwwroot", Message.of(ROOM, "peers.error.unreachable", unreachable.why())));
        } catch (PeersException unfit) {
            return form(form.error(
                    "wwwroot",
                    Message.of(
                            ROOM,
                            "peers.error.unfit",
                            Optional.ofNullable(unfit.getMessage()).orElse(""))));
        }
        return WebResponse.redirect(sitePath(wwwroot)).withNotice(Message.of(ROOM, "peers.fetched"));
    }

    private static List<AddressRange> allowed(Form form) {
        String typed = form.value("allowed").strip();
        return typed.isEmpty() ? List.of() : AddressRange.parseAll(List.of(typed.split("[\\s,]+")));
    }
}
