package network.constellation.hub.founding;

import java.util.function.Supplier;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
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

    /** Does it, and turns what a person got wrong, or what cannot be now, into the one sentence that it says. */
    protected static <T> T said(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalArgumentException wrong) {
            throw CliException.badInput(String.valueOf(wrong.getMessage()));
        } catch (IllegalStateException impossible) {
            throw CliException.failed(String.valueOf(impossible.getMessage()));
        }
    }

    /** @throws Exception anything; the frame turns it into one sentence and an exit status */
    protected abstract void run(CliContext context, TenantLease hub) throws Exception;
}
