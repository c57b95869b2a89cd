package network.constellation.peer.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import network.constellation.peer.cli.CliCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.web.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code course inspect}. */
public final class PackagesCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.group("course", "Course packages: look into them, publish and deploy them.")
                .add("course", Inspect.class);
    }

    @Command(
            name = "inspect",
            description = {
                "Say what is in a course package (.mbz), without unpacking it.",
                "Reads it to its end; one that is not sound is refused with the reason."
            })
    static final class Inspect extends CliCommand.Local {
        @Parameters(paramLabel = "FILE", description = "The package: a ZIP or a gzip-tar, whatever its name.")
        Path file = Path.of("");

        @Override
        public void run(CliContext context) throws IOException {
            Path path = context.resolve(file);
            if (!Files.isRegularFile(path)) {
                throw CliException.badInput("There is no file " + path + "; name a course package (.mbz).");
            }
            try {
                PackageInventory inventory = PackagesModule.standalone().inspect(path);
                context.answer(inventory.document(), out -> print(inventory, out));
            } catch (PackageRefusedException refused) {
                throw CliException.failed("refused (" + refused.code() + "): " + refused.getMessage());
            }
        }

        private static void print(PackageInventory inventory, java.io.PrintStream out) {
            Texts texts = new Texts();
            Table facts = new Table("FACT", "VALUE");
            for (Map.Entry<String, @Nullable Object> fact : inventory.document().entrySet()) {
                if (!fact.getKey().equals("findings")) {
                    facts.row(fact.getKey(), PackageRefusedException.shown(String.valueOf(fact.getValue())));
                }
            }
            facts.print(out, "");
            out.println();
            Table outline = new Table("SECTION", "ACTIVITY", "TITLE");
            int number = 0;
            for (PackageInventory.Section section : inventory.sections()) {
                String name = number + (section.title().isBlank() ? "" : " " + section.title());
                outline.row(PackageRefusedException.shown(name), "", "");
                section.activities()
                        .forEach(
                                entry -> outline.row("", entry.module(), PackageRefusedException.shown(entry.title())));
                number++;
            }
            outline.print(out, "It has no sections.");
            inventory.findings().forEach(finding -> out.println("! " + texts.english(finding.sentence())));
            PublishingRules.reasonsAgainst(inventory)
                    .forEach(reason -> out.println("Not to be published: " + texts.english(reason)));
        }
    }
}
