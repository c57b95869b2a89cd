package network.constellation.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import network.constellation.peer.cli.CliCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Verbs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demo}. */
public final class DemoCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("", Demo.class);
    }

    @Command(name = "demo", description = "Run a whole network in one process: a hub and four sites.")
    static final class Demo extends CliCommand.Local {
        @Option(names = "--port", paramLabel = "N", description = "Port to listen on; 8080 if not given.")
        int port = 8080;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Keep the network here; a temporary folder if not given.")
        @Nullable
        Path data;

        @Option(names = "--once", description = "Run the guided tour, print a line per step, and end.")
        boolean once;

        @Override
        public void run(CliContext context) throws IOException, InterruptedException {
            Path kept = data;
            Path folder = kept == null ? Files.createTempDirectory("constellation-demo") : context.resolve(kept);
            Runnable tidy = kept == null ? () -> delete(folder) : () -> {};
            if (once) {
                boolean held;
                try (DemoWorld world = DemoWorld.open(folder, port)) {
                    held = new Tour(world, context).run();
                } finally {
                    tidy.run();
                }
                if (!held) {
                    throw CliException.silently();
                }
                return;
            }
            DemoWorld world = DemoWorld.open(folder, port);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                world.close();
                                tidy.run();
                                Runtime.getRuntime().halt(0);
                            },
                            "stop"));
            context.err().println("Founding the network and joining four sites ...");
            world.build();
            welcome(context, world);
            new CountDownLatch(1).await();
        }

        private static void welcome(CliContext context, DemoWorld world) {
            context.out().println("The network is ready. Open in a browser:");
            context.out().println();
            for (DemoSite site : world.all()) {
                context.out().printf("  %-32s %s%n", site.wwwroot().value(), site.name());
            }
            context.out().println();
            context.out().println("Sign in with (the password of all is " + DemoWorld.PASSWORD + "):");
            for (DemoWorld.Login login : DemoWorld.LOGINS) {
                context.out().printf("  %-8s at %-4s %s%n", login.username(), login.site(), login.who());
            }
            context.out().println();
            context.out().println("What to click (docs/tour.md tells more):");
            for (String step : List.of(
                    "Publish  alice at a: Catalog, Courses of this site, \"Oiseaux du nord\", Publish version 1.",
                    "Deploy   chen at c: Catalog, Ask the catalogs again, \"Oiseaux du nord\", Deploy to my site.",
                    "Open     chen at c: Home, the course under Courses open to other sites, learners by themselves, Open.",
                    "Enrol    dario at d: the course under Courses at other sites, Enrol and go there; mark a page as done.",
                    "Order    admin at hub: Orders, New order; plan it, apply it, roll it back.",
                    "Report   admin at hub: Report, Ask the sites now.")) {
                context.out().println("  " + step);
            }
            context.out().println("Ctrl-C ends it.");
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : all) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException left) {
                // A temporary folder: the system clears what is left.
            }
        }
    }
}
