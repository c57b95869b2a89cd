package network.constellation.peer.subnets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.admission.InvalidInvitationException;
import network.constellation.protocol.method.membership.HeldLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code peer join} and {@code peer held}. */
public final class SubnetsCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.group("peer", "Run sites and join them to a network.")
                .add("peer", Join.class)
                .add("peer", Links.class);
    }

    @Command(name = "join", description = "Join the network that an invitation of its hub names.")
    static final class Join extends TenantCommand {
        @Parameters(paramLabel = "INVITATION", description = "The line that `hub invite` printed.")
        String invitation = "";

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            try {
                UUID job = tenant.get(Membership.class).join(invitation, "command line");
                Map<String, Object> document = new LinkedHashMap<>();
                document.put("job", job.toString());
                document.put("tenant", tenant.tenant().wwwroot());
                List<String> granted =
                        Operation.onJoining().stream().map(Operation::label).toList();
                document.put("grants", granted);
                context.done(
                        "Joining as a durable job (" + job + "). By joining, the hub may do here: "
                                + String.join(", ", granted)
                                + ". `peer grant withdraw` takes any of it back at once.",
                        document);
            } catch (InvalidInvitationException malformed) {
                throw CliException.badInput(String.valueOf(malformed.getMessage()));
            }
        }
    }

    @Command(
            name = "held",
            description =
                    "Show what this site holds of the other members of its network, and what it could not follow.")
    static final class Links extends TenantCommand {
        @Override
        protected void run(CliContext context, TenantLease tenant) {
            LinkBook book = tenant.get(LinkBook.class);
            List<HeldLink> held = book.all();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("links", held);
            document.put("gaps", book.gaps());
            context.answer(document, out -> {
                Table table = new Table("STATE", "ADDRESS", "SUB-NETWORKS", "PUBLISHES", "SUBSCRIBES");
                held.forEach(link -> table.row(
                        link.state(),
                        link.wwwroot(),
                        link.subnetworks(),
                        String.join(" ", link.publish()),
                        String.join(" ", link.subscribe())));
                table.print(out, "No links: this site is in no network.");
                book.gaps().forEach(gap -> out.println("not followed: " + gap.about() + ": " + gap.why()));
            });
        }
    }
}
