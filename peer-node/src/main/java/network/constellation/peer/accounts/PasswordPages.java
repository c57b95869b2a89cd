package network.constellation.peer.accounts;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import network.constellation.peer.mail.Mail;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.session.Origin;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Form;

/** Links that work once: the first administrator's, and those for a forgotten password. */
final class PasswordPages implements Pages {
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final ForgottenPassword forgotten;
    private final PasswordRules rules;
    private final Platform platform;
    private final Sessions sessions;
    private final Mail mail;

    @Inject
    PasswordPages(
            Accounts accounts,
            OneTimeLinks links,
            ForgottenPassword forgotten,
            PasswordRules rules,
            Platform platform,
            Sessions sessions,
            Mail mail) {
        this.accounts = accounts;
        this.links = links;
        this.forgotten = forgotten;
        this.rules = rules;
        this.platform = platform;
        this.sessions = sessions;
        this.mail = mail;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/password/forgot", Access.anonymous(), this::forgot)
                .post("/password/forgot", Access.anonymous(), this::askedForLetter)
                .get("/password/reset/{token}", Access.anonymous(), this::reset)
                .post("/password/reset/{token}", Access.anonymous(), this::submitReset)
                .get("/setup/{token}", Access.anonymous(), this::setup)
                .post("/setup/{token}", Access.anonymous(), this::submitSetup);
    }

    private WebResponse forgot(WebRequest request) {
        return forgotPage(Form.empty(), false).answer();
    }

    private WebResponse askedForLetter(WebRequest request) {
        Form form = Form.from(request);
        if (form.value("who").isEmpty()) {
            form.error("who", say("forgot.who.missing"));
            return forgotPage(form, false).answer().withStatus(422);
        }
        forgotten.ask(form.value("who"), request.remoteAddress(), request.locale());
        return forgotPage(form, true).answer();
    }

    private PageView forgotPage(Form form, boolean asked) {
        return PageView.of(PasswordPages.class, "accounts/forgot.jte", "forgot.title")
                .with("form", form)
                .with("asked", asked)
                .with("mail", mail.configured())
                .withoutNavigation();
    }

    private WebResponse reset(WebRequest request) {
        Optional<User> user = links.look(OneTimeLinks.Purpose.RESET, request.variable("token"))
                .flatMap(link -> platform.users().find(link.userId()));
        return user.isEmpty()
                ? gone()
                : choose(Form.empty(), user.get(), request).answer();
    }

    private WebResponse submitReset(WebRequest request) {
        String token = request.variable("token");
        Optional<User> user = links.look(OneTimeLinks.Purpose.RESET, token)
                .flatMap(link -> platform.users().find(link.userId()));
        if (user.isEmpty()) {
            return gone();
        }
        Form form = Form.from(request);
        checkRepeated(form);
        if (form.ok()) {
            try {
                rules.check(
                        "password",
                        form.raw("password"),
                        user.get().username(),
                        user.get().profile());
                if (links.use(OneTimeLinks.Purpose.RESET, token).isEmpty()) {
                    return gone();
                }
                accounts.password(
                        user.get().id(),
                        "password",
                        form.raw("password"),
                        Optional.empty(),
                        user.get().username());
                return WebResponse.redirect("/login").endingSession().withNotice(say("reset.done"));
            } catch (AccountProblem wrong) {
                form.error(wrong.field(), wrong.sentence());
            }
        }
        return choose(form, user.get(), request).answer().withStatus(422);
    }

    private PageView choose(Form form, User user, WebRequest request) {
        return PageView.of(PasswordPages.class, "accounts/reset.jte", "reset.title")
                .with("form", form)
                .with("username", user.username())
                .with("action", request.path())
                .with("length", rules.length())
                .withoutNavigation();
    }

    private WebResponse setup(WebRequest request) {
        boolean good = links.look(OneTimeLinks.Purpose.SETUP, request.variable("token"))
                .isPresent();
        return good ? setupPage(Form.empty().set("username", "admin"), request).answer() : gone();
    }

    private WebResponse submitSetup(WebRequest request) {
        String token = request.variable("token");
        if (links.look(OneTimeLinks.Purpose.SETUP, token).isEmpty()) {
            return gone();
        }
        Form form = Form.from(request);
        checkRepeated(form);
        NewAccount account = new NewAccount(
                form.value("username"),
                AccountForm.profile(form, List.of(Profile.FIRST_NAME, Profile.LAST_NAME, Profile.EMAIL)),
                Optional.of(form.raw("password")),
                List.of(Accounts.ADMIN));
        AccountForm.say(form, accounts.problems(account));
        if (!form.ok()) {
            return setupPage(form, request).answer().withStatus(422);
        }
        if (links.use(OneTimeLinks.Purpose.SETUP, token).isEmpty()) {
            return gone();
        }
        User user = accounts.create(account, "setup link");
        return WebResponse.redirect("/")
                .starting(sessions.start(user.id(), Origin.local(), SignInPages.browser(request)))
                .withNotice(say("setup.done", user.fullName()));
    }

    private PageView setupPage(Form form, WebRequest request) {
        return PageView.of(PasswordPages.class, "accounts/setup.jte", "setup.title")
                .with("form", form)
                .with("action", request.path())
                .with("length", rules.length())
                .withoutNavigation();
    }

    static void checkRepeated(Form form) {
        if (!form.raw("password").equals(form.raw("repeated"))) {
            form.error("repeated", Message.of(PasswordPages.class, "password.repeated"));
        }
    }

    private static WebResponse gone() {
        return WebResponse.problem(410, say("link.gone"));
    }

    private static Message say(String key, Object... arguments) {
        return Message.of(PasswordPages.class, key, arguments);
    }
}
