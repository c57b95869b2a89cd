package network.constellation.peer.cli;

import picocli.CommandLine.Command;

/** Prints a script that teaches bash and zsh the verbs and options. */
@Command(
        name = "completion",
        description = {"Print a completion script for bash and zsh.", "Use it with: source <(constellation completion)"
        })
final class CompletionCommand extends CliCommand {

    void run(CliContext context, CommandTree tree) {
        context.out().print(tree.completion());
    }
}
