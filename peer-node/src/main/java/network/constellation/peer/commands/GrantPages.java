package network.constellation.peer.commands;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.Confirmation;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** What the hub may do here, to accept, narrow and withdraw; and what it has done. */
@Singleton
final class GrantPages implements Pages {
    static final String PATH = "/admin/hub";
    private static final String RECEIVED = PATH + "/orders";
    private static final Class<?> ROOM = GrantPages.class;
    private static final Access WHO = Access.siteAdministrator();

    private final Grants grants;
    private final CallStore calls;

    @Inject
    GrantPages(Grants grants, CallStore calls) {
        this.grants = grants;
        this.calls = calls;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, request -> show(request, Form.empty(), ""))
                .post(PATH, WHO, this::grant)
                .get(PATH + "/withdraw", WHO, this::confirm)
                .post(PATH + "/withdraw", WHO, this::withdraw)
                .get(RECEIVED, WHO, this::received);
    }

    private WebResponse show(WebRequest request, Form form, String open) {
        Optional<Peer> hub = grants.hub();
        Map<Operation, Grant> given = hub.map(peer -> grants.of(peer.wwwroot())).orElse(List.of()).stream()
                .collect(Collectors.toMap(Grant::operation, Function.identity()));
        List<GrantLine> lines = Arrays.stream(Operation.values())
                .map(operation -> line(operation, Optional.ofNullable(given.get(operation)), request))
                .toList();
        return PageView.of(ROOM, "commands/grants.jte", "grants.title")
                .under("grants.myhub", "/admin/myhub")
                .with("hub", hub)
                .with("lines", lines)
                .with("form", form)
                .with("open", open)
                .answer()
                .withStatus(form.ok() ? 200 : 422);
    }

    private static GrantLine line(Operation operation, Optional<Grant> grant, WebRequest request) {
        boolean open = grant.isPresent() && grant.get().isOpen(request.now());
        Badge badge = open
                ? Badge.of(
                        operation.isDangerous() ? State.ATTENTION : State.GOOD,
                        ROOM,
                        grant.get().bounds().equals(Bounds.none()) ? "grants.granted" : "grants.narrowed")
                : Badge.of(State.UNKNOWN, ROOM, grant.isPresent() ? "grants.ended" : "grants.withheld");
        return new GrantLine(operation, grant, badge);
    }

    private WebResponse grant(WebRequest request) {
        Operation operation = Operation.of(request.form("operation")).orElseThrow(NotFoundException::new);
        Peer hub = grants.hub().orElseThrow(NotFoundException::new);
        Form form = Form.from(request);
        String field = "only-" + operation.label();
        try {
            String until = form.value("until-" + operation.label());
            Bounds bounds = new Bounds(
                    form.value(field),
                    until.isEmpty()
                            ? null
                            : LocalDate.parse(until).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                    bytes(form.value("most-" + operation.label())),
                    form.isChecked("reading-" + operation.label()));
            grants.grant(
                    hub.wwwroot(), List.of(operation), bounds, request.user().username());
        } catch (DateTimeParseException noDate) {
            form.error("until-" + operation.label(), Message.of(ROOM, "grants.date"));
        } catch (IllegalArgumentException wrong) {
            form.error(field, Message.of(ROOM, "grants.pattern"));
        }
        return form.ok()
                ? WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "grants.given", named(operation)))
                : show(request, form, operation.label());
    }

    private static Message named(Operation operation) {
        return Message.of(ROOM, "operation." + operation.label());
    }

    private static long bytes(String typed) {
        if (!typed.matches("[0-9]{0,12}")) {
            throw new IllegalArgumentException(typed);
        }
        return typed.isEmpty() ? 0 : Long.parseLong(typed);
    }

    /** Says exactly what ends, and what was done under it. */
    private WebResponse confirm(WebRequest request) {
        Operation operation = Operation.of(request.query("operation")).orElseThrow(NotFoundException::new);
        Peer hub = grants.hub().orElseThrow(NotFoundException::new);
        Grant grant = grants.of(hub.wwwroot()).stream()
                .filter(one -> one.operation() == operation)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new Confirmation(
                        "grants.withdraw",
                        Message.of(ROOM, "grants.withdraw.question", named(operation), hub.name()),
                        Message.of(ROOM, "grants.withdraw.extent", named(operation), calls.count(operation)),
                        Message.of(ROOM, "grants.withdraw.consequence"),
                        Message.of(ROOM, "grants.withdraw"),
                        PATH + "/withdraw?operation=" + operation.label(),
                        Map.of(),
                        PATH)
                .answer();
    }

    private WebResponse withdraw(WebRequest request) {
        Operation operation = Operation.of(request.query("operation")).orElseThrow(NotFoundException::new);
        Peer hub = grants.hub().orElseThrow(NotFoundException::new);
        grants.withdraw(hub.wwwroot(), List.of(operation), request.user().username());
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "grants.taken", named(operation)));
    }

    private WebResponse received(WebRequest request) {
        TableQuery query = TableQuery.from(request, "at", Set.of(), Set.of());
        Table table = Table.of(
                        "received.title", query, new Slice<>(calls.latest(query.offset(), query.size()), calls.count()))
                .unsearched()
                .column("received.state", call -> Cell.badge(badge(call)))
                .column("received.at", call -> Cell.time(call.at()))
                .column("received.function", call -> Cell.text(call.function().replaceFirst("^mnetadmin_rpc_", "")))
                .column("received.subject", call -> Cell.text(call.subject()))
                .column("received.former", call -> Cell.text(shortened(call.former())))
                .column("received.granted", call -> Cell.text(call.granted()))
                .column("received.by", call -> Cell.text(call.orderedBy()))
                .column("received.call", call -> Cell.code(call.callId().substring(0, 12)))
                .whenEmpty(EmptyState.of(ROOM, "received.empty.title", "received.empty.text"))
                .done();
        return query.csv()
                ? WebResponse.csv(ROOM, table, "orders-received")
                : PageView.of(ROOM, "commands/received.jte", "received.title")
                        .under("grants.myhub", "/admin/myhub")
                        .under("grants.title", PATH)
                        .with("table", table)
                        .answer();
    }

    private static Badge badge(CallRecord call) {
        return call.answer() == null
                ? Badge.of(State.WORKING, ROOM, "received.working")
                : Badge.of(State.GOOD, ROOM, "received.done");
    }

    private static String shortened(String former) {
        String text = former.equals("null") ? "" : former;
        return text.length() > 80 ? text.substring(0, 79) + "…" : text;
    }
}
