package network.constellation.hub.standby;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.constellation.hub.approvals.Administrators;
import network.constellation.hub.founding.HubCommand;
import network.constellation.hub.founding.HubTenant;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.accounts.OneTimeLinks;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.NodeCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.node.Node;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub standby make|appoint|show} and {@code hub promote}. */
public final class StandbyCli implements CliRoom {
    /** What a promoted hub does not have, in the words of docs/protocol/standby.md. */
    private static final List<String> NOT_TAKEN_OVER = List.of(
            "the former hub's audit",
            "its reports and usage figures (collected again from the sites)",
            "the connectivity matrix (measured again)",
            "its users who are no administrators, its courses and files",
            "its configuration file",
            "sessions: everybody signs in anew; and open invitations name the former hub: print new ones");

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub standby", "A second hub that can take over.")
                .add("hub standby", Make.class)
                .add("hub standby", Appoint.class)
                .add("hub standby", Show.class)
                .add("hub", Promote.class);
    }

    @Command(name = "make", description = "Prepare this node as a standby; it then joins the network by invitation.")
    static final class Make extends NodeCommand {
        @Option(names = "--wwwroot", required = true, paramLabel = "URL", description = "The standby's own address.")
        String wwwroot = "";

        @Option(names = "--name", paramLabel = "TEXT", description = "Its name; the host name if not given.")
        @Nullable
        String name;

        @Override
        public void run(CliContext context, Node node) {
            Wwwroot address = Wwwroot.normalized(wwwroot);
            try (TenantLease site = node.get(HubTenant.class).standby(address, name == null ? address.host() : name)) {
                String link = site.get(OneTimeLinks.class).setup();
                context.answer(Map.of("wwwroot", address, "setupLink", link), out -> {
                    out.println(address + " can stand by for a hub.");
                    out.println("First administrator: open this link once it runs (it works once):");
                    out.println("  " + link);
                });
                context.hint("at the hub: constellation hub invite --data DIR");
            }
        }

        @Override
        protected boolean founds() {
            return true;
        }
    }

    @Command(name = "appoint", description = "Let a member lead in the next term, should it be promoted.")
    static final class Appoint extends HubCommand {
        @Parameters(paramLabel = "URL", description = "The member that was made by `hub standby make`.")
        String url = "";

        @Option(
                names = "--root-key",
                required = true,
                paramLabel = "FILE",
                description = "The network's root key, fetched from its safe place for this moment.")
        Path rootKey = Path.of("");

        @Override
        protected void run(CliContext context, TenantLease hub) {
            StandbyView view = said(() ->
                    hub.get(Standby.class).appoint(Wwwroot.normalized(url), context.resolve(rootKey), "command line"));
            context.answer(Map.of("standby", view.wwwroot(), "term", view.term()), out -> {
                out.println(view.wwwroot() + " stands by, with the right to lead in term " + view.term()
                        + ". Take the root key away again.");
                out.println("It is given this hub's state from now on, with the password hashes of its"
                        + " administrators: whoever runs it is trusted like whoever runs this hub.");
            });
        }
    }

    @Command(name = "show", description = "Print who leads, who stands by, and how old the copy is.")
    static final class Show extends HubCommand {
        @Override
        protected void run(CliContext context, TenantLease hub) {
            Map<String, Object> state = hub.get(Promotion.class).state();
            context.answer(state, out -> state.forEach((name, value) -> out.println(name + ": " + value)));
        }
    }

    @Command(name = "promote", description = "Make this standby the hub of its network.")
    static final class Promote extends HubCommand {
        @Option(
                names = "--admin",
                paramLabel = "USER",
                description = "An administrator of this site who stands behind it; twice, where there are two.")
        List<String> admins = new ArrayList<>();

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "First line: the password of the --admin in the same place.")
        List<Path> passwords = new ArrayList<>();

        @Override
        protected void run(CliContext context, TenantLease hub) throws IOException {
            if (admins.size() != passwords.size()) {
                throw CliException.badInput("Give a --password-file for each --admin.");
            }
            Set<String> persons = new LinkedHashSet<>();
            for (int i = 0; i < admins.size(); i++) {
                String password = Files.readString(context.resolve(passwords.get(i)))
                        .lines()
                        .findFirst()
                        .orElse("");
                persons.add(hub.get(Administrators.class)
                        .prove(admins.get(i), password)
                        .name());
            }
            Promotion.Promoted promoted = said(() -> hub.get(Promotion.class).promote(persons, "command line"));
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("version", promoted.directory().version().toString());
            document.put("term", promoted.term());
            document.put("copied", promoted.copied());
            document.put("untold", promoted.untold());
            document.put("notes", promoted.notes());
            document.put("notTakenOver", NOT_TAKEN_OVER);
            context.answer(document, out -> {
                out.println("This site leads the network, in term " + promoted.term() + ", from the state of "
                        + promoted.copied() + ".");
                promoted.untold().forEach(site -> out.println("Not told yet, tried until it is: " + site));
                promoted.notes().forEach(out::println);
                out.println("Not taken over: " + String.join("; ", NOT_TAKEN_OVER) + ".");
            });
        }
    }
}
