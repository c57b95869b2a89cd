package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import network.constellation.hub.registry.Registry;
import network.constellation.hub.subnets.WhoCallsWhom.Right;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** Who may call whom, now and after changes that are only thought of. */
final class SimulationPages implements Pages {
    private static final Class<?> ROOM = LinkPages.class;
    private static final String PATH = "/hub/simulate";
    private static final int LONGEST = 2000;

    private final SubNetworks subNetworks;
    private final Registry registry;
    private final Tenant tenant;
    private final Texts texts;

    @Inject
    SimulationPages(SubNetworks subNetworks, Registry registry, Tenant tenant, Texts texts) {
        this.texts = texts;
        this.subNetworks = subNetworks;
        this.registry = registry;
        this.tenant = tenant;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, Access.siteAdministrator(), this::show);
    }

    /** A right and whether the change gives or takes it, or neither. */
    private record Shown(Right right, State state, String word) {}

    private WebResponse show(WebRequest request) {
        String changes = request.query("change");
        NetworkPlan now = subNetworks.plan();
        NetworkPlan then = now;
        String wrong = "";
        try {
            then = PlanChange.applyAll(
                    now,
                    changes.substring(0, Math.min(changes.length(), LONGEST))
                            .lines()
                            .toList());
        } catch (IllegalArgumentException refused) {
            wrong = String.valueOf(refused.getMessage());
            then = now;
        }
        SortedSet<Right> rights = WhoCallsWhom.under(now);
        WhoCallsWhom.Change change = WhoCallsWhom.between(now, then);
        List<Shown> rows = new ArrayList<>();
        change.gained().forEach(right -> rows.add(new Shown(right, State.GOOD, "right.gained")));
        change.lost().forEach(right -> rows.add(new Shown(right, State.BAD, "right.lost")));
        if (changes.isBlank()) {
            rights.forEach(right -> rows.add(new Shown(right, State.UNKNOWN, "right.has")));
        }
        Map<Wwwroot, String> names = names();
        TableQuery query = TableQuery.from(request, "caller", Set.of(), Set.of())
                .keeping(changes.isBlank() ? Map.of() : Map.of("change", changes));
        UnaryOperator<String> words = texts.in(request.locale(), ROOM)::say;
        String search = query.search().toLowerCase(Locale.ROOT);
        List<Shown> found = rows.stream()
                .filter(row -> (name(names, row.right().caller()) + " "
                                + name(names, row.right().callee()) + " "
                                + ServiceNames.of(words, row.right().service()) + " "
                                + row.right().service())
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .toList();
        Table table = Table.of("simulate.rights", query, Slice.of(found, query))
                .column(
                        "column.change",
                        row -> row.state() == State.UNKNOWN
                                ? Cell.said(ROOM, row.word())
                                : Cell.badge(Badge.of(row.state(), ROOM, row.word())))
                .column(
                        "column.caller",
                        row -> Cell.text(name(names, row.right().caller())))
                .column(
                        "column.callee",
                        row -> Cell.text(name(names, row.right().callee())))
                .column(
                        "column.service",
                        row -> Cell.text(ServiceNames.of(words, row.right().service())))
                .whenEmpty(EmptyState.of(ROOM, "simulate.nothing.title", "simulate.nothing.text")
                        .firstStep(ROOM, "simulate.nothing.step", PATH))
                .done();
        if (query.csv()) {
            return WebResponse.csv(ROOM, table, "rights");
        }
        return PageView.of(ROOM, "subnets/simulate.jte", "simulate.title")
                .under("list.title", "/hub/subnetworks")
                .with("changes", changes)
                .with("wrong", wrong)
                .with(
                        "example",
                        now.members().keySet().stream()
                                .findFirst()
                                .map(Wwwroot::value)
                                .orElse("https://site.example.org"))
                .with("picture", CallsPicture.of(now, names, rights, change))
                .with("table", table)
                .answer();
    }

    private static String name(Map<Wwwroot, String> names, Wwwroot site) {
        return names.getOrDefault(site, site.value());
    }

    private Map<Wwwroot, String> names() {
        Map<Wwwroot, String> names = new HashMap<>();
        registry.all().forEach(member -> names.put(member.wwwroot(), member.name()));
        names.put(tenant.wwwroot(), tenant.name());
        return names;
    }
}
