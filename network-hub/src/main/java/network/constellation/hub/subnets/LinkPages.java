package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import network.constellation.hub.registry.Member;
import network.constellation.hub.registry.Registry;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.Confirmation;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;
import network.constellation.protocol.directory.strategy.ServiceMatrix;

/** One sub-network: its members, its matrix, and its links with both ends side by side. */
public final class LinkPages implements Pages {
    private static final Class<?> ROOM = LinkPages.class;
    private static final Access ADMIN = Access.siteAdministrator();
    private static final String PATH = "/hub/subnetwork";
    private static final String LEAVE = "/hub/subnetworks/leave";

    private final SubNetworks subNetworks;
    private final LinkCheck check;
    private final Registry registry;
    private final Texts texts;

    @Inject
    LinkPages(SubNetworks subNetworks, LinkCheck check, Registry registry, Texts texts) {
        this.texts = texts;
        this.subNetworks = subNetworks;
        this.check = check;
        this.registry = registry;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, ADMIN, this::show)
                .post(PATH + "/matrix", ADMIN, this::matrix)
                .post(PATH + "/repair", ADMIN, this::repair)
                .get(LEAVE, ADMIN, this::confirmLeave)
                .post(LEAVE, ADMIN, this::leave);
    }

    /** A member with how its links stand. */
    public record Row(Member member, MemberLinks links) {
        /** Which action is offered beside leaving. */
        public boolean isDisabled() {
            return member.state() == Member.State.DISABLED;
        }
    }

    private WebResponse show(WebRequest request) {
        SubNetwork network = network(request.query("number"));
        List<LinkEnd> ends = subNetworks.linksIn(network.number());
        Map<Wwwroot, List<LinkEnd>> bySite = new HashMap<>();
        for (LinkEnd end : ends) {
            bySite.computeIfAbsent(end.at(), site -> new ArrayList<>()).add(end);
            bySite.computeIfAbsent(end.about(), site -> new ArrayList<>()).add(end);
        }
        List<Row> rows = network.members().stream()
                .flatMap(site -> registry.find(site).stream())
                .map(member -> new Row(
                        member, MemberLinks.of(member.wwwroot(), bySite.getOrDefault(member.wwwroot(), List.of()))))
                .toList();
        TableQuery query = TableQuery.from(request, "one", Set.of(), Set.of())
                .keeping(Map.of("number", String.valueOf(network.number())));
        Table links = table(query, PairView.of(ends), texts.in(request.locale(), ROOM)::say);
        if (query.csv()) {
            return WebResponse.csv(ROOM, links, "links");
        }
        return PageView.of(ROOM, "subnets/one.jte", "one.title", String.valueOf(network.number()))
                .under("list.title", "/hub/subnetworks")
                .with("network", network)
                .with("rows", rows)
                .with("links", links)
                .answer();
    }

    private Table table(TableQuery query, List<PairView> all, UnaryOperator<String> words) {
        Map<Wwwroot, String> names = new HashMap<>();
        registry.all().forEach(member -> names.put(member.wwwroot(), member.name()));
        String search = query.search().toLowerCase(Locale.ROOT);
        List<PairView> pairs = all.stream()
                .filter(pair -> (name(names, pair.one()) + " " + pair.one() + " " + name(names, pair.other()) + " "
                                + pair.other())
                        .toLowerCase(Locale.ROOT)
                        .contains(search))
                .toList();
        return Table.of("links.title", query, Slice.of(pairs, query))
                .column("column.one", pair -> Cell.text(name(names, pair.one())))
                .column("column.stateOne", pair -> Cell.badge(PairView.badge(pair.atOne())))
                .column("column.servicesOne", pair -> Cell.prose(PairView.services(words, pair.atOne())))
                .column("column.other", pair -> Cell.text(name(names, pair.other())))
                .column("column.stateOther", pair -> Cell.badge(PairView.badge(pair.atOther())))
                .column("column.servicesOther", pair -> Cell.prose(PairView.services(words, pair.atOther())))
                .column("column.wrong", pair -> Cell.text(pair.wrong()))
                .whenEmpty(EmptyState.of(ROOM, "links.empty.title", "links.empty.text")
                        .firstStep(ROOM, "links.empty.step", "/hub/subnetworks"))
                .done();
    }

    private static String name(Map<Wwwroot, String> names, Wwwroot site) {
        return names.getOrDefault(site, site.value());
    }

    private String name(Wwwroot site) {
        return registry.find(site).map(Member::name).orElse(site.value());
    }

    /** Says first how many lose what. */
    private WebResponse confirmLeave(WebRequest request) {
        SubNetwork network = network(request.query("number"));
        Wwwroot site = site(request.query("site"));
        if (!network.members().contains(site)) {
            throw new NotFoundException();
        }
        return new Confirmation(
                        "one.title.short",
                        Message.of(ROOM, "member.leave.question", name(site), network.number()),
                        Message.of(
                                ROOM, "member.leave.extent", network.members().size() - 1),
                        Message.of(ROOM, "member.leave.consequence"),
                        Message.of(ROOM, "member.leave"),
                        LEAVE,
                        Map.of("number", String.valueOf(network.number()), "site", site.value()),
                        PATH + "?number=" + network.number())
                .answer();
    }

    private WebResponse matrix(WebRequest request) {
        SubNetwork network = network(request.form("number"));
        Set<String> publish = new TreeSet<>();
        Set<String> subscribe = new TreeSet<>();
        for (String service : MatrixRules.SIBLINGS) {
            if (!request.form("publish." + service).isEmpty()) {
                publish.add(service);
            }
            if (!request.form("subscribe." + service).isEmpty()) {
                subscribe.add(service);
            }
        }
        String why = request.form("why").strip();
        WebResponse back = WebResponse.redirect(PATH + "?number=" + network.number());
        try {
            subNetworks.setMatrix(
                    network.number(),
                    new ServiceMatrix(publish, subscribe),
                    why.isEmpty() ? Optional.empty() : Optional.of(why.substring(0, Math.min(why.length(), 500))),
                    actor(request));
        } catch (IllegalArgumentException wrong) {
            return back.withRefusal(Message.of(ROOM, "matrix.refused"));
        }
        return back.withNotice(Message.of(ROOM, "matrix.saved"));
    }

    private WebResponse repair(WebRequest request) {
        SubNetwork network = network(request.form("number"));
        CheckReport report = check.repair(Optional.empty(), actor(request)).report();
        return WebResponse.redirect(PATH + "?number=" + network.number())
                .withNotice(
                        report.isWhole()
                                ? Message.of(ROOM, "repair.whole", report.compared())
                                : Message.of(
                                        ROOM,
                                        "repair.found",
                                        report.differences().size(),
                                        report.silent().size()));
    }

    private WebResponse leave(WebRequest request) {
        SubNetwork network = network(request.form("number"));
        Wwwroot site = site(request.form("site"));
        WebResponse back = WebResponse.redirect(PATH + "?number=" + network.number());
        try {
            subNetworks.leave(network.number(), site, actor(request));
        } catch (IllegalArgumentException wrong) {
            return back.withRefusal(Message.of(ROOM, "member.leave.refused", String.valueOf(wrong.getMessage())));
        }
        return back.withNotice(Message.of(ROOM, "member.leave.done", name(site)));
    }

    private SubNetwork network(String number) {
        return Optional.of(number)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .flatMap(text -> subNetworks.find(Integer.parseInt(text)))
                .orElseThrow(NotFoundException::new);
    }

    private Wwwroot site(String address) {
        try {
            Wwwroot site = Wwwroot.of(address);
            if (registry.find(site).isPresent()) {
                return site;
            }
        } catch (InvalidAddressException wrong) {
            // As one that is not there.
        }
        throw new NotFoundException();
    }

    private static String actor(WebRequest request) {
        return request.user().username();
    }
}
