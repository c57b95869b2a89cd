package network.constellation.app;

import com.google.inject.Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.constellation.app.verbs.AuditCli;
import network.constellation.app.verbs.KeyCli;
import network.constellation.app.verbs.TenantCli;
import network.constellation.app.verbs.UserCli;
import network.constellation.app.verbs.WireCli;
import network.constellation.peer.accounts.AccountsModule;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.NodeOpener;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.dispatch.DispatchModule;
import network.constellation.peer.dispatch.WireModule;
import network.constellation.peer.mail.MailModule;
import network.constellation.peer.node.Node;
import network.constellation.peer.node.NodeBuilder;
import network.constellation.peer.outbound.OutboundModule;
import network.constellation.peer.outbound.TransportModule;
import network.constellation.peer.peers.PeersModule;
import network.constellation.peer.platform.PlatformModule;
import network.constellation.peer.roaming.RoamingModule;
import network.constellation.peer.system.SystemModule;
import network.constellation.peer.web.WebModule;
import org.jspecify.annotations.Nullable;

/** What a node of this program is made of. Adding a feature is adding a line here. */
public final class Assembly {
    /** In a data directory: the node is a hub, so it has the hub's rooms as well. */
    private static final String HUB_MARK = "hub";

    private Assembly() {}

    /** Features of the process, beside the infrastructure that every node has. */
    static List<Module> node() {
        return List.of(new TransportModule(), new WireModule());
    }

    /** Features of every tenant. */
    static List<Module> tenant() {
        return List.of(
                new PlatformModule(),
                new MailModule(),
                new AccountsModule(),
                new WebModule(),
                new PeersModule(),
                new OutboundModule(),
                new DispatchModule(),
                new SystemModule(),
                new RoamingModule());
    }

    /** What a hub has beside that, in the process. */
    static List<Module> hubNode() {
        return List.of();
    }

    /** What a hub has beside that, in every tenant. */
    static List<Module> hubTenant() {
        return List.of();
    }

    /** Rooms with verbs of the command line. */
    static List<CliRoom> cli() {
        return List.of(new RunCli(), new TenantCli(), new UserCli(), new KeyCli(), new AuditCli(), new WireCli());
    }

    /** A builder with all features of a peer in it. */
    public static NodeBuilder peer(Path data) {
        return builder(data, node(), tenant());
    }

    /** A builder with all features of a hub in it, which are those of a peer and more. */
    public static NodeBuilder hub(Path data) {
        return builder(data, both(node(), hubNode()), both(tenant(), hubTenant()));
    }

    private static NodeBuilder builder(Path data, List<Module> node, List<Module> tenant) {
        return NodeBuilder.in(data).node(node.toArray(new Module[0])).tenant(tenant.toArray(new Module[0]));
    }

    private static List<Module> both(List<Module> ofPeers, List<Module> ofHubs) {
        List<Module> all = new ArrayList<>(ofPeers);
        all.addAll(ofHubs);
        return all;
    }

    /** A peer or a hub, as the data says; a verb that founds a hub makes it one. */
    static NodeBuilder of(Path data, NodeOpener.Purpose purpose) {
        Path mark = data.resolve(HUB_MARK);
        if (Files.exists(mark)) {
            return hub(data);
        } else if (!purpose.hub()) {
            return peer(data);
        } else if (!purpose.founds()) {
            throw CliException.badInput("The node in " + data
                    + " is no hub; found a network with `constellation hub found --data DIR --wwwroot URL`.");
        }
        try {
            Files.createDirectories(data);
            Files.createFile(mark);
            return hub(data);
        } catch (IOException failed) {
            throw new UncheckedIOException("The data directory " + data + " cannot be written", failed);
        }
    }

    static Node open(Path data, @Nullable Path config, Map<String, String> environment, NodeOpener.Purpose purpose) {
        return of(data, purpose)
                .config(ConfigReader.load(config, environment))
                .build()
                .open();
    }
}
