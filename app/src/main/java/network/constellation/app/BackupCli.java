package network.constellation.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.backup.Backup;
import network.constellation.peer.backup.BackupException;
import network.constellation.peer.backup.Restore;
import network.constellation.peer.cli.CliCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.NodeCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.config.ConfigReader;
import network.constellation.peer.node.Node;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peer backup|restore} and {@code hub backup|restore}: a whole node in one file, and back. */
final class BackupCli implements CliRoom {

    @Override
    public void verbs(Verbs verbs) {
        for (String group : List.of("peer", "hub")) {
            verbs.add(group, Write.class).add(group, Read.class);
        }
        verbs.failure(BackupException.class);
    }

    @Command(
            name = "backup",
            description = {
                "Write everything of this node, running or not, into one file.",
                "It holds private keys: keep it where only you can read it."
            })
    static final class Write extends NodeCommand {
        @Parameters(paramLabel = "FILE", description = "A file that is not there yet.")
        Path file = Path.of("");

        @Override
        public void run(CliContext context, Node node) {
            Path target = context.resolve(file);
            long bytes = node.get(Backup.class).write(target);
            context.done(
                    "Wrote " + target + " (" + (bytes + 1023) / 1024 + " KiB).",
                    Map.of("file", target, "bytes", bytes));
        }
    }

    @Command(
            name = "restore",
            description = "Restore a backup into an empty folder; also onto another sort of database.")
    static final class Read extends CliCommand.Local {
        @Option(names = "--data", required = true, paramLabel = "DIR", description = "An empty folder, or none yet.")
        Path data = Path.of("");

        @Option(names = "--config", paramLabel = "FILE", description = "Settings (HOCON) of the node to be.")
        @Nullable
        Path config;

        @Parameters(paramLabel = "FILE", description = "What `backup` wrote.")
        Path file = Path.of("");

        @Override
        public void run(CliContext context) throws IOException {
            Path source = context.resolve(file);
            if (!Files.isRegularFile(source)) {
                throw CliException.badInput("There is no file " + source + ".");
            }
            ConfigReader settings =
                    ConfigReader.load(config == null ? null : context.resolve(config), context.environment());
            try (Node node =
                    Assembly.builder(context.resolve(data)).config(settings).build()) {
                Restore restore = node.get(Restore.class);
                List<Wwwroot> tenants = restore.read(source);
                node.open();
                restore.note(tenants, node.tenants());
                context.done(
                        "Restored " + tenants.size() + (tenants.size() == 1 ? " site." : " sites.")
                                + " Do not let the node it was made from run again beside this one.",
                        Map.of("tenants", tenants));
            }
        }
    }
}
