package network.constellation.peer.cli;

import java.nio.file.Path;
import network.constellation.peer.node.Node;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A verb on the data of a node. The running node executes it; when none runs on the data, it is executed here on the
 * opened node. Either way {@link #run} is called beside the data.
 */
@Command
public abstract class NodeCommand extends CliCommand {

    @Option(
            names = "--data",
            required = true,
            order = 800,
            paramLabel = "DIR",
            description = "The node's data directory.")
    Path data = Path.of(".");

    @Option(
            names = "--config",
            order = 801,
            paramLabel = "FILE",
            description = "The node's configuration (HOCON); only used when the node is not running.")
    @Nullable
    Path config;

    /** @throws Exception anything; {@link Explanation} turns it into one sentence and an exit status */
    public abstract void run(CliContext context, Node node) throws Exception;

    /** Whether the verb also works where no node has been yet; others refuse an empty folder. */
    protected boolean founds() {
        return false;
    }

    /** Whether the verb waits for durable work, so that a stopped node must take it up, without letting anybody in. */
    protected boolean works() {
        return false;
    }
}
