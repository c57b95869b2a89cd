package network.constellation.peer.courses;

import com.google.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** What this site is in the publishing network, and what it knows of the others. */
final class CourseSettingsPages implements Pages {
    static final String PATH = "/site/courses";
    private static final String PEOPLE = "people";

    private final CourseSettings settings;
    private final KnownSites sites;
    private final Platform platform;
    private final Peers peers;

    @Inject
    CourseSettingsPages(CourseSettings settings, KnownSites sites, Platform platform, Peers peers) {
        this.settings = settings;
        this.sites = sites;
        this.platform = platform;
        this.peers = peers;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, Access.siteAdministrator(), this::show)
                .post(PATH, Access.siteAdministrator(), this::save)
                .post(PATH + "/refresh", Access.siteAdministrator(), this::refresh);
    }

    private WebResponse show(WebRequest request) {
        Form form = Form.empty();
        settings.roles().roles().forEach(role -> form.set(role.word(), "yes"));
        form.set(
                "category",
                settings.deployCategory()
                        .map(category -> Long.toString(category.id()))
                        .orElse(""));
        form.set("role", settings.defaultRole());
        form.set("publishers", settings.publishers() == CourseSettings.Publishers.PEOPLE ? PEOPLE : "sites");
        return page(request, form).answer();
    }

    private PageView page(WebRequest request, Form form) {
        Map<String, String> categories = new LinkedHashMap<>();
        categories.put("", "–");
        platform.courses()
                .categories()
                .forEach(category -> categories.put(Long.toString(category.id()), category.name()));
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("", "–");
        platform.roles().all().forEach(role -> roles.put(role.shortname(), role.name()));
        TableQuery query = TableQuery.from(request, "site", Set.of(), Set.of());
        Table table = Table.of("settings.sites", query, Slice.of(sites.all(), query))
                .unsearched()
                .column(
                        "settings.state",
                        site -> Cell.badge(
                                site.error().isEmpty()
                                        ? Badge.of(State.GOOD, CourseSettingsPages.class, "settings.answers")
                                        : Badge.of(State.ATTENTION, CourseSettingsPages.class, "settings.silent")))
                .column(
                        "settings.site",
                        site -> Cell.text(peers.find(site.peer())
                                .map(Peer::name)
                                .orElse(site.peer().host())))
                .column("settings.roles", site -> Cell.text(site.roles().words()))
                .column(
                        "settings.categories",
                        site -> Cell.number(site.categories().size()))
                .column("settings.looked", site -> Cell.time(site.looked().orElse(null)))
                .column("settings.error", site -> Cell.text(site.error()))
                .whenEmpty(EmptyState.of(CourseSettingsPages.class, "settings.nosites.title", "settings.nosites.text"))
                .done();
        return PageView.of(CourseSettingsPages.class, "courses/settings.jte", "settings.title")
                .with("form", form)
                .with("categories", categories)
                .with("roles", roles)
                .with("table", table);
    }

    private WebResponse save(WebRequest request) {
        Form form = Form.from(request);
        String actor = request.user().username();
        EnumSet<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
        for (NodeRole role : NodeRole.values()) {
            if (form.isChecked(role.word())) {
                roles.add(role);
            }
        }
        if (!roles.isEmpty() && form.value("category").isEmpty()) {
            form.error("category", CourseException.text("settings.category.needed"));
            return page(request, form).answer().withStatus(422);
        }
        try {
            settings.setDeployCategory(
                    Optional.of(form.value("category"))
                            .filter(text -> text.matches("[0-9]{1,18}"))
                            .map(Long::parseLong),
                    actor);
            settings.setDefaultRole(form.value("role"), actor);
        } catch (CourseException wrong) {
            form.error("category", wrong.sentence());
            return page(request, form).answer().withStatus(422);
        }
        settings.setPublishers(
                form.value("publishers").equals(PEOPLE)
                        ? CourseSettings.Publishers.PEOPLE
                        : CourseSettings.Publishers.SITES,
                actor);
        settings.setRoles(new NodeRoles(roles), actor);
        return WebResponse.redirect(PATH).withNotice(CourseException.text("settings.saved"));
    }

    private WebResponse refresh(WebRequest request) {
        sites.refresh();
        return WebResponse.redirect(PATH).withNotice(CourseException.text("settings.refreshed"));
    }
}
