package network.constellation.peer.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command was typed.
 *
 * @param ansi whether a person looks at it, so that colour and a moving progress line help
 * @param environment the caller's environment, read for {@code CONSTELLATION_...} settings
 */
public record Terminal(
        InputStream in, PrintStream out, PrintStream err, Path cwd, boolean ansi, Map<String, String> environment) {

    public Terminal {
        environment = Map.copyOf(environment);
    }
}
