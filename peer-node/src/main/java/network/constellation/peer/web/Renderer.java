package network.constellation.peer.web;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import gg.jte.Content;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.tenant.Tenant;
import network.constellation.peer.web.text.Formats;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Assets;
import network.constellation.peer.web.view.FrameStyle;
import network.constellation.peer.web.view.NavItem;
import network.constellation.peer.web.view.Page;
import network.constellation.peer.web.view.SiteLook;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Templates;
import org.jspecify.annotations.Nullable;

/** Renders a page in the tenant's frame: any module's template may be the body. */
@Singleton
final class Renderer {
    private final Tenant tenant;
    private final Texts texts;
    private final Templates templates;
    private final Assets assets;
    private final SiteLook look;
    private final FrameStyle frame;
    private final List<NavItem> navigation;
    private final ZoneId zone;

    @Inject
    Renderer(
            Tenant tenant,
            Texts texts,
            Templates templates,
            Assets assets,
            SiteLook look,
            FrameStyle frame,
            Set<NavItem> navigation,
            WebConfig config) {
        this.tenant = tenant;
        this.texts = texts;
        this.templates = templates;
        this.assets = assets;
        this.look = look;
        this.frame = frame;
        this.navigation = navigation.stream()
                .sorted(Comparator.comparingInt(NavItem::order).thenComparing(NavItem::path))
                .toList();
        this.zone = ZoneId.of(config.timezone());
    }

    String page(Asked asked, PageView view, String formToken) {
        List<String> above = view.trail().stream().map(PageView.Crumb::path).toList();
        Page page = context(asked, view.room(), formToken, above);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("p", page.in(Texts.class));
        parameters.put("room", page);
        parameters.put("view", view);
        parameters.put("body", body(view, page));
        return templates.render(Templates.class, "web/frame.jte", parameters);
    }

    String fragment(Asked asked, PageView view, String formToken) {
        Map<String, Object> parameters = new HashMap<>(view.parameters());
        parameters.put("p", context(asked, view.room(), formToken));
        return templates.render(owner(view), view.template(), parameters);
    }

    String problem(Asked asked, int status, @Nullable Message reason, String formToken) {
        String kind = switch (status) {
            case 403, 404, 500, 503 -> String.valueOf(status);
            default -> status < 500 ? "400" : "500";
        };
        Message said = reason != null
                ? reason
                : status == 503
                                && look.maintenance()
                                        .filter(text -> !text.isBlank())
                                        .isPresent()
                        ? Message.of(
                                Texts.class, "error.said", look.maintenance().orElse(""))
                        : Message.of(Texts.class, "error." + kind + ".text");
        PageView view = PageView.of(Texts.class, "web/problem.jte", "error." + kind + ".title")
                .with("status", status)
                .with("kind", kind)
                .with("reason", said)
                .with("reference", asked.request().reference())
                .withoutNavigation();
        return page(asked, view, formToken);
    }

    /** For files: a table's words in the reader's language. */
    Page context(Asked asked, Class<?> room, String formToken) {
        return context(asked, room, formToken, List.of());
    }

    private Page context(Asked asked, Class<?> room, String formToken, List<String> above) {
        WebRequest request = asked.request();
        return new Page(
                new Page.Setting(
                        texts,
                        templates,
                        assets,
                        look,
                        frame,
                        navigation,
                        new Formats(request.locale(), zone),
                        request.now(),
                        tenant.wwwroot().path(),
                        request.path(),
                        above,
                        request.method().equals("GET") ? request.queryString() : "",
                        asked.theme(),
                        formToken,
                        request.visitor(),
                        asked.notice().isEmpty()
                                ? Optional.empty()
                                : Optional.of(Message.of(Texts.class, "error.said", asked.sentence())),
                        asked.refused() ? State.BAD : State.GOOD),
                room);
    }

    private Content body(PageView view, Page page) {
        Map<String, Object> parameters = new HashMap<>(view.parameters());
        parameters.put("p", page);
        return templates.content(owner(view), view.template(), parameters);
    }

    /** Pages below {@code web/} are ours, whichever room shows them. */
    private static Class<?> owner(PageView view) {
        return view.template().startsWith("web/") ? Templates.class : view.room();
    }
}
