package network.constellation.hub.founding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.OneTimeLinks;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.NodeCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.node.Node;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub found}. */
public final class FoundingCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub", "Lead a network: invite sites, join them to sub-networks.")
                .add("hub", Found.class);
    }

    @Command(name = "found", description = "Found a network with this node as its hub; once.")
    static final class Found extends NodeCommand {
        @Option(
                names = "--wwwroot",
                required = true,
                paramLabel = "URL",
                description = "The hub's address, without a slash at the end; it is its identity for ever.")
        String wwwroot = "";

        @Option(names = "--name", paramLabel = "TEXT", description = "The network's name; the host name if not given.")
        @Nullable
        String name;

        @Override
        public void run(CliContext context, Node node) {
            Wwwroot address = Wwwroot.normalized(wwwroot);
            try (TenantLease hub =
                    node.get(HubTenant.class).found(address, name == null ? address.host() : name, "command line")) {
                Network network = hub.get(Founding.class).required();
                String link = hub.get(OneTimeLinks.class).setup();
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("wwwroot", address);
                document.put("network", network.id());
                document.put("name", network.name());
                List<String> notices = hub.get(Founding.class).notices();
                document.put("setupLink", link);
                document.put("notices", notices);
                context.answer(document, out -> {
                    out.println("The network \"" + network.name() + "\" is founded; its hub is " + address + ".");
                    out.println("First administrator: open this link once the hub runs (it works once):");
                    out.println("  " + link);
                    notices.forEach(out::println);
                });
                context.hint("constellation hub run --data DIR");
            }
        }

        @Override
        protected boolean founds() {
            return true;
        }
    }
}
