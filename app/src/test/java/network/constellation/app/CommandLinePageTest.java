package network.constellation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** docs/reference/command-line.md says what the program's own help says; {@code -Dgolden.update=true} writes it anew. */
class CommandLinePageTest {
    /** Options that every verb on a node has are told once. */
    private static final List<String> COMMON = List.of("--help", "--json", "--data", "--config");

    private final List<String> lines = new ArrayList<>();
    private final List<String> silent = new ArrayList<>();

    @Test
    void thePageSaysWhatTheHelpSays() throws IOException {
        lines.addAll(List.of(
                "# Command line",
                "",
                "<!-- Generated from the code and held by a test: `-Dgolden.update=true` writes it anew. -->",
                "",
                "Every verb has `--help` and `--json` (the answer as one JSON document on standard output). Verbs on a node",
                "have `--data DIR` (the node's folder) and `--config FILE`, and run in the running node or, where it is",
                "stopped, in their own process. Exit status: 0 done, 1 failed or refused, 2 wrong usage or bad input.",
                ""));
        describe(Main.program().describe());
        assertThat(silent).as("verbs and options without a word of help").isEmpty();
        Path file = Path.of(System.getProperty("constellation.root"), "docs", "reference", "command-line.md");
        String page = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, page);
        }
        assertThat(page)
                .as("If the change is meant: -Dgolden.update=true, then look at the difference of %s", file)
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }

    private void describe(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (command.getSubcommands().isEmpty() && !spec.usageMessage().hidden()) {
            verb(spec);
        }
        command.getSubcommands().values().forEach(this::describe);
    }

    private void verb(CommandSpec spec) {
        StringBuilder synopsis = new StringBuilder(spec.qualifiedName());
        spec.positionalParameters().forEach(parameter -> synopsis.append(' ').append(parameter.paramLabel()));
        lines.add("## " + synopsis);
        lines.add("");
        lines.add(words(spec.usageMessage().description(), spec.qualifiedName()));
        lines.add("");
        List<ArgSpec> arguments = new ArrayList<>(spec.positionalParameters());
        spec.options().stream()
                .filter(option -> !option.hidden() && !COMMON.contains(option.longestName()))
                .forEach(arguments::add);
        if (arguments.isEmpty()) {
            return;
        }
        lines.add("| | |");
        lines.add("|---|---|");
        for (ArgSpec argument : arguments) {
            String name = argument instanceof OptionSpec option
                    ? String.join(", ", option.names()) + (takesNothing(option) ? "" : " " + option.paramLabel())
                    : argument.paramLabel();
            lines.add("| `" + name.replace("|", "\\|") + "` | "
                    + words(argument.description(), spec.qualifiedName() + " " + name)
                            .replace("|", "\\|")
                    + (argument.required() ? " Required." : "") + " |");
        }
        lines.add("");
    }

    private static boolean takesNothing(OptionSpec option) {
        return option.arity().max() == 0;
    }

    private String words(String[] description, String whose) {
        String text = String.join(" ", Arrays.asList(description))
                .replaceAll("\\s+", " ")
                .strip();
        if (text.isEmpty()) {
            silent.add(whose);
        }
        return text.replace("%n", " ").replace("%%", "%");
    }
}
