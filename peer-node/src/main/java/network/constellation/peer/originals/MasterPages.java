package network.constellation.peer.originals;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Form;

/** The VMoodle master of this site: to accept with what it may order, to let make keys once, to end. */
@Singleton
final class MasterPages implements Pages {
    static final String PATH = "/admin/hub/master";
    private static final String HUB = "/admin/hub";
    private static final Class<?> ROOM = MasterPages.class;
    private static final Access WHO = Access.siteAdministrator();
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Masters masters;

    @Inject
    MasterPages(Masters masters) {
        this.masters = masters;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PATH, WHO, request -> show(Form.empty(), ""))
                .post(PATH, WHO, this::accept)
                .post(PATH + "/window", WHO, this::window)
                .post(PATH + "/withdraw", WHO, this::withdraw);
    }

    private WebResponse show(Form form, String secret) {
        return PageView.of(ROOM, "originals/master.jte", "master.title")
                .under("master.myhub", "/admin/myhub")
                .under("master.hub", HUB)
                .with("master", masters.master())
                .with("granted", masters.granted())
                .with("introduced", masters.introduced())
                .with("window", masters.window())
                .with("operations", Operation.values())
                .with("secret", secret)
                .with("form", form)
                .answer()
                .withStatus(form.ok() ? 200 : 422);
    }

    private WebResponse accept(WebRequest request) {
        Form form = Form.from(request);
        Set<Operation> more = EnumSet.noneOf(Operation.class);
        for (Operation operation : Operation.values()) {
            if (form.isChecked("op-" + operation.label())) {
                more.add(operation);
            }
        }
        String fingerprint = form.value("fingerprint");
        try {
            masters.accept(
                    Wwwroot.normalized(form.value("wwwroot")),
                    fingerprint.isEmpty() ? Optional.empty() : Optional.of(fingerprint),
                    more,
                    null,
                    request.user().username());
        } catch (IllegalArgumentException wrong) {
            form.error("wwwroot", Message.of(ROOM, "master.refused", String.valueOf(wrong.getMessage())));
        } catch (UnreachableException silent) {
            form.error("wwwroot", Message.of(ROOM, "master.unreachable", silent.why()));
        }
        return form.ok() ? WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "master.accepted")) : show(form, "");
    }

    private WebResponse window(WebRequest request) {
        return masters.master().isEmpty()
                ? WebResponse.redirect(PATH)
                : show(Form.empty(), masters.openWindow(WINDOW, request.user().username()));
    }

    private WebResponse withdraw(WebRequest request) {
        if (masters.master().isPresent()) {
            masters.withdraw(request.user().username());
        }
        return WebResponse.redirect(PATH).withNotice(Message.of(ROOM, "master.withdrawn"));
    }
}
