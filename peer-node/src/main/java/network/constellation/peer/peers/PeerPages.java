package network.constellation.peer.peers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.outbound.DeclaredServices;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Confirmation;

/** One other site: its keys to compare, what to decide about it, and the services between it and us. */
@Singleton
final class PeerPages implements Pages {
    private static final Class<?> ROOM = PeerPages.class;
    private static final String SITE = PeersPages.PATH + "/site";
    private static final String SERVICES = PeersPages.PATH + "/services";

    private final Peers peers;
    private final Offers offers;
    private final Services services;
    private final DeclaredServices declared;

    @Inject
    PeerPages(Peers peers, Offers offers, Services services, DeclaredServices declared) {
        this.peers = peers;
        this.offers = offers;
        this.services = services;
        this.declared = declared;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(SITE, PeersPages.WHO, this::site)
                .post(SITE + "/approve", PeersPages.WHO, request -> decide(request, "approve"))
                .post(SITE + "/refuse", PeersPages.WHO, request -> decide(request, "refuse"))
                .post(SITE + "/suspend", PeersPages.WHO, request -> decide(request, "suspend"))
                .post(SITE + "/resume", PeersPages.WHO, request -> decide(request, "resume"))
                .get(SITE + "/remove", PeersPages.WHO, this::removal)
                .post(SITE + "/remove", PeersPages.WHO, request -> decide(request, "remove"))
                .get(SERVICES, PeersPages.WHO, request -> allHosts())
                .post(SERVICES, PeersPages.WHO, this::saveServices);
    }

    private WebResponse site(WebRequest request) {
        Wwwroot wwwroot = address(request);
        Optional<Peer> peer = peers.find(wwwroot);
        List<ShownKeys> waiting = offers.list().stream()
                .filter(offer -> offer.wwwroot().equals(wwwroot))
                .map(offer -> ShownKeys.of(offer.identity(), Optional.of(offer)))
                .toList();
        if (peer.isEmpty() && waiting.isEmpty()) {
            throw new NotFoundException();
        }
        return PageView.of(ROOM, "peers/site.jte", "peer.title", wwwroot.host())
                .with("wwwroot", wwwroot)
                .with("query", PeersPages.sitePath(wwwroot).substring(SITE.length()))
                .with("peer", peer)
                .with("keys", peer.map(known -> ShownKeys.of(known.identity(), Optional.empty())))
                .with("badge", PeersPages.badge(state(peer, waiting)))
                .with("waiting", waiting)
                .with("contact", peers.contact(wwwroot))
                .with("former", peer.isPresent() ? peers.formerKeys(wwwroot) : List.of())
                .with("services", rows(Optional.of(wwwroot)))
                .under("peers.title", PeersPages.PATH)
                .answer();
    }

    private static PeerState state(Optional<Peer> peer, List<ShownKeys> waiting) {
        return peer.map(Peer::state)
                .orElseGet(() -> waiting.get(0).offer().map(PeerOffer::state).orElse(PeerState.PENDING));
    }

    private WebResponse removal(WebRequest request) {
        Wwwroot wwwroot = address(request);
        String here = PeersPages.sitePath(wwwroot);
        String action = SITE + "/remove" + here.substring(SITE.length());
        return new Confirmation(
                        "peer.remove",
                        Message.of(ROOM, "peer.remove.question", wwwroot.value()),
                        Message.of(ROOM, "peer.remove.extent"),
                        Message.of(ROOM, "peer.remove.text"),
                        Message.of(ROOM, "peer.remove"),
                        action,
                        Map.of(),
                        here)
                .answer();
    }

    private WebResponse decide(WebRequest request, String verb) {
        Wwwroot wwwroot = address(request);
        String actor = request.user().username();
        Optional<String> fingerprint = Optional.of(request.query("fingerprint")).filter(text -> !text.isEmpty());
        try {
            switch (verb) {
                case "approve" -> offers.approve(wwwroot, fingerprint, actor);
                case "refuse" -> offers.refuse(wwwroot, fingerprint, actor);
                case "suspend" -> peers.suspend(wwwroot, actor);
                case "resume" -> peers.resume(wwwroot, actor);
                default -> {
                    offers.forget(wwwroot, actor);
                    if (peers.find(wwwroot).isPresent()) {
                        peers.remove(wwwroot, actor);
                    }
                    return WebResponse.redirect(PeersPages.PATH).withNotice(Message.of(ROOM, "peer.done.remove"));
                }
            }
        } catch (PeersException refused) {
            return WebResponse.problem(
                    409,
                    Message.of(
                            ROOM,
                            "peers.error.unfit",
                            Optional.ofNullable(refused.getMessage()).orElse("")));
        }
        return WebResponse.redirect(PeersPages.sitePath(wwwroot)).withNotice(Message.of(ROOM, "peer.done." + verb));
    }

    private WebResponse allHosts() {
        return PageView.of(ROOM, "peers/services.jte", "services.all")
                .with("services", rows(Optional.empty()))
                .under("peers.title", PeersPages.PATH)
                .answer();
    }

    private WebResponse saveServices(WebRequest request) {
        Optional<Wwwroot> peer = request.query("wwwroot").isEmpty() ? Optional.empty() : Optional.of(address(request));
        peer.ifPresent(known -> {
            if (peers.find(known).isEmpty()) {
                throw new NotFoundException();
            }
        });
        Set<String> publish = new HashSet<>();
        Set<String> subscribe = new HashSet<>();
        for (ServiceRow row : rows(peer)) {
            if (!request.form("publish." + row.service()).isEmpty()) {
                publish.add(row.service());
            }
            if (!request.form("subscribe." + row.service()).isEmpty()) {
                subscribe.add(row.service());
            }
        }
        services.set(
                peer,
                Optional.of(publish),
                Optional.of(subscribe),
                request.user().username());
        return WebResponse.redirect(peer.map(PeersPages::sitePath).orElse(SERVICES))
                .withNotice(Message.of(ROOM, "services.saved"));
    }

    private List<ServiceRow> rows(Optional<Wwwroot> peer) {
        ServiceTable table = services.table();
        List<ServiceGrant> own = table.rows(peer.map(Wwwroot::value).orElse(ServiceTable.ALL_HOSTS));
        List<ServiceGrant> all = peer.isPresent() ? table.rows(ServiceTable.ALL_HOSTS) : List.of();
        Set<String> names = new TreeSet<>(declared.services());
        own.forEach(grant -> names.add(grant.service()));
        all.forEach(grant -> names.add(grant.service()));
        return names.stream()
                .map(name -> new ServiceRow(
                        name, has(own, name, true), has(own, name, false), has(all, name, true), has(all, name, false)))
                .toList();
    }

    private static boolean has(List<ServiceGrant> grants, String service, boolean publish) {
        return grants.stream()
                .anyMatch(grant -> grant.service().equals(service) && (publish ? grant.publish() : grant.subscribe()));
    }

    private static Wwwroot address(WebRequest request) {
        try {
            return Wwwroot.of(request.query("wwwroot"));
        } catch (InvalidAddressException noAddress) {
            throw new NotFoundException();
        }
    }
}
