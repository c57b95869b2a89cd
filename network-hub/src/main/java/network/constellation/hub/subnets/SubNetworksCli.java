package network.constellation.hub.subnets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.constellation.hub.founding.HubCommand;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub subnet create|list|join|leave|move}. */
public final class SubNetworksCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub subnet", "Sub-networks: sites that know each other.")
                .add("hub subnet", Create.class)
                .add("hub subnet", ListAll.class)
                .add("hub subnet", Join.class)
                .add("hub subnet", Leave.class)
                .add("hub subnet", Move.class);
    }

    @Command(name = "create", description = "Create a sub-network.")
    static final class Create extends HubCommand {
        @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "1 or more; the next free one if not given.")
        @Nullable
        Integer number;

        @Option(names = "--name", paramLabel = "TEXT", description = "A name for people.")
        String name = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            SubNetwork made = hub.get(SubNetworks.class).create(Optional.ofNullable(number), name, "command line");
            context.done("Sub-network " + made.number() + " is there.", document(made));
        }
    }

    @Command(name = "list", description = "List the sub-networks and their members.")
    static final class ListAll extends HubCommand {
        @Override
        protected void run(CliContext context, TenantLease hub) {
            List<SubNetwork> all = hub.get(SubNetworks.class).list();
            context.answer(all.stream().map(SubNetworksCli::document).toList(), out -> {
                Table table = new Table("NUMBER", "NAME", "MEMBERS");
                all.forEach(
                        one -> table.row(one.number(), one.name(), one.members().size()));
                table.print(out, "No sub-network yet. Create the first: constellation hub subnet create --data DIR");
            });
        }
    }

    /** What joining and leaving share. */
    @Command
    abstract static class Change extends HubCommand {
        @Parameters(index = "0", paramLabel = "NUMBER", description = "The sub-network.")
        int number;

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "PEER_URL", description = "Members of the network.")
        List<String> sites = List.of();

        @Override
        protected final void run(CliContext context, TenantLease hub) {
            List<Wwwroot> members = sites.stream().map(Wwwroot::normalized).toList();
            List<String> jobs = new ArrayList<>();
            for (Wwwroot member : members) {
                jobs.add(change(hub.get(SubNetworks.class), member).toString());
            }
            context.done(
                    members.size() + (members.size() == 1 ? " site: " : " sites: ") + verb() + " sub-network " + number
                            + "; the links follow in the background.",
                    Map.of("number", number, "sites", members, "jobs", jobs));
            context.hint("constellation hub subnet check --data DIR " + number);
        }

        abstract UUID change(SubNetworks subNetworks, Wwwroot member);

        abstract String verb();
    }

    @Command(name = "join", description = "Join sites to a sub-network: each learns of each.")
    static final class Join extends Change {
        @Override
        UUID change(SubNetworks subNetworks, Wwwroot member) {
            return subNetworks.join(number, member, "command line");
        }

        @Override
        String verb() {
            return "joined to";
        }
    }

    @Command(name = "leave", description = "Take sites out of a sub-network: the links are withdrawn.")
    static final class Leave extends Change {
        @Override
        UUID change(SubNetworks subNetworks, Wwwroot member) {
            return subNetworks.leave(number, member, "command line");
        }

        @Override
        String verb() {
            return "taken out of";
        }
    }

    @Command(name = "move", description = "Move a site from one sub-network to another.")
    static final class Move extends HubCommand {
        @Parameters(index = "0", paramLabel = "FROM", description = "The sub-network that it leaves.")
        int from;

        @Parameters(index = "1", paramLabel = "TO", description = "The sub-network that it joins.")
        int to;

        @Parameters(index = "2", paramLabel = "PEER_URL", description = "Member of the network.")
        String site = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Wwwroot member = Wwwroot.normalized(site);
            UUID job;
            try {
                job = hub.get(SubNetworks.class).move(from, to, member, "command line");
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            }
            context.done(
                    member + " moves from sub-network " + from + " to " + to + "; the links follow in the background.",
                    Map.of("from", from, "to", to, "site", member, "job", job.toString()));
        }
    }

    private static Map<String, Object> document(SubNetwork one) {
        return Map.of(
                "number",
                one.number(),
                "name",
                one.name(),
                "members",
                one.members(),
                "services",
                one.services(),
                "publish",
                one.matrix().publish(),
                "subscribe",
                one.matrix().subscribe());
    }
}
