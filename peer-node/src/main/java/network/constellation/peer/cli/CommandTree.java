package network.constellation.peer.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Hangs the verbs of all rooms on one tree. A tree is made for each use, as the commands hold what was typed. */
final class CommandTree {
    static final String NAME = "constellation";

    private final Verbs verbs;
    private final String version;

    CommandTree(Verbs verbs, String version) {
        this.verbs = verbs;
        this.version = version;
    }

    CommandLine grow() {
        CommandSpec root = group(NAME, "A federated network of learning platforms.");
        root.version(NAME + " " + version);
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .type(boolean.class)
                .description("Show the version.")
                .build());
        CommandLine tree = new CommandLine(root);
        for (Verbs.Verb verb : verbs.all()) {
            CommandLine place = tree;
            List<String> words = new ArrayList<>();
            for (String word : verb.path()) {
                words.add(word);
                place = childOf(place, word, verbs.description(words));
            }
            CommandLine command = new CommandLine(verb.command());
            place.addSubcommand(command.getCommandName(), command);
        }
        return tree;
    }

    private CommandLine childOf(CommandLine parent, String word, String description) {
        CommandLine known = parent.getSubcommands().get(word);
        if (known != null) {
            return known;
        }
        CommandLine made = new CommandLine(group(word, description));
        parent.addSubcommand(word, made);
        return made;
    }

    private static CommandSpec group(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .description(description)
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions:%n")
                .autoWidth(true);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Show this help.")
                .build());
        return spec;
    }

    /** A script that bash and zsh both read. */
    String completion() {
        return AutoComplete.bash(NAME, grow());
    }

    /** Help goes to the terminal it was asked from. */
    static void direct(CommandLine tree, Terminal terminal) {
        tree.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        tree.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        tree.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi() ? Ansi.ON : Ansi.OFF));
    }
}
