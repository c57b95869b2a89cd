package network.constellation.peer.accounts;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.password.PasswordHasher;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformException;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.Role;
import network.constellation.peer.platform.Scope;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserKey;
import network.constellation.peer.web.session.Sessions;
import network.constellation.peer.web.text.Message;

/** Makes and changes the accounts of this site; pages and command line both go through here. Thread-safe. */
@Singleton
public final class Accounts {
    /** In a list of roles: administrator of the whole site. */
    public static final String ADMIN = "admin";

    private final Platform platform;
    private final AccountsStore store;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final Audit audit;
    private final Wwwroot here;

    @Inject
    Accounts(
            Platform platform,
            AccountsStore store,
            PasswordHasher hasher,
            PasswordRules rules,
            Sessions sessions,
            Audit audit,
            Wwwroot here) {
        this.platform = platform;
        this.store = store;
        this.hasher = hasher;
        this.rules = rules;
        this.sessions = sessions;
        this.audit = audit;
        this.here = here;
    }

    /** @throws AccountProblem when something is not as it must be; then nobody was made */
    public User create(NewAccount account, String actor) {
        check(account);
        Profile profile = account.profile();
        User user = asProblem(
                "username", () -> platform.users().create(new UserKey(here, account.username()), User.MANUAL, profile));
        account.password().ifPresent(password -> store.password(user.id(), hasher.hash(password)));
        account.roles().forEach(role -> grant(user.id(), role));
        audit.record(AuditEvent.done("user.create", actor)
                .with("user", user.username())
                .with("roles", String.join(",", account.roles())));
        return platform.users().find(user.id()).orElse(user);
    }

    /** @throws AccountProblem the first of {@link #problems} */
    private void check(NewAccount account) {
        problems(account).stream().findFirst().ifPresent(first -> {
            throw first;
        });
    }

    /** Everything that keeps {@link #create} from making this account, at most one for each field. */
    List<AccountProblem> problems(NewAccount account) {
        List<AccountProblem> problems = new ArrayList<>();
        String username = account.username().strip();
        if (!username.matches("[a-z0-9][a-z0-9._@-]{0,99}")) {
            problems.add(AccountProblem.of("username", "user.name"));
        } else if (platform.users().findLocal(username).isPresent()) {
            problems.add(AccountProblem.of("username", "user.taken", username));
        }
        problems.addAll(problems(account.profile()));
        account.roles().stream()
                .filter(role -> !isRole(role))
                .findFirst()
                .ifPresent(role -> problems.add(unknownRole(role)));
        account.password()
                .ifPresent(password -> rules.problem("password", password, username, account.profile())
                        .ifPresent(problems::add));
        return problems;
    }

    /** Fields that everybody needs and this profile lacks. */
    List<AccountProblem> problems(Profile profile) {
        List<AccountProblem> problems = new ArrayList<>();
        if (profile.firstName().isBlank()) {
            problems.add(AccountProblem.of("firstname", "user.firstname"));
        }
        if (profile.lastName().isBlank()) {
            problems.add(AccountProblem.of("lastname", "user.lastname"));
        }
        if (profile.email().isBlank()) {
            problems.add(AccountProblem.of("email", "user.email"));
        }
        return problems;
    }

    private boolean isRole(String role) {
        return role.equals(ADMIN) || platform.roles().find(role).isPresent();
    }

    private AccountProblem unknownRole(String role) {
        return AccountProblem.of("roles", "user.role", role, String.join(", ", roleNames()));
    }

    /** What may stand in a list of roles. */
    public List<String> roleNames() {
        List<String> names = new ArrayList<>(List.of(ADMIN));
        platform.roles().all().stream()
                .map(Role::shortname)
                .filter(name -> !name.equals(Role.USER) && !name.equals("guest"))
                .forEach(names::add);
        return names;
    }

    public User edit(long id, Profile profile, String actor) {
        problems(profile).stream().findFirst().ifPresent(first -> {
            throw first;
        });
        User changed = asProblem("", () -> platform.users().update(id, profile));
        audit.record(AuditEvent.done("user.update", actor).with("user", changed.username()));
        return changed;
    }

    /** Suspended people are out at once, everywhere on this site. */
    public void suspend(long id, boolean suspended, String actor) {
        asProblem("", () -> {
            platform.users().suspend(id, suspended);
            return id;
        });
        if (suspended) {
            sessions.endAllOf(id);
        }
        audit.record(AuditEvent.done(suspended ? "user.suspend" : "user.resume", actor)
                .with("user", name(id)));
    }

    public void delete(long id, String actor) {
        String name = name(id);
        asProblem("", () -> {
            platform.users().delete(id);
            return id;
        });
        store.forget(id);
        sessions.endAllOf(id);
        audit.record(AuditEvent.done("user.delete", actor).with("user", name));
    }

    /** The roles held on the whole site are exactly these afterwards. */
    public void roles(long id, Set<String> wanted, String actor) {
        wanted.stream().filter(role -> !isRole(role)).findFirst().ifPresent(role -> {
            throw unknownRole(role);
        });
        Set<String> held = rolesOf(id);
        for (String role : held) {
            if (!wanted.contains(role)) {
                revoke(id, role);
            }
        }
        wanted.stream().filter(role -> !held.contains(role)).forEach(role -> grant(id, role));
        if (!held.equals(wanted)) {
            audit.record(AuditEvent.done("user.roles", actor)
                    .with("user", name(id))
                    .with("roles", String.join(",", new TreeSet<>(wanted))));
        }
    }

    public Set<String> rolesOf(long id) {
        Set<String> held = new TreeSet<>(platform.roles().held(id, Scope.site()));
        if (platform.users().find(id).filter(User::siteAdministrator).isPresent()) {
            held.add(ADMIN);
        }
        return held;
    }

    /** Sets a password that its owner chose; every other session ends. */
    public void password(long id, String field, String password, Optional<String> keepSession, String actor) {
        User user = platform.users().find(id).orElseThrow(() -> AccountProblem.of("", "user.unknown"));
        if (user.remote()) {
            throw AccountProblem.of(
                    field, "user.remotePassword", user.key().home().value());
        }
        rules.check(field, password, user.username(), user.profile());
        store.password(id, hasher.hash(password));
        store.forgetLinksOf(id);
        keepSession.ifPresentOrElse(keep -> sessions.endOthersOf(id, keep), () -> sessions.endAllOf(id));
        audit.record(AuditEvent.done("user.password", actor).with("user", user.username()));
    }

    public boolean isPassword(long id, String password) {
        return store.password(id)
                .map(stored -> hasher.matches(stored, password))
                .orElse(false);
    }

    public boolean hasPassword(long id) {
        return store.password(id).isPresent();
    }

    /** True when somebody can sign in here and administer: the site is set up. */
    public boolean isSetUp() {
        return platform.users().siteAdministrators().stream()
                .anyMatch(user -> !user.suspended() && hasPassword(user.id()));
    }

    private void grant(long id, String role) {
        if (role.equals(ADMIN)) {
            platform.users().siteAdministrator(id, true);
        } else {
            platform.roles().assign(id, role, Scope.site());
        }
    }

    private void revoke(long id, String role) {
        asProblem("roles", () -> {
            if (role.equals(ADMIN)) {
                platform.users().siteAdministrator(id, false);
            } else {
                platform.roles().unassign(id, role, Scope.site());
            }
            return id;
        });
    }

    private String name(long id) {
        return platform.users().find(id).map(User::username).orElseThrow(() -> AccountProblem.of("", "user.unknown"));
    }

    private interface Asking<T> {
        T answer();
    }

    private static <T> T asProblem(String field, Asking<T> asking) {
        try {
            return asking.answer();
        } catch (PlatformException refused) {
            Message sentence = refused.sentence();
            throw new AccountProblem(field, sentence);
        }
    }
}
