package network.constellation.peer.accounts;

import com.google.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.peer.mail.Mail;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.Role;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserFilter;
import network.constellation.peer.platform.UserList;
import network.constellation.peer.web.Access;
import network.constellation.peer.web.PageView;
import network.constellation.peer.web.Pages;
import network.constellation.peer.web.Routes;
import network.constellation.peer.web.Upload;
import network.constellation.peer.web.WebRequest;
import network.constellation.peer.web.WebResponse;
import network.constellation.peer.web.text.Message;
import network.constellation.peer.web.text.Texts;
import network.constellation.peer.web.view.Badge;
import network.constellation.peer.web.view.Cell;
import network.constellation.peer.web.view.EmptyState;
import network.constellation.peer.web.view.Form;
import network.constellation.peer.web.view.Slice;
import network.constellation.peer.web.view.State;
import network.constellation.peer.web.view.Table;
import network.constellation.peer.web.view.TableQuery;

/** The list of users, and how they come in: one by one or from a file. */
final class UserPages implements Pages {
    static final Access MANAGERS = Access.admin(Role.MANAGER);
    private static final Set<String> SORTS = Set.of("state", "username", "name", "email", "home", "lastlogin");

    private final Platform platform;
    private final UserImport users;
    private final Mail mail;
    private final Texts texts;

    @Inject
    UserPages(Platform platform, UserImport users, Mail mail, Texts texts) {
        this.platform = platform;
        this.users = users;
        this.mail = mail;
        this.texts = texts;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/users", MANAGERS, this::list)
                .get("/users/import", MANAGERS, this::importForm)
                .upload("/users/import", MANAGERS, UserImport.LIMIT, this::importFile);
    }

    private WebResponse list(WebRequest request) {
        TableQuery query = TableQuery.from(request, "username", SORTS, Set.of("state", "from", "role"));
        UserList found = platform.users().list(filter(query));
        Map<Long, Set<String>> roles =
                platform.roles().heldOnSite(found.users().stream().map(User::id).toList());
        Texts.Text words = texts.in(request.locale(), UserPages.class);
        Table table = Table.<User>of("users.caption", query, new Slice<>(found.users(), found.total()))
                .sortable("users.col.state", "state", user -> Cell.badge(badge(user)))
                .sortable("users.col.username", "username", user -> Cell.link(user.username(), "/users/" + user.id()))
                .sortable("users.col.name", "name", user -> Cell.text(user.fullName()))
                .sortable(
                        "users.col.email",
                        "email",
                        user -> Cell.text(user.profile().email()))
                .column("users.col.roles", user -> Cell.text(roleWords(user, roles, words)))
                .sortable("users.col.home", "home", user -> home(user))
                .sortable(
                        "users.col.lastlogin",
                        "lastlogin",
                        user -> Cell.time(user.lastLogin().orElse(null)))
                .filter("state", "users.col.state", options(words, "state", "active", "suspended"))
                .filter("from", "users.col.home", options(words, "from", "here", "elsewhere"))
                .filter("role", "users.col.roles", roleOptions(words))
                .whenEmpty(EmptyState.of(UserPages.class, "users.empty.title", "users.empty.text")
                        .firstStep(UserPages.class, "users.new", "/users/new"))
                .done();
        if (query.csv()) {
            return WebResponse.csv(UserPages.class, table, "users");
        }
        return PageView.of(UserPages.class, "accounts/users.jte", "users.title")
                .with("table", table)
                .with("mail", mail.configured())
                .answer();
    }

    private static UserFilter filter(TableQuery query) {
        UserFilter.Origin origin = switch (query.filter("from")) {
            case "here" -> UserFilter.Origin.LOCAL;
            case "elsewhere" -> UserFilter.Origin.REMOTE;
            default -> UserFilter.Origin.ALL;
        };
        Optional<Boolean> suspended = switch (query.filter("state")) {
            case "active" -> Optional.of(false);
            case "suspended" -> Optional.of(true);
            default -> Optional.empty();
        };
        return new UserFilter(
                query.search(),
                Optional.empty(),
                origin,
                suspended,
                query.filter("role"),
                query.sort(),
                query.descending(),
                query.offset(),
                query.size());
    }

    static Badge badge(User user) {
        return user.suspended()
                ? Badge.of(State.BAD, UserPages.class, "users.suspended")
                : Badge.of(State.GOOD, UserPages.class, "users.active");
    }

    private static Cell home(User user) {
        return user.remote() ? Cell.text(user.key().home().host()) : Cell.said(UserPages.class, "users.here");
    }

    private static String roleWords(User user, Map<Long, Set<String>> roles, Texts.Text words) {
        java.util.List<String> names = new java.util.ArrayList<>();
        if (user.siteAdministrator()) {
            names.add(words.say("role.admin"));
        }
        roles.getOrDefault(user.id(), Set.of()).forEach(role -> names.add(roleWord(role, words)));
        return String.join(", ", names);
    }

    /** The site's own roles have no word of ours. */
    static String roleWord(String shortname, Texts.Text words) {
        String key = "role." + shortname;
        return words.has(key) ? words.say(key) : shortname;
    }

    private static Map<String, String> options(Texts.Text words, String column, String... values) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", words.say("users.filter.all"));
        for (String value : values) {
            options.put(value, words.say("users.filter." + column + "." + value));
        }
        return options;
    }

    private Map<String, String> roleOptions(Texts.Text words) {
        Map<String, String> options = options(words, "");
        options.put(Accounts.ADMIN, words.say("role.admin"));
        platform.roles().all().stream()
                .filter(role ->
                        !role.shortname().equals(Role.USER) && !role.shortname().equals("guest"))
                .forEach(role -> options.put(role.shortname(), roleWord(role.shortname(), words)));
        return options;
    }

    private WebResponse importForm(WebRequest request) {
        return importPage(Form.empty(), List.of()).answer();
    }

    private WebResponse importFile(WebRequest request) {
        Form form = Form.from(request);
        Upload file = request.files().get("file");
        if (file == null) {
            form.error("file", Message.of(UserPages.class, "import.file.missing"));
            return importPage(form, List.of()).answer().withStatus(422);
        }
        UserImport.Result result = users.read(
                file.bytes(), request.user().username(), request.user().siteAdministrator());
        if (!result.problems().isEmpty()) {
            form.error(
                    "file",
                    Message.of(
                            UserPages.class, "import.refused", result.problems().size()));
            return importPage(form, result.problems()).answer().withStatus(422);
        }
        return WebResponse.redirect("/users")
                .withNotice(
                        Message.of(UserPages.class, "import.done", result.made().size()));
    }

    private PageView importPage(Form form, List<UserImport.Problem> problems) {
        return PageView.of(UserPages.class, "accounts/import.jte", "import.title")
                .with("form", form)
                .with("problems", problems)
                .under("users.title", "/users");
    }
}
