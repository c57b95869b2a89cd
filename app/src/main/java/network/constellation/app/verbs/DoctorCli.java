package network.constellation.app.verbs;

import java.util.List;
import java.util.Locale;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.NodeCommand;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.health.Doctor;
import network.constellation.peer.health.Finding;
import network.constellation.peer.node.Node;
import picocli.CommandLine.Command;

/** {@code doctor}: what is wrong with a node, and what to do about it. */
public final class DoctorCli implements CliRoom {

    @Override
    public void verbs(Verbs verbs) {
        verbs.add("", Examine.class);
    }

    @Command(
            name = "doctor",
            description =
                    "Examine a node, running or not, and say what to do about what is wrong; exit status 1 if so.")
    static final class Examine extends NodeCommand {
        @Override
        public void run(CliContext context, Node node) {
            List<Finding> findings = node.get(Doctor.class).examine();
            context.answer(findings, out -> {
                Table table = new Table("STATE", "CHECK", "FINDING", "WHAT TO DO");
                findings.forEach(finding -> table.row(
                        finding.grade().name().toLowerCase(Locale.ROOT),
                        finding.check(),
                        finding.sentence(),
                        finding.remedy()));
                table.print(out, "Nothing was examined.");
            });
            long bad = findings.stream()
                    .filter(finding -> finding.grade() == Finding.Grade.BAD)
                    .count();
            if (bad > 0) {
                throw CliException.failed(bad == 1 ? "One thing is wrong." : bad + " things are wrong.");
            }
        }
    }
}
