package network.constellation.hub.originals;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.subnets.ServiceNames;
import network.constellation.hub.subnets.SubNetwork;
import network.constellation.hub.subnets.SubNetworks;
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
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.Confirmation;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** Sites of VMoodle that this hub leads: how far each is, what is in the way, one more, and one no more. */
final class LedSitesPages implements Pages {
    static final String PATH = "/hub/sites/led";
    private static final String REMOVE = PATH + "/remove";
    private static final Class<?> ROOM = LedSitesPages.class;
    private static final Access WHO = Access.siteAdministrator();

    private final LedSites sites;
    private final SubNetworks subNetworks;
    private final Texts texts;

    @Inject
    LedSitesPages(LedSites sites, SubNetworks subNetworks, Texts texts) {
        this.sites = sites;
        this.subNetworks = subNetworks;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, request -> show(request, Form.empty()))
                .post(PATH, WHO, this::lead)
                .get(REMOVE, WHO, this::confirm)
                .post(REMOVE, WHO, this::remove);
    }

    private WebResponse show(WebRequest request, Form form) {
        TableQuery query = TableQuery.from(request, "address", Set.of(), Set.of());
        Texts.Text words = texts.in(request.locale(), ROOM);
        Texts.Text services = texts.in(request.locale(), SubNetworks.class);
        String search = query.search().toLowerCase(Locale.ROOT);
        Table table = Table.of(
                        "led.title",
                        query,
                        Slice.of(
                                sites.list().stream()
                                        .filter(site -> (site.name() + " " + site.wwwroot())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(search))
                                        .toList(),
                                query))
                .column("led.state", site -> Cell.badge(badge(site)))
                .column(
                        "led.site",
                        site -> Cell.text(site.name().isBlank() ? site.wwwroot().host() : site.name()))
                .column("led.address", site -> Cell.text(site.wwwroot().value()))
                .column("led.services", site -> Cell.prose(ServiceNames.line(services::say, site.services())))
                .column("led.note", site -> Cell.prose(note(words, site)))
                .column(
                        "led.end",
                        site -> sites.isLeaving(site)
                                ? Cell.text("")
                                : Cell.link(words.say("led.remove"), REMOVE + "?address=" + encoded(site.wwwroot())))
                .whenEmpty(EmptyState.of(ROOM, "led.empty.title", "led.empty.text"))
                .done();
        if (query.csv()) {
            return WebResponse.csv(ROOM, table, "led-sites");
        }
        Map<String, String> networks = new LinkedHashMap<>();
        for (SubNetwork network : subNetworks.list()) {
            networks.put(
                    String.valueOf(network.number()),
                    network.number() + (network.name().isBlank() ? "" : " · " + network.name()));
        }
        return PageView.of(ROOM, "originals/led.jte", "led.title")
                .under("led.sites", "/hub/sites")
                .with("table", table)
                .with("networks", networks)
                .with("form", form)
                .answer()
                .withStatus(form.ok() ? 200 : 422);
    }

    private Badge badge(LedSite site) {
        if (sites.isLeaving(site)) {
            return Badge.of(State.WORKING, ROOM, "led.leaving");
        }
        if (!site.note().isEmpty()) {
            return Badge.of(site.ledSince().isPresent() ? State.ATTENTION : State.BAD, ROOM, "led.stuck");
        }
        return site.ledSince().isPresent()
                ? Badge.of(State.GOOD, ROOM, "led.led")
                : Badge.of(State.WORKING, ROOM, "led.begun");
    }

    /** What is in the way: its code in words, and what the site or the network said. */
    private static String note(Texts.Text words, LedSite site) {
        int colon = site.note().indexOf(": ");
        String key = colon < 0 ? "" : "note." + site.note().substring(0, colon);
        return words.has(key) ? words.say(key) + " " + site.note().substring(colon + 2) : site.note();
    }

    private WebResponse lead(WebRequest request) {
        Form form = Form.from(request);
        try {
            String number = form.value("subnetwork");
            String fingerprint = form.value("fingerprint").strip();
            Wwwroot site = Wwwroot.normalized(form.value("address"));
            sites.lead(
                    new LedSites.Wish(
                            site,
                            form.value("name"),
                            number.matches("[0-9]{1,6}") ? Optional.of(Integer.parseInt(number)) : Optional.empty(),
                            fingerprint.isEmpty() ? Optional.empty() : Optional.of(fingerprint),
                            form.isChecked("boot"),
                            Arrays.stream(form.value("services").split("[,\\s]+"))
                                    .filter(name -> !name.isEmpty())
                                    .collect(Collectors.toCollection(TreeSet::new))),
                    request.user().username());
            return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "led.begun.notice", site.value()));
        } catch (IllegalArgumentException wrong) {
            form.error("address", Message.of(ROOM, "led.refused", String.valueOf(wrong.getMessage())));
        }
        return show(request, form);
    }

    private WebResponse confirm(WebRequest request) {
        LedSite site = site(request.query("address"));
        return new Confirmation(
                        "led.remove",
                        Message.of(ROOM, "led.remove.question", site.wwwroot().value()),
                        Message.of(ROOM, "led.remove.extent"),
                        Message.of(ROOM, "led.remove.consequence"),
                        Message.of(ROOM, "led.remove"),
                        REMOVE,
                        Map.of("address", site.wwwroot().value()),
                        PATH)
                .answer();
    }

    private WebResponse remove(WebRequest request) {
        LedSite site = site(request.form("address"));
        try {
            sites.remove(site.wwwroot(), Person.of(request.user()));
            return WebResponse.redirect(PATH)
                    .withNotice(Message.of(ROOM, "led.removed", site.wwwroot().value()));
        } catch (ApprovalNeeded waits) {
            return WebResponse.redirect("/hub/approvals/" + waits.number());
        } catch (IllegalArgumentException wrong) {
            return WebResponse.redirect(PATH)
                    .withRefusal(Message.of(ROOM, "led.refused", String.valueOf(wrong.getMessage())));
        }
    }

    private LedSite site(String address) {
        try {
            return sites.find(Wwwroot.of(address)).orElseThrow(NotFoundException::new);
        } catch (InvalidAddressException wrong) {
            throw new NotFoundException();
        }
    }

    private static String encoded(Wwwroot site) {
        return URLEncoder.encode(site.value(), StandardCharsets.UTF_8);
    }
}
