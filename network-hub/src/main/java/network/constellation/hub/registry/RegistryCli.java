package network.constellation.hub.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.founding.HubCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.admission.Invitation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hub invite} and {@code hub peers}. */
public final class RegistryCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("hub", Invite.class).add("hub", PeersList.class);
    }

    @Command(name = "invite", description = "Print an invitation for one site; it works once.")
    static final class Invite extends HubCommand {
        @Option(names = "--name", paramLabel = "TEXT", description = "Whom it is for, in your words.")
        String name = "";

        @Option(
                names = "--subnetwork",
                paramLabel = "N",
                description = "The sub-network that the site joins when it is admitted.")
        @Nullable
        Integer subnetwork;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Invitation invitation =
                    hub.get(Invitations.class).invite(name, Optional.ofNullable(subnetwork), "command line");
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("invitation", invitation.line());
            document.put("hub", invitation.hub());
            document.put("fingerprint", invitation.fingerprint());
            document.put("expires", invitation.expires());
            context.answer(document, out -> out.println(invitation.line()));
            context.hint("at the site: constellation peer join --data DIR --tenant URL INVITATION");
        }
    }

    @Command(name = "peers", description = "List the sites of the network.")
    static final class PeersList extends HubCommand {
        @Override
        protected void run(CliContext context, TenantLease hub) {
            List<Member> members = hub.get(Registry.class).members();
            context.answer(members.stream().map(RegistryCli::document).toList(), out -> {
                Table table = new Table("STATE", "ADDRESS", "NAME", "SINCE", "FINGERPRINT");
                members.forEach(member -> table.row(
                        state(member),
                        member.wwwroot(),
                        member.name(),
                        member.admittedAt(),
                        member.fingerprint().substring(0, 16)));
                table.print(out, "No site yet. Invite the first: constellation hub invite --data DIR");
            });
        }
    }

    private static String state(Member member) {
        return member.state().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> document(Member member) {
        return Map.of(
                "wwwroot", member.wwwroot(),
                "name", member.name(),
                "application", member.application(),
                "state", state(member),
                "fingerprint", member.fingerprint(),
                "admitted", member.admittedAt());
    }
}
