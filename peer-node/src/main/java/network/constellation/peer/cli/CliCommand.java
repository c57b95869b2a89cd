package network.constellation.peer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One verb of the command line. The class carries picocli's {@code @Command} with name and description, its options are
 * fields; it is made anew for each use.
 */
@Command(
        sortOptions = false,
        usageHelpAutoWidth = true,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n")
public abstract class CliCommand {

    @Option(names = "--json", order = 900, description = "Print one JSON document instead of text.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            order = 999,
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /** A verb that runs in the caller's own process: no node is asked or opened for it. */
    @Command
    public abstract static class Local extends CliCommand {
        /** @throws Exception anything; {@link Explanation} turns it into one sentence and an exit status */
        public abstract void run(CliContext context) throws Exception;
    }
}
