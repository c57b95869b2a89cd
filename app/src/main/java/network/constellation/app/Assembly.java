package network.constellation.app;

import com.google.inject.Module;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import network.constellation.app.verbs.TenantCli;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import org.jspecify.annotations.Nullable;

/** What a node of this program is made of. Adding a feature is adding a line here. */
public final class Assembly {
    private Assembly() {}

    /** Features of the process, beside the infrastructure that every node has. */
    public static List<Module> node() {
        return List.of();
    }

    /** Features of every tenant. */
    public static List<Module> tenant() {
        return List.of();
    }

    /** Rooms with verbs of the command line. */
    public static List<CliRoom> cli() {
        return List.of(new TenantCli());
    }

    /** A node builder with everything in it; callers add clock and settings. */
    public static NodeBuilder builder(Path data) {
        return NodeBuilder.in(data).node(node().toArray(new Module[0])).tenant(tenant().toArray(new Module[0]));
    }

    static Node open(Path data, @Nullable Path config, Map<String, String> environment) {
        return builder(data)
                .config(ConfigReader.load(config, environment))
                .build()
                .open();
    }
}
