package network.constellation.peer.cli;

import java.nio.file.Path;
import java.util.Map;
import network.constellation.peer.node.Node;
import org.jspecify.annotations.Nullable;

/** How the program puts a node together on a data directory; it opens the databases and starts nothing. */
@FunctionalInterface
public interface NodeOpener {

    Node open(Path data, @Nullable Path config, Map<String, String> environment);
}
