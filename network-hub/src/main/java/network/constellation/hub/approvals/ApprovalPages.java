package network.constellation.hub.approvals;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/** Requests for a second person: the list, and one with exactly what would run. */
@Singleton
final class ApprovalPages implements Pages {
    static final String PATH = "/hub/approvals";
    static final Access WHO = Access.siteAdministrator();
    private static final String ONE = PATH + "/{number}";
    private static final Class<?> ROOM = ApprovalPages.class;

    private static final int SEARCHED = 1_000;

    private final Approvals approvals;
    private final Administrators administrators;
    private final Texts texts;

    @Inject
    ApprovalPages(Approvals approvals, Administrators administrators, Texts texts) {
        this.texts = texts;
        this.approvals = approvals;
        this.administrators = administrators;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::list)
                .get(ONE, WHO, this::show)
                .post(ONE + "/approve", WHO, this::approve)
                .post(ONE + "/refuse", WHO, this::refuse);
    }

    private WebResponse list(WebRequest request) {
        Texts.Text words = texts.in(request.locale(), ROOM);
        TableQuery query = TableQuery.from(request, "number", Set.of(), Set.of());
        Table table = Table.of(
                        "approvals.title",
                        query,
                        query.search().isEmpty()
                                ? new Slice<>(approvals.list(query.offset(), query.size()), approvals.count())
                                : Slice.of(found(words, query.search()), query))
                .column("column.state", one -> Cell.badge(badge(one)))
                .column("column.request", one -> Cell.link(one.number() + " · " + kind(words, one.kind()), path(one)))
                .column("column.reason", one -> Cell.text(one.reason()))
                .column("column.by", one -> Cell.text(one.askedBy().name()))
                .column("column.asked", one -> Cell.time(one.askedAt()))
                .column("column.expires", one -> one.isWaiting() ? Cell.time(one.expiresAt()) : Cell.text(""))
                .column("column.outcome", one -> Cell.text(one.outcome().orElse("")))
                .whenEmpty(EmptyState.of(ROOM, "approvals.empty.title", "approvals.empty.text"))
                .done();
        return query.csv()
                ? WebResponse.csv(ROOM, table, "approvals")
                : PageView.of(ROOM, "approvals/list.jte", "approvals.title")
                        .with("table", table)
                        .with("alone", administrators.oneSuffices())
                        .with("administrators", administrators.present().size())
                        .with(
                                "kinds",
                                approvals.kinds().stream()
                                        .map(kind -> kind(words, kind))
                                        .toList())
                        .answer();
    }

    /** The newest that fit, by what the list shows of them. */
    private List<Approval> found(Texts.Text words, String typed) {
        String search = typed.toLowerCase(Locale.ROOT);
        return approvals.list(0, SEARCHED).stream()
                .filter(one -> (one.number() + " " + kind(words, one.kind()) + " " + one.kind() + " " + one.reason()
                                + " " + one.askedBy().name())
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .toList();
    }

    /** What people call an act; one without a name of its own keeps the programs' word. */
    private static String kind(Texts.Text words, String kind) {
        return words.has("kind." + kind) ? words.say("kind." + kind) : kind;
    }

    private static String path(Approval approval) {
        return PATH + "/" + approval.number();
    }

    private static Badge badge(Approval approval) {
        State shown = switch (approval.state()) {
            case WAITING -> State.ATTENTION;
            case EXECUTING -> State.WORKING;
            case DONE -> State.GOOD;
            case FAILED, CHANGED -> State.BAD;
            case REFUSED, EXPIRED -> State.UNKNOWN;
        };
        return Badge.of(shown, ROOM, "approval." + approval.state().label());
    }

    private Approval approval(WebRequest request) {
        try {
            return approvals.required((int) Math.min(request.number("number"), Integer.MAX_VALUE));
        } catch (ApprovalRefused none) {
            throw new NotFoundException();
        }
    }

    private WebResponse show(WebRequest request) {
        approvals.expire();
        Approval approval = approval(request);
        String kind = kind(texts.in(request.locale(), ROOM), approval.kind());
        long me = request.user().id();
        boolean mine = approval.askedBy().account().filter(id -> id == me).isPresent();
        boolean said = approval.voices().stream().anyMatch(voice -> voice.account() == me);
        return PageView.of(ROOM, "approvals/one.jte", "approval.title", approval.number(), kind)
                .under("approvals.title", PATH)
                .with("approval", approval)
                .with("kind", kind)
                .with("badge", badge(approval))
                .with("may", approval.isWaiting() && !mine && !said)
                .with("mine", mine || said)
                .answer();
    }

    private WebResponse approve(WebRequest request) {
        Approval approval = approval(request);
        try {
            Approval now = approvals.approve(approval.number(), request.form("sha256"), Person.of(request.user()));
            return WebResponse.redirect(path(now))
                    .withNotice(Message.of(ROOM, "approval.now." + now.state().label()));
        } catch (ApprovalRefused refused) {
            return problem(refused);
        }
    }

    private WebResponse refuse(WebRequest request) {
        Approval approval = approval(request);
        try {
            approvals.refuse(approval.number(), request.form("reason"), Person.of(request.user()));
            return WebResponse.redirect(path(approval));
        } catch (ApprovalRefused refused) {
            return problem(refused);
        }
    }

    private static WebResponse problem(ApprovalRefused refused) {
        return WebResponse.problem(409, Message.of(ROOM, "approvals.problem", String.valueOf(refused.getMessage())));
    }
}
