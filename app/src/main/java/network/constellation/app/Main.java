package network.constellation.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import network.constellation.peer.cli.CliProgram;
import network.constellation.peer.cli.Terminal;

/** Where the launcher enters. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(
                System.in,
                out,
                err,
                Path.of("").toAbsolutePath(),
                Boolean.getBoolean("constellation.terminal"),
                System.getenv());
        System.exit(program().run(List.of(arguments), terminal));
    }

    static CliProgram program() {
        return new CliProgram(Assembly.cli(), version(), Assembly::open);
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
