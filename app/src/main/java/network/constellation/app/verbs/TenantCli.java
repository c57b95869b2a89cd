package network.constellation.app.verbs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.Accounts;
import network.constellation.peer.accounts.NewAccount;
import network.constellation.peer.accounts.OneTimeLinks;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.NodeCommand;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.node.Node;
import network.constellation.peer.platform.Profile;
import network.constellation.peer.tenant.TenantEntry;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenant add|list|disable|enable|remove}: the sites that a node serves. */
public final class TenantCli implements CliRoom {

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("tenant", "The sites that this node serves.")
                .add("tenant", Add.class)
                .add("tenant", ListAll.class)
                .add("tenant", Disable.class)
                .add("tenant", Enable.class)
                .add("tenant", Remove.class);
    }

    @Command(name = "add", description = "Add a site to this node; makes its keys and its database.")
    static final class Add extends NodeCommand {
        @Option(
                names = "--wwwroot",
                required = true,
                paramLabel = "URL",
                description = "The site's address, without a slash at the end; it is its identity for ever.")
        String wwwroot = "";

        @Option(names = "--name", paramLabel = "TEXT", description = "The site's name; the host name if not given.")
        @Nullable
        String name;

        @Option(names = "--admin", paramLabel = "USER", description = "User name of the first administrator.")
        @Nullable
        String admin;

        @Option(names = "--admin-password-file", paramLabel = "FILE", description = "First line: their password.")
        @Nullable
        Path adminPasswordFile;

        @Override
        public void run(CliContext context, Node node) throws IOException {
            if ((admin == null) != (adminPasswordFile == null)) {
                throw CliException.badInput("Give --admin and --admin-password-file together, or neither; without them"
                        + " a setup link is printed.");
            }
            Optional<String> password = UserCli.password(context, adminPasswordFile);
            Wwwroot address = Wwwroot.normalized(wwwroot);
            TenantEntry added = node.tenants().add(address, name == null ? address.host() : name);
            Map<String, Object> document = document(added);
            try (TenantLease lease = node.tenants().open(address)) {
                if (password.isPresent() && admin != null) {
                    addAdministrator(lease, admin, password);
                    document.put("admin", admin);
                } else {
                    document.put("setupLink", lease.get(OneTimeLinks.class).setup());
                }
            } catch (RuntimeException refused) {
                // Nothing is half done: a site without the administrator that was asked for is taken back.
                node.tenants().remove(address);
                throw refused;
            }
            context.answer(document, out -> {
                out.println("Added " + added.wwwroot() + " (" + added.name() + ").");
                if (document.containsKey("setupLink")) {
                    out.println("First administrator: open this link once the node runs (it works once):");
                    out.println("  " + document.get("setupLink"));
                }
            });
            context.hint("constellation peer run --data DIR");
        }

        private static void addAdministrator(TenantLease lease, String username, Optional<String> password) {
            Wwwroot here = lease.tenant().wwwroot();
            Profile profile = Profile.of(username, lease.tenant().name(), username + "@" + here.host());
            lease.get(Accounts.class)
                    .create(new NewAccount(username, profile, password, List.of(Accounts.ADMIN)), UserCli.ACTOR);
        }

        @Override
        protected boolean founds() {
            return true;
        }
    }

    @Command(name = "list", description = "List the sites of this node.")
    static final class ListAll extends NodeCommand {
        @Override
        public void run(CliContext context, Node node) {
            List<TenantEntry> tenants = node.tenants().list();
            context.answer(tenants.stream().map(TenantCli::document).toList(), out -> {
                Table table = new Table("STATE", "ADDRESS", "NAME", "SINCE");
                tenants.forEach(tenant -> table.row(state(tenant), tenant.wwwroot(), tenant.name(), tenant.created()));
                table.print(out, "No site yet. Add the first: constellation tenant add --data DIR --wwwroot URL");
            });
        }
    }

    /** What the three verbs on one present site share. */
    @Command
    abstract static class OnOne extends NodeCommand {
        @Parameters(paramLabel = "URL", description = "The site's address.")
        String wwwroot = "";

        @Override
        public final void run(CliContext context, Node node) {
            Wwwroot address = Wwwroot.normalized(wwwroot);
            String done = change(node, address);
            context.done(done + " " + address + ".", Map.of("wwwroot", address, "done", done.toLowerCase(Locale.ROOT)));
        }

        /** @return what was done, as the first word of a sentence */
        abstract String change(Node node, Wwwroot address);
    }

    @Command(name = "disable", description = "Answer nobody for this site from now on; its data stays.")
    static final class Disable extends OnOne {
        @Override
        String change(Node node, Wwwroot address) {
            node.tenants().disable(address);
            return "Disabled";
        }
    }

    @Command(name = "enable", description = "Serve a disabled site again.")
    static final class Enable extends OnOne {
        @Override
        String change(Node node, Wwwroot address) {
            node.tenants().enable(address);
            return "Enabled";
        }
    }

    @Command(name = "remove", description = "Remove a site with its keys, users and files, for ever.")
    static final class Remove extends OnOne {
        @Override
        String change(Node node, Wwwroot address) {
            node.tenants().remove(address);
            return "Removed";
        }
    }

    private static String state(TenantEntry tenant) {
        return tenant.state().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> document(TenantEntry tenant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("wwwroot", tenant.wwwroot());
        document.put("name", tenant.name());
        document.put("state", state(tenant));
        document.put("created", tenant.created());
        return document;
    }
}
