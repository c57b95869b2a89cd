package network.constellation.app.verbs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.NodeCommand;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.node.Node;
import network.constellation.peer.tenant.TenantEntry;
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

        @Override
        public void run(CliContext context, Node node) {
            Wwwroot address = Wwwroot.normalized(wwwroot);
            TenantEntry added = node.tenants().add(address, name == null ? address.host() : name);
            context.done("Added " + added.wwwroot() + " (" + added.name() + ").", document(added));
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
        return Map.of(
                "wwwroot", tenant.wwwroot(),
                "name", tenant.name(),
                "state", state(tenant),
                "created", tenant.created());
    }
}
