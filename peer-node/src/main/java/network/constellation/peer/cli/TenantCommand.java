package network.constellation.peer.cli;

import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.node.Node;
import network.constellation.peer.tenant.TenantLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A verb on one tenant of a node. */
@Command
public abstract class TenantCommand extends NodeCommand {

    @Option(
            names = "--tenant",
            required = true,
            order = 700,
            paramLabel = "URL",
            description = "The tenant's address (wwwroot).")
    String tenant = "";

    @Override
    public final void run(CliContext context, Node node) throws Exception {
        try (TenantLease lease = node.tenants().open(Wwwroot.normalized(tenant))) {
            run(context, lease);
        }
    }

    /** @throws Exception anything; {@link Explanation} turns it into one sentence and an exit status */
    protected abstract void run(CliContext context, TenantLease tenant) throws Exception;
}
