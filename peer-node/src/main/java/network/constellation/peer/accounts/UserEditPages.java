package network.constellation.peer.accounts;

import com.google.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import network.constellation.peer.mail.Mail;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.web.NotFoundException;
import network.constellation.peer.web.PageProblem;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Confirmation;
import network.constellation.peer.web.view.Form;

/** One user as a manager sees them. Only a site administrator touches a site administrator. */
final class UserEditPages implements Pages {
    private static final List<String> FIELDS = List.of(
            Profile.FIRST_NAME,
            Profile.LAST_NAME,
            Profile.EMAIL,
            Profile.ID_NUMBER,
            Profile.LANGUAGE,
            "institution",
            "department",
            "city");

    private final Accounts accounts;
    private final Platform platform;
    private final OneTimeLinks links;
    private final ForgottenPassword forgotten;
    private final Mail mail;
    private final Sessions sessions;
    private final Texts texts;

    @Inject
    UserEditPages(
            Accounts accounts,
            Platform platform,
            OneTimeLinks links,
            ForgottenPassword forgotten,
            Mail mail,
            Sessions sessions,
            Texts texts) {
        this.accounts = accounts;
        this.platform = platform;
        this.links = links;
        this.forgotten = forgotten;
        this.mail = mail;
        this.sessions = sessions;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/users/new", UserPages.MANAGERS, this::creating)
                .post("/users/new", UserPages.MANAGERS, this::create)
                .get("/users/{id}", UserPages.MANAGERS, this::show)
                .post("/users/{id}", UserPages.MANAGERS, this::save)
                .get("/users/{id}/suspend", UserPages.MANAGERS, this::suspending)
                .post("/users/{id}/suspend", UserPages.MANAGERS, request -> suspend(request, true))
                .post("/users/{id}/resume", UserPages.MANAGERS, request -> suspend(request, false))
                .get("/users/{id}/delete", UserPages.MANAGERS, this::deleting)
                .post("/users/{id}/delete", UserPages.MANAGERS, this::delete)
                .post("/users/{id}/link", UserPages.MANAGERS, this::link);
    }

    private WebResponse creating(WebRequest request) {
        return newPage(Form.empty(), request).answer();
    }

    private WebResponse create(WebRequest request) {
        Form form = Form.from(request);
        String password = form.raw("password");
        NewAccount account = new NewAccount(
                form.value("username"),
                AccountForm.profile(form, FIELDS),
                password.isEmpty() ? Optional.empty() : Optional.of(password),
                List.copyOf(roles(form, request)));
        AccountForm.say(form, accounts.problems(account));
        if (!form.ok()) {
            return newPage(form, request).answer().withStatus(422);
        }
        User user = accounts.create(account, request.user().username());
        return WebResponse.redirect("/users/" + user.id()).withNotice(say("user.created", user.fullName()));
    }

    private WebResponse show(WebRequest request) {
        User user = user(request);
        Form form = MyAccountPages.form(user);
        accounts.rolesOf(user.id()).forEach(role -> form.set("role-" + role, "yes"));
        return page(form, user, request).answer();
    }

    private WebResponse save(WebRequest request) {
        User user = manageable(request);
        Form form = Form.from(request);
        try {
            String actor = request.user().username();
            Profile profile = AccountForm.profile(user.profile(), form, user.remote() ? List.of() : FIELDS);
            AccountForm.say(form, user.remote() ? List.of() : accounts.problems(profile));
            if (!form.ok()) {
                return page(form, user, request).answer().withStatus(422);
            }
            accounts.roles(user.id(), roles(form, request), actor);
            if (!user.remote()) {
                accounts.edit(user.id(), profile, actor);
            }
            return WebResponse.redirect("/users/" + user.id()).withNotice(say("user.saved", user.fullName()));
        } catch (AccountProblem wrong) {
            form.error(wrong.field(), wrong.sentence());
        }
        return page(form, user, request).answer().withStatus(422);
    }

    private WebResponse suspending(WebRequest request) {
        User user = manageable(request);
        int open = sessions.of(user.id()).size();
        return new Confirmation(
                        "user.suspend",
                        say("user.suspend.question", user.fullName()),
                        say("user.suspend.extent", user.username(), open),
                        say("user.suspend.consequence"),
                        say("user.suspend"),
                        "/users/" + user.id() + "/suspend",
                        Map.of(),
                        "/users/" + user.id())
                .answer();
    }

    private WebResponse suspend(WebRequest request, boolean suspended) {
        User user = manageable(request);
        requireOther(request, user);
        try {
            accounts.suspend(user.id(), suspended, request.user().username());
        } catch (AccountProblem refused) {
            throw new PageProblem(409, refused.sentence());
        }
        return WebResponse.redirect("/users/" + user.id())
                .withNotice(say(suspended ? "user.suspended" : "user.resumed", user.fullName()));
    }

    private WebResponse deleting(WebRequest request) {
        User user = manageable(request);
        return new Confirmation(
                        "user.delete",
                        say("user.delete.question", user.fullName()),
                        say("user.delete.extent", user.username()),
                        say("user.delete.consequence"),
                        say("user.delete"),
                        "/users/" + user.id() + "/delete",
                        Map.of(),
                        "/users/" + user.id())
                .answer();
    }

    private WebResponse delete(WebRequest request) {
        User user = manageable(request);
        requireOther(request, user);
        try {
            accounts.delete(user.id(), request.user().username());
        } catch (AccountProblem refused) {
            throw new PageProblem(409, refused.sentence());
        }
        return WebResponse.redirect("/users").withNotice(say("user.deleted", user.fullName()));
    }

    /** With mail the user gets a letter; without, the administrator is shown the link to hand over. */
    private WebResponse link(WebRequest request) {
        User user = manageable(request);
        if (user.remote()) {
            throw new PageProblem(
                    409, say("user.remotePassword", user.key().home().value()));
        }
        if (mail.configured()) {
            forgotten.send(user, request.locale());
            return WebResponse.redirect("/users/" + user.id())
                    .withNotice(say("user.link.sent", user.profile().email()));
        }
        return PageView.of(UserEditPages.class, "accounts/link.jte", "user.link.title")
                .with("user", user)
                .with("link", links.reset(user.id()))
                .under("users.title", "/users")
                .answer();
    }

    private User user(WebRequest request) {
        return platform.users().find(request.number("id")).orElseThrow(NotFoundException::new);
    }

    private User manageable(WebRequest request) {
        User user = user(request);
        if (user.siteAdministrator() && !request.user().siteAdministrator()) {
            throw new PageProblem(403, say("user.administratorsOnly"));
        }
        return user;
    }

    private static void requireOther(WebRequest request, User user) {
        if (request.user().id() == user.id()) {
            throw new PageProblem(409, say("user.self"));
        }
    }

    /** A manager cannot make an administrator: that box is not theirs. */
    private Set<String> roles(Form form, WebRequest request) {
        Set<String> roles = accounts.roleNames().stream()
                .filter(role -> form.isChecked("role-" + role))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!request.user().siteAdministrator()) {
            roles.remove(Accounts.ADMIN);
        }
        return roles;
    }

    private Map<String, String> roleChoices(WebRequest request) {
        Texts.Text words = texts.in(request.locale(), UserEditPages.class);
        Map<String, String> choices = new LinkedHashMap<>();
        for (String role : accounts.roleNames()) {
            if (!role.equals(Accounts.ADMIN) || request.user().siteAdministrator()) {
                choices.put(role, UserPages.roleWord(role, words));
            }
        }
        return choices;
    }

    private PageView newPage(Form form, WebRequest request) {
        return PageView.of(UserEditPages.class, "accounts/newuser.jte", "users.new")
                .with("form", form)
                .with("roles", roleChoices(request))
                .with("languages", MyAccountPages.languages())
                .under("users.title", "/users");
    }

    private PageView page(Form form, User user, WebRequest request) {
        boolean mayChange = !user.siteAdministrator() || request.user().siteAdministrator();
        return PageView.of(UserEditPages.class, "accounts/user.jte", "user.title", user.fullName())
                .with("form", form)
                .with("user", user)
                .with("badge", UserPages.badge(user))
                .with("roles", roleChoices(request))
                .with("languages", MyAccountPages.languages())
                .with("mayChange", mayChange)
                .with("isMe", request.user().id() == user.id())
                .with("hasPassword", accounts.hasPassword(user.id()))
                .with("mail", mail.configured())
                .under("users.title", "/users");
    }

    private static Message say(String key, Object... arguments) {
        return Message.of(UserEditPages.class, key, arguments);
    }
}
