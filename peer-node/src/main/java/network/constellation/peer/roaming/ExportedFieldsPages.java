package network.constellation.peer.roaming;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Field;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** What each site is told of our users: the administrator's list, and the form of one site. */
@Singleton
final class ExportedFieldsPages implements Pages {
    private static final String SITES = RoamingAdminPages.PATH + "/sites";
    private static final String FIELDS = RoamingAdminPages.PATH + "/fields";
    private static final String OWN_LIST = "own-list";
    private static final Class<?> ROOM = ExportedFieldsPages.class;

    private final RoamingTerms terms;
    private final Peers peers;

    @Inject
    ExportedFieldsPages(RoamingTerms terms, Peers peers) {
        this.terms = terms;
        this.peers = peers;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(SITES, RoamingAdminPages.WHO, this::sites)
                .get(FIELDS, RoamingAdminPages.WHO, this::form)
                .post(FIELDS, RoamingAdminPages.WHO, this::save);
    }

    private WebResponse sites(WebRequest request) {
        TableQuery query = TableQuery.from(request, "name", Set.of(), Set.of());
        List<Peer> known = peers.list().stream()
                .filter(peer -> (peer.name() + " " + peer.wwwroot()).contains(query.search()))
                .toList();
        Table table = Table.of("admin.sites", query, Slice.of(known, query))
                .column(
                        "column.state",
                        peer -> Cell.badge(
                                terms.hasOwnFields(peer.wwwroot())
                                        ? Badge.of(State.GOOD, ROOM, "fields.own")
                                        : Badge.of(State.UNKNOWN, ROOM, "fields.configured")))
                .column(
                        "column.site",
                        peer -> Cell.link(
                                peer.name(),
                                FIELDS + "?peer="
                                        + java.net.URLEncoder.encode(
                                                peer.wwwroot().value(), java.nio.charset.StandardCharsets.UTF_8)))
                .column("column.fields", peer -> Cell.text(String.join(", ", terms.exportedTo(peer.wwwroot()))))
                .whenEmpty(EmptyState.of(ROOM, "sites.empty.title", "sites.empty.text"))
                .done();
        return PageView.of(ROOM, "roaming/admin.jte", "admin.title")
                .with("table", table)
                .with("here", "sites")
                .with("tabs", RoamingAdminPages.TABS)
                .answer();
    }

    private WebResponse form(WebRequest request) {
        Peer peer = peers.find(request.query("peer")).orElseThrow(NotFoundException::new);
        Form form = Form.empty();
        if (terms.hasOwnFields(peer.wwwroot())) {
            form.set(OWN_LIST, "yes");
        }
        terms.exportedTo(peer.wwwroot()).forEach(field -> form.set(field, "yes"));
        List<Field> fields = new ArrayList<>();
        fields.add(Field.checkbox(OWN_LIST, "fields.ownList").hint("fields.ownList.hint"));
        ProfileFields.OFFERED.forEach(field -> fields.add(Field.checkbox(field, "field." + field)));
        return PageView.of(ROOM, "roaming/fields.jte", "fields.title", peer.name())
                .under("admin.sites", SITES)
                .with("form", form)
                .with("fields", fields)
                .with("peer", peer.wwwroot().value())
                .with("name", peer.name())
                .answer();
    }

    /** Custom fields that an administrator listed otherwise stay listed. */
    private WebResponse save(WebRequest request) {
        Form form = Form.from(request);
        Peer peer = peers.find(form.value("peer")).orElseThrow(NotFoundException::new);
        List<String> listed = new ArrayList<>(
                ProfileFields.OFFERED.stream().filter(form::isChecked).toList());
        terms.exportedTo(peer.wwwroot()).stream()
                .filter(field -> !ProfileFields.OFFERED.contains(field))
                .forEach(listed::add);
        terms.setExported(
                peer.wwwroot(),
                form.isChecked(OWN_LIST) ? Optional.of(listed) : Optional.empty(),
                request.user().username());
        return WebResponse.redirect(SITES).withNotice(Message.of(ROOM, "fields.saved", peer.name()));
    }
}
