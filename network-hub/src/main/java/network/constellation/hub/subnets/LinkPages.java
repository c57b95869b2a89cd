package network.constellation.hub.subnets;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
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
import network.constellation.peer.web.view.Cell;
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

    private final SubNetworks subNetworks;
    private final Members members;
    private final LinkCheck check;
    private final Registry registry;

    @Inject
    LinkPages(SubNetworks subNetworks, Members members, LinkCheck check, Registry registry) {
        this.subNetworks = subNetworks;
        this.members = members;
        this.check = check;
        this.registry = registry;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, ADMIN, this::show)
                .post(PATH + "/matrix", ADMIN, this::matrix)
                .post(PATH + "/repair", ADMIN, this::repair)
                .post(PATH + "/member", ADMIN, this::member);
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
        List<LinkEnd> ends = subNetworks.links().stream()
                .filter(end -> end.subnetwork() == network.number())
                .toList();
        List<Row> rows = network.members().stream()
                .flatMap(site -> registry.find(site).stream())
                .map(member -> new Row(
                        member,
                        MemberLinks.of(
                                member.wwwroot(),
                                ends.stream()
                                        .filter(end -> end.at().equals(member.wwwroot())
                                                || end.about().equals(member.wwwroot()))
                                        .toList())))
                .toList();
        List<PairView> pairs = PairView.of(ends);
        TableQuery query = TableQuery.from(request, "one", Set.of(), Set.of());
        Table links = Table.of("links.title", query, Slice.of(pairs, query))
                .column("column.one", pair -> Cell.text(name(pair.one())))
                .column("column.stateOne", pair -> Cell.badge(PairView.badge(pair.atOne())))
                .column("column.servicesOne", pair -> Cell.text(PairView.services(pair.atOne())))
                .column("column.other", pair -> Cell.text(name(pair.other())))
                .column("column.stateOther", pair -> Cell.badge(PairView.badge(pair.atOther())))
                .column("column.servicesOther", pair -> Cell.text(PairView.services(pair.atOther())))
                .column("column.wrong", pair -> Cell.text(pair.wrong()))
                .whenEmpty(EmptyState.of(ROOM, "links.empty.title", "links.empty.text")
                        .firstStep(ROOM, "links.empty.step", "/hub/subnetworks"))
                .done();
        return PageView.of(ROOM, "subnets/one.jte", "one.title", String.valueOf(network.number()))
                .under("list.title", "/hub/subnetworks")
                .with("network", network)
                .with("rows", rows)
                .with("links", links)
                .answer();
    }

    private String name(Wwwroot site) {
        return registry.find(site).map(Member::name).orElse(site.value());
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
            return back.withNotice(Message.of(ROOM, "matrix.refused"));
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

    private WebResponse member(WebRequest request) {
        SubNetwork network = network(request.form("number"));
        Wwwroot site = site(request.form("site"));
        try {
            UUID job = changed(request, network, site);
            return WebResponse.redirect(PATH + "?number=" + network.number())
                    .withNotice(Message.of(ROOM, "member." + request.form("do") + ".done", name(site), job));
        } catch (ApprovalNeeded waits) {
            return WebResponse.redirect("/hub/approvals/" + waits.number())
                    .withNotice(Message.of(ROOM, "member.second"));
        }
    }

    private UUID changed(WebRequest request, SubNetwork network, Wwwroot site) {
        String actor = actor(request);
        return switch (request.form("do")) {
            case "leave" -> subNetworks.leave(network.number(), site, actor);
            case "disable" -> members.disable(site, actor);
            case "enable" -> members.enable(site, actor);
            case "remove" -> members.remove(site, Person.of(request.user()));
            default -> throw new NotFoundException();
        };
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
