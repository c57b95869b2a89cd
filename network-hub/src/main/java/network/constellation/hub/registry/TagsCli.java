package network.constellation.hub.registry;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
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
import picocli.CommandLine.Parameters;

/** {@code hub tag add|remove|list}. */
public final class TagsCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub tag", "Words put on sites, to find them again.")
                .add("hub tag", Add.class)
                .add("hub tag", Remove.class)
                .add("hub tag", ListAll.class);
    }

    /** What adding and removing share. */
    @Command
    abstract static class OnOne extends HubCommand {
        @Parameters(index = "0", paramLabel = "PEER_URL", description = "The site.")
        String peer = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "TAG", description = "The words.")
        List<String> tags = List.of();

        @Override
        protected final void run(CliContext context, TenantLease hub) {
            Wwwroot member = Wwwroot.normalized(peer);
            SortedSet<String> now;
            try {
                now = change(hub.get(Tags.class), member);
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            }
            context.done(
                    member + (now.isEmpty() ? " has no tags." : " has the tags " + String.join(", ", now) + "."),
                    Map.of("peer", member, "tags", now));
        }

        abstract SortedSet<String> change(Tags all, Wwwroot member);
    }

    @Command(name = "add", description = "Put words on a site.")
    static final class Add extends OnOne {
        @Override
        SortedSet<String> change(Tags all, Wwwroot member) {
            return all.change(member, tags, List.of(), "command line");
        }
    }

    @Command(name = "remove", description = "Take words off a site.")
    static final class Remove extends OnOne {
        @Override
        SortedSet<String> change(Tags all, Wwwroot member) {
            return all.change(member, List.of(), tags, "command line");
        }
    }

    @Command(name = "list", description = "List the tags with how many sites have each; or those of one site.")
    static final class ListAll extends HubCommand {
        @Parameters(arity = "0..1", paramLabel = "PEER_URL", description = "Only this site's.")
        @Nullable
        String peer;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Tags tags = hub.get(Tags.class);
            if (peer != null) {
                SortedSet<String> own = tags.of(Wwwroot.normalized(peer));
                context.answer(own, out -> own.forEach(out::println));
                return;
            }
            SortedMap<String, Integer> counts = tags.counts();
            context.answer(counts, out -> {
                Table table = new Table("TAG", "SITES");
                counts.forEach(table::row);
                table.print(out, "No tag yet. Put one: constellation hub tag add --data DIR PEER_URL TAG");
            });
        }
    }
}
