package network.constellation.hub.originals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
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

/** {@code hub lead add|list|remove}. */
public final class LedSitesCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub lead", "Sites of VMoodle, led by the originals' road.")
                .add("hub lead", Add.class)
                .add("hub lead", ListAll.class)
                .add("hub lead", Remove.class);
    }

    @Command(name = "add", description = "Lead a Moodle site with VMoodle: keys, bindings, its sub-network.")
    static final class Add extends HubCommand {
        @Parameters(paramLabel = "SITE_URL", description = "The site's address.")
        String site = "";

        @Option(names = "--name", paramLabel = "TEXT", description = "Its name; the host name if not given.")
        String name = "";

        @Option(names = "--subnetwork", paramLabel = "N", description = "The sub-network that it joins.")
        @Nullable
        Integer subnetwork;

        @Option(
                names = "--fingerprint",
                paramLabel = "SHA256",
                description = "Of its certificate; without it, verified TLS vouches for the key.")
        @Nullable
        String fingerprint;

        @Option(names = "--boot", description = "The site awaits this hub's key boot: it makes new keys by it, once.")
        boolean boot;

        @Option(
                names = "--services",
                split = ",",
                paramLabel = "NAME",
                description = "Services that it has beside single sign-on, such as mnet_enrol.")
        List<String> services = List.of();

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Wwwroot wwwroot = Wwwroot.normalized(site);
            UUID job;
            try {
                job = hub.get(LedSites.class)
                        .lead(
                                new LedSites.Wish(
                                        wwwroot,
                                        name,
                                        Optional.ofNullable(subnetwork),
                                        Optional.ofNullable(fingerprint),
                                        boot,
                                        new TreeSet<>(services)),
                                "command line");
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("wwwroot", wwwroot);
            document.put("job", job.toString());
            context.done("Leading " + wwwroot + " as a durable job (" + job + ").", document);
            context.hint("constellation hub lead list --data DIR");
        }
    }

    @Command(name = "list", description = "List the sites that are led by the originals' road.")
    static final class ListAll extends HubCommand {
        @Override
        protected void run(CliContext context, TenantLease hub) {
            List<LedSite> all = hub.get(LedSites.class).list();
            context.answer(all.stream().map(LedSitesCli::document).toList(), out -> {
                Table table = new Table("STATE", "ADDRESS", "ROOT", "SERVICES", "DIRECTORY", "NOTE");
                all.forEach(one -> table.row(
                        state(one),
                        one.wwwroot(),
                        one.root(),
                        String.join(",", one.services()),
                        "does not read it",
                        one.note()));
                table.print(out, "No site is led by the originals' road.");
            });
        }
    }

    @Command(name = "remove", description = "Lead a site no more: its membership ends, its links are unbound.")
    static final class Remove extends HubCommand {
        @Parameters(paramLabel = "SITE_URL", description = "The site's address.")
        String site = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Wwwroot wwwroot = Wwwroot.normalized(site);
            try {
                UUID job = hub.get(LedSites.class).remove(wwwroot, Person.unnamed("command line"));
                context.done(
                        wwwroot + " is led no more; it is forgotten when its last link is withdrawn.",
                        Map.of("wwwroot", wwwroot, "job", job.toString()));
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            } catch (ApprovalNeeded waits) {
                throw CliException.failed(String.valueOf(waits.getMessage()));
            }
        }
    }

    private static String state(LedSite site) {
        if (site.note().startsWith("leaving: ")) {
            return "leaving";
        }
        return site.ledSince().isPresent() ? "led" : "waiting";
    }

    private static Map<String, Object> document(LedSite site) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("wwwroot", site.wwwroot());
        document.put("state", state(site));
        document.put("root", site.root());
        document.put("services", site.services());
        document.put("readsDirectory", false);
        document.put("added", site.addedAt());
        document.put("ledSince", site.ledSince().orElse(null));
        document.put("note", site.note());
        return document;
    }
}
