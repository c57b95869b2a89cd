package network.constellation.app.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.AccountProblem;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.accounts.UserImport;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.platform.Platform;
import network.constellation.peer.platform.PlatformException;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.platform.User;
import network.constellation.peer.platform.UserFilter;
import network.constellation.peer.platform.UserList;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code user add|list}: the people of a site. */
public final class UserCli implements CliRoom {
    static final String ACTOR = "command line";

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("user", "The people of a site.")
                .add("user", Add.class)
                .add("user", ListAll.class)
                .badInput(AccountProblem.class)
                .badInput(PlatformException.class);
    }

    @Command(
            name = "add",
            description = {
                "Add one person, or everybody of a CSV file (all or nobody).",
                "Columns: username, firstname, lastname, email; if you like password, roles and profile fields."
            })
    static final class Add extends TenantCommand {
        @Option(names = "--username", paramLabel = "U", description = "Name to sign in with, in small letters.")
        @Nullable
        String username;

        @Option(names = "--email", paramLabel = "E", description = "If not given: the user name at the site's host.")
        @Nullable
        String email;

        @Option(names = "--first-name", paramLabel = "F", description = "If not given: the user name.")
        @Nullable
        String firstName;

        @Option(names = "--last-name", paramLabel = "L", description = "If not given: the site's name.")
        @Nullable
        String lastName;

        @Option(
                names = "--role",
                paramLabel = "SHORTNAME",
                description = "Role on the whole site, such as teacher; admin administers it. May be repeated.")
        List<String> roles = new ArrayList<>();

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "First line: the password. Without it the person needs a link (\"forgot password\").")
        @Nullable
        Path passwordFile;

        @Option(names = "--csv", paramLabel = "FILE", description = "Many at once.")
        @Nullable
        Path csv;

        @Override
        protected void run(CliContext context, TenantLease tenant) throws IOException {
            if ((csv == null) == (username == null)) {
                throw CliException.badInput("Give either --username for one person or --csv for many.");
            }
            if (csv != null) {
                addAll(context, tenant, context.resolve(csv));
                return;
            }
            String name = Objects.requireNonNull(username);
            Wwwroot here = tenant.tenant().wwwroot();
            Profile profile = Profile.of(
                    firstName == null ? name : firstName,
                    lastName == null ? tenant.tenant().name() : lastName,
                    email == null ? name + "@" + here.host() : email);
            User user = tenant.get(Accounts.class)
                    .create(new NewAccount(name, profile, password(context, passwordFile), roles), ACTOR);
            context.done(
                    "Added " + user.username() + " (" + user.fullName() + ") at " + here + ".",
                    document(user, Set.copyOf(roles)));
        }

        private static void addAll(CliContext context, TenantLease tenant, Path file) throws IOException {
            if (Files.size(file) > UserImport.LIMIT) {
                throw CliException.badInput("The file " + file + " is larger than 5 MiB; split it.");
            }
            UserImport.Result result = tenant.get(UserImport.class).read(Files.readAllBytes(file), ACTOR, true);
            if (!result.problems().isEmpty()) {
                Texts texts = new Texts();
                result.problems()
                        .forEach(problem -> context.err()
                                .println((problem.line() == 0 ? "" : "Line " + problem.line() + ": ")
                                        + texts.english(problem.sentence())));
                throw CliException.badInput("Nobody was added.");
            }
            context.done(
                    "Added " + result.made().size() + " people.",
                    Map.of(
                            "added",
                            result.made().size(),
                            "usernames",
                            result.made().stream().map(User::username).toList()));
        }
    }

    @Command(name = "list", description = "List the people of a site, those of other sites who came here too.")
    static final class ListAll extends TenantCommand {
        @Option(names = "--search", paramLabel = "TEXT", defaultValue = "", description = "Part of a name or address.")
        String search = "";

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            Platform platform = tenant.get(Platform.class);
            UserFilter all = UserFilter.all();
            UserList found = platform.users()
                    .list(new UserFilter(
                            search,
                            all.home(),
                            all.origin(),
                            all.suspended(),
                            all.role(),
                            all.sort(),
                            false,
                            0,
                            all.limit()));
            Map<Long, Set<String>> roles = platform.roles()
                    .heldOnSite(found.users().stream().map(User::id).toList());
            context.answer(
                    found.users().stream()
                            .map(user -> document(user, rolesOf(user, roles)))
                            .toList(),
                    out -> {
                        Table table = new Table("STATE", "USER", "NAME", "EMAIL", "HOME", "ROLES");
                        found.users()
                                .forEach(user -> table.row(
                                        state(user),
                                        user.username(),
                                        user.fullName(),
                                        user.profile().email(),
                                        user.remote() ? user.key().home() : "here",
                                        String.join(" ", rolesOf(user, roles))));
                        table.print(out, "Nobody yet. Add somebody: constellation user add ... --username U");
                    });
        }

        private static Set<String> rolesOf(User user, Map<Long, Set<String>> roles) {
            Set<String> held = new java.util.TreeSet<>(roles.getOrDefault(user.id(), Set.of()));
            if (user.siteAdministrator()) {
                held.add(Accounts.ADMIN);
            }
            return held;
        }
    }

    /** The first line of the file; empty where none was given. */
    static Optional<String> password(CliContext context, @Nullable Path file) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        String first =
                Files.readString(context.resolve(file)).lines().findFirst().orElse("");
        if (first.isEmpty()) {
            throw CliException.badInput("The first line of " + file + " must be the password; it is empty.");
        }
        return Optional.of(first);
    }

    private static String state(User user) {
        return user.suspended() ? "suspended" : "active";
    }

    private static Map<String, Object> document(User user, Set<String> roles) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("username", user.username());
        document.put("home", user.key().home());
        document.put("firstName", user.profile().firstName());
        document.put("lastName", user.profile().lastName());
        document.put("email", user.profile().email());
        document.put("state", state(user));
        document.put("remote", user.remote());
        document.put("roles", roles);
        user.lastLogin().ifPresent(at -> document.put("lastLogin", at));
        return document;
    }
}
