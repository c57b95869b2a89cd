package network.constellation.peer.accounts;

import com.google.inject.Inject;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.session.Session;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.view.Form;

/** What somebody sees and changes of their own account. */
final class MyAccountPages implements Pages {
    private static final List<String> EDITABLE = List.of(
            Profile.FIRST_NAME, Profile.LAST_NAME, Profile.EMAIL, Profile.LANGUAGE, "city", "country", "timezone");

    private final Accounts accounts;
    private final Platform platform;
    private final Sessions sessions;
    private final PasswordRules rules;

    @Inject
    MyAccountPages(Accounts accounts, Platform platform, Sessions sessions, PasswordRules rules) {
        this.accounts = accounts;
        this.platform = platform;
        this.sessions = sessions;
        this.rules = rules;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/account", Access.user(), this::show)
                .post("/account", Access.user(), this::save)
                .get("/account/password", Access.user(), this::password)
                .post("/account/password", Access.user(), this::savePassword)
                .post("/account/sessions/end", Access.user(), this::endOthers);
    }

    private WebResponse show(WebRequest request) {
        User user = me(request);
        return page(form(user), user, request).answer();
    }

    static Form form(User user) {
        Form form = Form.empty();
        user.profile().fields().forEach(form::set);
        return form;
    }

    private WebResponse save(WebRequest request) {
        User user = me(request);
        Form form = Form.from(request);
        if (user.remote()) {
            form.error("", say("account.remote", user.key().home().value()));
            return page(form, user, request).answer().withStatus(422);
        }
        Profile profile = AccountForm.profile(user.profile(), form, EDITABLE);
        AccountForm.say(form, accounts.problems(profile));
        checkCountry(form);
        if (!form.ok()) {
            return page(form, user, request).answer().withStatus(422);
        }
        accounts.edit(user.id(), profile, user.username());
        return WebResponse.redirect("/account").withNotice(say("account.saved"));
    }

    private static void checkCountry(Form form) {
        if (!form.value("country").isEmpty() && !form.value("country").matches("[A-Z]{2}")) {
            form.error("country", say("account.country"));
        }
        String zone = form.value("timezone");
        if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            form.error("timezone", say("account.timezone"));
        }
    }

    private PageView page(Form form, User user, WebRequest request) {
        List<Session> others = sessions.of(user.id()).stream()
                .filter(session -> request.session()
                        .filter(own -> own.id().equals(session.id()))
                        .isEmpty())
                .toList();
        return PageView.of(MyAccountPages.class, "accounts/account.jte", "account.title")
                .with("form", form)
                .with("user", user)
                .with("others", others.size())
                .with("languages", languages());
    }

    /** The languages under their own names. */
    static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        languages.put("", "–");
        languages.put("en", "English");
        languages.put("fr", "Français");
        return languages;
    }

    private WebResponse password(WebRequest request) {
        return passwordPage(Form.empty(), me(request)).answer();
    }

    private WebResponse savePassword(WebRequest request) {
        User user = me(request);
        Form form = Form.from(request);
        if (!accounts.isPassword(user.id(), form.raw("current"))) {
            form.error("current", say("password.current.wrong"));
        }
        PasswordPages.checkRepeated(form);
        if (form.ok()) {
            try {
                accounts.password(
                        user.id(),
                        "password",
                        form.raw("password"),
                        request.session().map(Session::id),
                        user.username());
                return WebResponse.redirect("/account").withNotice(say("password.changed"));
            } catch (AccountProblem wrong) {
                form.error(wrong.field(), wrong.sentence());
            }
        }
        return passwordPage(form, user).answer().withStatus(422);
    }

    private PageView passwordPage(Form form, User user) {
        return PageView.of(MyAccountPages.class, "accounts/password.jte", "password.title")
                .with("form", form)
                .with("user", user)
                .with("length", rules.length())
                .under("account.title", "/account");
    }

    private WebResponse endOthers(WebRequest request) {
        Optional<Session> own = request.session();
        int ended = own.map(session -> sessions.endOthersOf(session.userId(), session.id()))
                .orElse(0);
        return WebResponse.redirect("/account").withNotice(say("account.others.ended", ended));
    }

    private User me(WebRequest request) {
        return platform.users().find(request.user().id()).orElseThrow(NotFoundException::new);
    }

    private static Message say(String key, Object... arguments) {
        return Message.of(MyAccountPages.class, key, arguments);
    }
}
