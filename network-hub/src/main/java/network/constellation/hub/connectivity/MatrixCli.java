package network.constellation.hub.connectivity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.constellation.hub.founding.HubCommand;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.connectivity.Findings;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.peer.web.text.Texts;
import network.constellation.protocol.method.connectivity.LinkCheck;
import network.constellation.protocol.method.connectivity.PartResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub matrix} and {@code hub matrix-repair}. */
public final class MatrixCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("hub", Show.class).add("hub", Repair.class);
    }

    @Command(name = "matrix", description = "Show what every site found of its links to the others.")
    static final class Show extends HubCommand {
        @Option(names = "--trouble", description = "Only links with which something is wrong.")
        boolean trouble;

        @Option(names = "--collect", description = "Ask all sites first.")
        boolean collect;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Matrix matrix = hub.get(Matrix.class);
            if (collect) {
                matrix.collect();
            }
            Texts texts = hub.get(Texts.class);
            List<MatrixCell> cells = matrix.cells().stream()
                    .filter(cell -> !trouble || cell.check().grade().isTrouble())
                    .toList();
            context.answer(cells.stream().map(cell -> document(cell, texts)).toList(), out -> {
                Table table = new Table("STATE", "AT", "ABOUT", "FOUND", "SINCE");
                cells.forEach(cell -> table.row(
                        cell.check().grade().label(),
                        cell.at(),
                        cell.about(),
                        texts.english(Findings.word(cell.check())),
                        cell.check().since()));
                table.print(out, trouble ? "Nothing is wrong." : "No site has told anything yet.");
                matrix.silent()
                        .forEach(site -> out.println(site.name() + " (" + site.wwwroot() + ") has not answered since "
                                + site.since() + "."));
            });
            context.hint("constellation hub matrix-repair SITE_URL SITE_URL");
        }
    }

    @Command(name = "matrix-repair", description = "Have both ends of a link told again of keys and services.")
    static final class Repair extends HubCommand {
        @Parameters(index = "0", paramLabel = "SITE_URL", description = "One end.")
        String one = "";

        @Parameters(index = "1", paramLabel = "SITE_URL", description = "The other end.")
        String other = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            try {
                UUID job = hub.get(Matrix.class)
                        .repair(Wwwroot.normalized(one), Wwwroot.normalized(other), "command line");
                context.done(
                        "The link is being repaired (" + job + "); `hub matrix` shows how it is.",
                        Map.of("job", job.toString()));
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            }
        }
    }

    private static Map<String, Object> document(MatrixCell cell, Texts texts) {
        LinkCheck check = cell.check();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", cell.at());
        document.put("about", cell.about());
        document.put("state", check.grade().label());
        document.put("word", check.word());
        document.put("found", texts.english(Findings.word(check)));
        document.put("detail", check.worst().map(PartResult::detail).orElse(""));
        document.put("since", check.since());
        document.put("looked", check.at());
        document.put("latencyMillis", check.latency());
        document.put("version", check.version());
        return document;
    }
}
