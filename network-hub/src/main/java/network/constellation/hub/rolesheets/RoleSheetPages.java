package network.constellation.hub.rolesheets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import network.constellation.hub.orders.Order;
import network.constellation.hub.orders.OrderRefused;
import network.constellation.hub.orders.OrderTarget;
import network.constellation.hub.orders.Orders;
import network.constellation.hub.orders.RoleState;
import network.constellation.hub.orders.TargetState;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Role;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;

/** Choosing a role, looking at the comparison, bringing sites into line. */
@Singleton
final class RoleSheetPages implements Pages {
    private static final String PATH = "/hub/orders/roles";
    private static final Class<?> ROOM = RoleSheetPages.class;
    private static final Access WHO = Access.siteAdministrator();
    private static final String COMPARE = "role-compare";
    private static final Set<TargetState> ANSWERED = Set.of(TargetState.PLANNED, TargetState.DONE, TargetState.QUEUED);
    private static final int RECENT = 200;

    private final Orders orders;
    private final Registry registry;
    private final Platform platform;

    @Inject
    RoleSheetPages(Orders orders, Registry registry, Platform platform) {
        this.orders = orders;
        this.registry = registry;
        this.platform = platform;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, this::start)
                .post(PATH, WHO, this::compare)
                .get(PATH + "/{number}", WHO, this::show)
                .post(PATH + "/{number}/sync", WHO, this::sync);
    }

    private WebResponse start(WebRequest request) {
        List<Order> recent = orders.list(0, RECENT).stream()
                .filter(order -> order.command().equals(COMPARE))
                .limit(10)
                .toList();
        return PageView.of(ROOM, "rolesheets/start.jte", "roles.title")
                .under("roles.orders", "/hub/orders")
                .with(
                        "roles",
                        platform.roles().all().stream()
                                .collect(Collectors.toMap(
                                        Role::shortname, Role::name, (one, other) -> one, LinkedHashMap::new)))
                .with("recent", recent)
                .answer();
    }

    private WebResponse compare(WebRequest request) {
        try {
            Order order = orders.plan(
                    COMPARE,
                    Map.of("role", request.form("role")),
                    List.of("all"),
                    request.user().username());
            return WebResponse.redirect(PATH + "/" + order.number());
        } catch (OrderRefused refused) {
            return refused(refused);
        }
    }

    private Order order(WebRequest request) {
        return orders.find((int) Math.min(request.number("number"), Integer.MAX_VALUE))
                .filter(order -> order.command().equals(COMPARE))
                .orElseThrow(NotFoundException::new);
    }

    private WebResponse show(WebRequest request) {
        Order order = order(request);
        Map<Wwwroot, RoleState> sheets = new TreeMap<>();
        Map<Wwwroot, OrderTarget> silent = new TreeMap<>();
        for (OrderTarget target : orders.targets(order.number())) {
            if (ANSWERED.contains(target.state())) {
                sheets.put(target.peer(), RoleState.of(target.after()));
            } else {
                silent.put(target.peer(), target);
            }
        }
        RoleComparison comparison = RoleComparison.of(sheets);
        boolean all = !request.query("all").isEmpty();
        String search = request.query("q").strip();
        List<RoleComparison.Row> rows = comparison.rows().stream()
                .filter(row -> all || row.differs())
                .filter(row -> row.capability().contains(search))
                .toList();
        return PageView.of(
                        ROOM,
                        "rolesheets/comparison.jte",
                        "roles.one",
                        order.parameters().getOrDefault("role", ""))
                .under("roles.orders", "/hub/orders")
                .under("roles.title", PATH)
                .with("order", order)
                .with("comparison", comparison)
                .with("rows", rows)
                .with("names", names())
                .with("silent", silent.values().stream().toList())
                .with("all", all)
                .with("search", search)
                .answer();
    }

    private Map<Wwwroot, String> names() {
        return registry.members().stream().collect(Collectors.toMap(Member::wwwroot, Member::name));
    }

    /** Plans; the plan's own page asks for the confirmation. */
    private WebResponse sync(WebRequest request) {
        Order compared = order(request);
        String source = request.form("source");
        List<String> targets = orders.targets(compared.number()).stream()
                .filter(target -> ANSWERED.contains(target.state()))
                .map(target -> target.peer().value())
                .filter(site -> !site.equals(source))
                .toList();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("role", compared.parameters().getOrDefault("role", ""));
        parameters.put("source", source);
        if (!request.form("capability").isEmpty()) {
            parameters.put("capability", request.form("capability"));
        }
        try {
            Order planned =
                    orders.plan("role-sync", parameters, targets, request.user().username());
            return WebResponse.redirect("/hub/orders/" + planned.number());
        } catch (OrderRefused refused) {
            return refused(refused);
        }
    }

    private static WebResponse refused(OrderRefused refused) {
        return WebResponse.problem(409, Message.of(ROOM, "roles.refused", String.valueOf(refused.getMessage())));
    }
}
