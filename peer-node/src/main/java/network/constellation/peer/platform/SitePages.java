package network.constellation.peer.platform;

import com.google.inject.Inject;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.SiteColours;
import network.constellation.peer.web.view.SiteLook;

/** The site's own name and colour. */
final class SitePages implements Pages {
    private static final int LONGEST_NAME = 100;

    private final PlatformSettings settings;
    private final SiteLook look;
    private final Audit audit;

    @Inject
    SitePages(Platform platform, SiteLook look, Audit audit) {
        this.settings = platform.settings();
        this.look = look;
        this.audit = audit;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/site", Access.siteAdministrator(), this::show)
                .post("/site", Access.siteAdministrator(), this::save);
    }

    private WebResponse show(WebRequest request) {
        return page(Form.empty().set("name", look.name()).set("colour", look.colour()))
                .answer();
    }

    private WebResponse save(WebRequest request) {
        Form form = Form.from(request);
        String name = form.value("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            form.error("name", Message.of(SitePages.class, "site.name.length", LONGEST_NAME));
        }
        if (!SiteColours.isColour(form.value("colour"))) {
            form.error("colour", Message.of(SitePages.class, "site.colour.form"));
        }
        if (!form.ok()) {
            return page(form).answer().withStatus(422);
        }
        settings.set(PlatformSettings.CORE, PlatformSettings.SITE_NAME, name);
        settings.set(PlatformSettings.CORE, PlatformSettings.SITE_COLOUR, form.value("colour"));
        audit.record(AuditEvent.done("site.look", request.user().username()).with("name", name));
        return WebResponse.redirect("/site").withNotice(Message.of(SitePages.class, "site.saved"));
    }

    private static PageView page(Form form) {
        return PageView.of(SitePages.class, "platform/site.jte", "site.title").with("form", form);
    }
}
