package network.constellation.hub.founding;

import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.NodeCommand;
import network.constellation.peer.node.Node;
import network.constellation.peer.tenant.TenantLease;
import picocli.CommandLine.Command;

/** A verb on the hub of a node. */
@Command
public abstract class HubCommand extends NodeCommand {
    @Override
    public final void run(CliContext context, Node node) throws Exception {
        try (TenantLease hub = node.get(HubTenant.class).open()) {
            run(context, hub);
        }
    }

    /** @throws Exception anything; the frame turns it into one sentence and an exit status */
    protected abstract void run(CliContext context, TenantLease hub) throws Exception;
}
