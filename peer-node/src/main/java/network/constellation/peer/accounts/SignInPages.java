package network.constellation.peer.accounts;

import com.google.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.keys.provider.Digests;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.LocalPath;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.session.Origin;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.text.Formats;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Form;

/** Signing in and out. */
final class SignInPages implements Pages {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Set<SignInChoices> choices;

    @Inject
    SignInPages(SignIn signIn, Sessions sessions, Set<SignInChoices> choices) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.choices = choices;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/login", Access.anonymous(), this::form)
                .post("/login", Access.anonymous(), this::submit)
                .get("/logout", Access.user(), this::leaving)
                .post("/logout", Access.anonymous(), this::leave);
    }

    private WebResponse form(WebRequest request) {
        if (request.visitor().isPresent()) {
            return WebResponse.redirect(wanted(request.query("wantsurl")));
        }
        return page(Form.empty().set("wantsurl", request.query("wantsurl"))).answer();
    }

    private WebResponse submit(WebRequest request) {
        Form form = Form.from(request);
        if (form.value("username").isEmpty()) {
            form.error("username", say("login.username.missing"));
        }
        if (form.raw("password").isEmpty()) {
            form.error("password", say("login.password.missing"));
        }
        if (!form.ok()) {
            return page(form).answer().withStatus(422);
        }
        SignIn.Outcome outcome = signIn.attempt(form.value("username"), form.raw("password"), request.remoteAddress());
        if (outcome instanceof SignIn.Outcome.Welcome welcome) {
            return welcome(request, welcome.user());
        }
        if (outcome instanceof SignIn.Outcome.Wait wait) {
            Formats.Rough rough = Formats.rough(wait.left().plusSeconds(1));
            form.error("", say("login.wait." + rough.key(), rough.count()));
            return page(form).answer().withStatus(429);
        }
        form.error("username", say("login.refused"));
        return page(form).answer().withStatus(422);
    }

    private WebResponse welcome(WebRequest request, User user) {
        request.session().ifPresent(before -> sessions.end(before.id()));
        String wanted = wanted(request.form("wantsurl"));
        WebResponse answer = wanted.equals("/") ? WebResponse.redirect("/") : WebResponse.onward(wanted);
        return answer.starting(sessions.start(user.id(), Origin.local(), browser(request)));
    }

    /** What other sites compare when they ask whether it is the same browser (mnet-wire.md 11.1). */
    static Map<String, String> browser(WebRequest request) {
        byte[] sha1 = Digests.sha1(request.userAgent().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Map.of(Session.USER_AGENT, java.util.HexFormat.of().formatHex(sha1), "address", request.remoteAddress());
    }

    private WebResponse leaving(WebRequest request) {
        return PageView.of(SignInPages.class, "accounts/logout.jte", "logout.title")
                .answer();
    }

    private WebResponse leave(WebRequest request) {
        request.session().ifPresent(sessions::signOut);
        return WebResponse.redirect("/login").endingSession().withNotice(say("logout.done"));
    }

    private PageView page(Form form) {
        String wanted = wanted(form.value("wantsurl"));
        List<SignInChoices.Choice> others =
                choices.stream().flatMap(one -> one.choices(wanted).stream()).toList();
        return PageView.of(SignInPages.class, "accounts/login.jte", "login.title")
                .with("form", form)
                .with("others", others)
                .withoutNavigation();
    }

    private static String wanted(String path) {
        return LocalPath.of(path).orElse("/");
    }

    private static Message say(String key, Object... arguments) {
        return Message.of(SignInPages.class, key, arguments);
    }
}
