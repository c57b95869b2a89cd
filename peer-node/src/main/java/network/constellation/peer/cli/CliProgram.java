package network.constellation.peer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.peer.node.Node;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line as a whole: reads what was typed, finds where it is to be executed, and answers with an exit status:
 * 0 done, 1 failed or refused, 2 wrong usage or bad input.
 */
public final class CliProgram {
    private final CommandTree tree;
    private final NodeOpener opener;
    private final Map<Class<? extends Exception>, Integer> explained;

    public CliProgram(List<? extends CliRoom> rooms, String version, NodeOpener opener) {
        Verbs verbs = Verbs.of(rooms);
        this.tree = new CommandTree(verbs.add("", CompletionCommand.class), version);
        this.opener = opener;
        this.explained = verbs.explained();
    }

    /** The tree of all verbs with their help, for the reference page. */
    public CommandLine describe() {
        return tree.grow();
    }

    /** Runs one command line for somebody at a terminal. */
    public int run(List<String> arguments, Terminal terminal) {
        return guarded(terminal, () -> {
            Optional<CliCommand> typed = parse(arguments, terminal);
            if (typed.isEmpty()) {
                return;
            }
            CliCommand command = typed.get();
            CliContext context = new CliContext(terminal, command.json);
            if (command instanceof CompletionCommand completion) {
                completion.run(context, tree);
            } else if (command instanceof CliCommand.Local local) {
                local.run(context);
            } else if (command instanceof NodeCommand onNode) {
                execute(onNode, arguments, terminal, context);
            }
        });
    }

    /** Runs one command line on a node that is open already: what the running node does with what it is sent. */
    int runOn(Node node, List<String> arguments, Terminal terminal) {
        return guarded(terminal, () -> {
            Optional<CliCommand> typed = parse(arguments, terminal);
            if (typed.isPresent()) {
                if (!(typed.get() instanceof NodeCommand command)) {
                    throw CliException.badInput("This command runs in your own terminal, not in the node.");
                }
                command.run(new CliContext(terminal, command.json), node);
            }
        });
    }

    private void execute(NodeCommand command, List<String> arguments, Terminal terminal, CliContext context)
            throws Exception {
        Path data = context.resolve(command.data);
        Optional<AdminClient> running = AdminClient.of(data);
        if (running.isPresent()) {
            int status = running.get().run(arguments, terminal);
            if (status != Explanation.DONE) {
                throw new RemoteStatus(status);
            }
            return;
        }
        if (!command.founds() && !hasNode(data)) {
            throw CliException.badInput("There is no node in " + data + "; begin with `constellation "
                    + (arguments.get(0).equals("hub") ? "hub found" : "tenant add") + " --data DIR --wwwroot URL`.");
        }
        Path config = command.config == null ? null : context.resolve(command.config);
        try (Node node = opener.open(data, config, terminal.environment())) {
            if (command.works()) {
                node.work();
            }
            command.run(context, node);
        }
    }

    private static boolean hasNode(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return false;
        }
        try (var files = Files.list(data)) {
            return files.findAny().isPresent();
        }
    }

    /** Empty when help or the version was asked for and has been shown. */
    private Optional<CliCommand> parse(List<String> arguments, Terminal terminal) {
        CommandLine line = tree.grow();
        CommandTree.direct(line, terminal);
        try {
            ParseResult result = line.parseArgs(arguments.toArray(new String[0]));
            if (CommandLine.executeHelpRequest(result) != null) {
                return Optional.empty();
            }
            List<CommandLine> typed = result.asCommandLineList();
            CommandLine last = typed.get(typed.size() - 1);
            if (last.getCommand() instanceof CliCommand command) {
                return Optional.of(command);
            }
            throw CliException.badInput("Say which: `" + last.getCommandSpec().qualifiedName() + " "
                    + String.join("|", last.getSubcommands().keySet()) + "` (--help explains them).");
        } catch (ParameterException wrong) {
            throw CliException.badInput(sentence(wrong) + " (`"
                    + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help` explains it)");
        }
    }

    private static String sentence(ParameterException wrong) {
        String message = wrong.getMessage() == null ? "The command cannot be understood" : wrong.getMessage();
        return String.join(" ", message.split("\\s*\\R\\s*"));
    }

    private interface Work {
        void run() throws Exception;
    }

    private int guarded(Terminal terminal, Work work) {
        try {
            work.run();
            return Explanation.DONE;
        } catch (RemoteStatus remote) {
            return remote.status;
        } catch (Exception | LinkageError thrown) {
            Explanation explanation = Explanation.of(thrown, explained);
            if (!explanation.sentence().isEmpty()) {
                terminal.err().println(explanation.sentence());
            }
            return explanation.exitStatus();
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** The running node has said everything already; only its exit status is left to pass on. */
    private static final class RemoteStatus extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;

        RemoteStatus(int status) {
            super(null, null, false, false);
            this.status = status;
        }
    }
}
