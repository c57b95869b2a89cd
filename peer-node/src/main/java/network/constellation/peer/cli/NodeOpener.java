package network.constellation.peer.cli;

import java.nio.file.Path;
import java.util.Map;
import network.constellation.peer.node.Node;
import org.jspecify.annotations.Nullable;

/** How the program puts a node together on a data directory; it opens the databases and starts nothing. */
@FunctionalInterface
public interface NodeOpener {

    /**
     * @param purpose what the command wants of the node
     * @throws CliException when the data is not that of such a node
     */
    Node open(Path data, @Nullable Path config, Map<String, String> environment, Purpose purpose);

    /**
     * @param hub a verb of the group {@code hub}: the node must be one, not only a peer
     * @param founds the verb also works where no node has been yet
     */
    record Purpose(boolean hub, boolean founds) {}
}
