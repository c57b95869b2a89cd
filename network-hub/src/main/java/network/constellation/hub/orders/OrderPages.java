package network.constellation.hub.orders;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.SubNetworks;
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
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** All orders, and the steps that lead to a new one: the command, then its parameters and the sites. */
@Singleton
final class OrderPages implements Pages {
    static final String PATH = "/hub/orders";
    static final Class<?> ROOM = OrderPages.class;
    static final Access WHO = Access.siteAdministrator();
    private static final int SHOWN = 80;
    private static final int MOST_WORDS = 8;

    private final Orders orders;
    private final Registry registry;
    private final SubNetworks subNetworks;
    private final Texts texts;

    @Inject
    OrderPages(Orders orders, Registry registry, SubNetworks subNetworks, Texts texts) {
        this.orders = orders;
        this.registry = registry;
        this.subNetworks = subNetworks;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::list).get(PATH + "/new", WHO, this::start).post(PATH + "/new", WHO, this::plan);
    }

    static String path(Order order) {
        return PATH + "/" + order.number();
    }

    private WebResponse list(WebRequest request) {
        TableQuery query = TableQuery.from(request, "number", Set.of(), Set.of());
        Texts.Text words = texts.in(request.locale(), ROOM);
        List<Order> found = orders.list(query.offset(), query.size());
        Table table = Table.of("orders.title", query, new Slice<>(found, orders.count()))
                .unsearched()
                .column("column.state", order -> Cell.badge(badge(order.state())))
                .column(
                        "column.order",
                        order -> Cell.link(
                                order.number() + " · " + words.say("command." + order.command()), path(order)))
                .column("column.parameters", order -> Cell.text(shortened(parameters(order))))
                .column(
                        "column.sites",
                        order -> Cell.number(orders.targets(order.number()).size()))
                .column("column.by", order -> Cell.text(order.createdBy()))
                .column("column.created", order -> Cell.time(order.createdAt()))
                .whenEmpty(EmptyState.of(ROOM, "orders.empty.title", "orders.empty.text")
                        .firstStep(ROOM, "orders.new", PATH + "/new"))
                .done();
        return query.csv()
                ? WebResponse.csv(ROOM, table, "orders")
                : PageView.of(ROOM, "orders/list.jte", "orders.title")
                        .with("table", table)
                        .answer();
    }

    static Badge badge(OrderState state) {
        State shown = switch (state) {
            case PLANNING, RUNNING, ROLLING_BACK -> State.WORKING;
            case PLANNED -> State.ATTENTION;
            case DONE, ROLLED_BACK -> State.GOOD;
            case INCOMPLETE, PARTLY_ROLLED_BACK -> State.BAD;
            case CANCELLED -> State.UNKNOWN;
        };
        return Badge.of(shown, ROOM, "order." + state.label());
    }

    static String parameters(Order order) {
        return order.parameters().entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    /** A state as a person reads it. */
    static String shown(JsonNode state) {
        if (state.isObject() && state.has("on")) {
            return state.path("on").booleanValue()
                    ? "ON: " + state.path("message").asText()
                    : "OFF";
        }
        if (state.isObject() && state.size() > MOST_WORDS) {
            return set(state) + "/" + state.size();
        }
        return state.isNull() ? "–" : shortened(state.isTextual() ? "\"" + state.textValue() + "\"" : plain(state));
    }

    /** How many of a long list say something. */
    private static int set(JsonNode state) {
        int set = 0;
        for (JsonNode one : state) {
            set += one.isNull() || one.isNumber() && one.intValue() == 0 ? 0 : 1;
        }
        return set;
    }

    private static String plain(JsonNode state) {
        return state.toString().replaceAll("[{}\"]", "").replace(",", ", ").replace(":", ": ");
    }

    static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN - 1) + "…" : text;
    }

    private WebResponse start(WebRequest request) {
        String command = request.query("command");
        if (command.isEmpty()) {
            return PageView.of(ROOM, "orders/commands.jte", "orders.new")
                    .under("orders.title", PATH)
                    .with("commands", orders.commands())
                    .answer();
        }
        Form form = Form.empty().set("scope", "all");
        request.parameters().forEach(form::set);
        return form(command, form, 200);
    }

    private WebResponse form(String command, Form form, int status) {
        List<CommandParameter> parameters;
        try {
            parameters = orders.parametersOf(command);
        } catch (OrderRefused unknown) {
            throw new NotFoundException();
        }
        Map<String, String> scopes = new LinkedHashMap<>();
        subNetworks
                .list()
                .forEach(one -> scopes.put(
                        "subnet:" + one.number(), one.number() + (one.name().isBlank() ? "" : " · " + one.name())));
        return PageView.of(ROOM, "orders/new.jte", "orders.new")
                .under("orders.title", PATH)
                .with("command", command)
                .with("parameters", parameters)
                .with("form", form)
                .with("scopes", scopes)
                .with("sites", sites())
                .answer()
                .withStatus(status);
    }

    private List<Member> sites() {
        return registry.members().stream()
                .filter(member -> member.state() == Member.State.ADMITTED)
                .toList();
    }

    private WebResponse plan(WebRequest request) {
        Form form = Form.from(request);
        String command = request.form("command");
        Map<String, String> given = new LinkedHashMap<>();
        try {
            for (CommandParameter parameter : orders.parametersOf(command)) {
                String value = form.raw("p-" + parameter.name()).replace("\r\n", "\n");
                if (!value.isBlank()) {
                    given.put(parameter.name(), value);
                }
            }
            Order order =
                    orders.plan(command, given, targets(form), request.user().username());
            return WebResponse.redirect(path(order));
        } catch (OrderRefused refused) {
            form.error("", Message.of(ROOM, "orders.refused", String.valueOf(refused.getMessage())));
            return form(command, form, 422);
        }
    }

    private List<String> targets(Form form) {
        List<String> targets = new ArrayList<>();
        switch (form.value("scope")) {
            case "all" -> targets.add("all");
            case "some" -> {
                int number = 0;
                for (Member site : sites()) {
                    if (form.isChecked("site-" + number++)) {
                        targets.add(site.wwwroot().value());
                    }
                }
            }
            default -> targets.add(form.value("scope"));
        }
        for (String filter : form.value("filters").split("\\s*\\n\\s*")) {
            if (!filter.isBlank()) {
                targets.add(filter);
            }
        }
        return targets;
    }
}
