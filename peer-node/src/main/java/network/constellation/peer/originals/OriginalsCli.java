package network.constellation.peer.originals;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.commands.Operation;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peer master accept|show|window|withdraw}. */
public final class OriginalsCli implements CliRoom {
    private static final String ACTOR = "command line";

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("peer master", "The VMoodle master that leads a site.")
                .add("peer master", Accept.class)
                .add("peer master", Show.class)
                .add("peer master", Window.class)
                .add("peer master", Withdraw.class);
    }

    @Command(name = "accept", description = "Make a VMoodle master the authority of a site: it may introduce hosts.")
    static final class Accept extends TenantCommand {
        @Parameters(paramLabel = "MASTER_URL", description = "The master's address.")
        String master = "";

        @Option(
                names = "--fingerprint",
                paramLabel = "SHA256",
                description = "Of its key, as its administrator read it; needed unless it is a peer already.")
        @Nullable
        String fingerprint;

        @Option(
                names = "--grant",
                split = ",",
                paramLabel = "OPERATION",
                description = "What it may order beside introducing hosts, such as config-get.")
        List<String> operations = List.of();

        @Option(names = "--until", paramLabel = "TIME", description = "When it ends by itself: 2026-12-31T00:00:00Z")
        @Nullable
        String until;

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            try {
                tenant.get(Masters.class)
                        .accept(
                                Wwwroot.normalized(master),
                                Optional.ofNullable(fingerprint),
                                granted(operations),
                                until == null ? null : Instant.parse(until),
                                ACTOR);
            } catch (DateTimeParseException noTime) {
                throw CliException.badInput("\"" + until + "\" is no time; write it as 2026-12-31T00:00:00Z.");
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            } catch (UnreachableException silent) {
                throw CliException.failed("unreachable: " + silent.why());
            }
            show(context, tenant);
        }

        private static Set<Operation> granted(List<String> names) {
            Set<Operation> wanted = EnumSet.noneOf(Operation.class);
            names.stream()
                    .map(name -> Operation.of(name)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "There is no operation \"" + name + "\". There are: " + Operation.labels() + ".")))
                    .forEach(wanted::add);
            return wanted;
        }
    }

    @Command(name = "show", description = "Show the master of a site, what it may order, and the hosts it introduced.")
    static final class Show extends TenantCommand {
        @Override
        protected void run(CliContext context, TenantLease tenant) {
            show(context, tenant);
        }
    }

    @Command(name = "window", description = "Let the master have the site make new keys, once; prints the secret.")
    static final class Window extends TenantCommand {
        @Option(names = "--minutes", paramLabel = "N", description = "How long it stays open; 60 if not given.")
        int minutes = 60;

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            String secret;
            try {
                secret = tenant.get(Masters.class).openWindow(Duration.ofMinutes(minutes), ACTOR);
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("tenant", tenant.tenant().wwwroot());
            document.put("endpoint", tenant.tenant().wwwroot().with(KeyBootPages.PATH));
            document.put("secret", secret);
            document.put("minutes", minutes);
            context.answer(document, out -> out.println(secret));
            context.hint("The master posts pk (its certificate) and secret to "
                    + tenant.tenant().wwwroot().with(KeyBootPages.PATH));
        }
    }

    @Command(name = "withdraw", description = "From the next call on the master may order nothing.")
    static final class Withdraw extends TenantCommand {
        @Override
        protected void run(CliContext context, TenantLease tenant) {
            try {
                tenant.get(Masters.class).withdraw(ACTOR);
            } catch (IllegalArgumentException none) {
                throw CliException.badInput(String.valueOf(none.getMessage()));
            }
            show(context, tenant);
        }
    }

    private static void show(CliContext context, TenantLease tenant) {
        Masters masters = tenant.get(Masters.class);
        Optional<Peer> master = masters.master();
        List<String> granted =
                masters.granted().stream().map(one -> one.operation().label()).toList();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("master", master.map(Peer::wwwroot).orElse(null));
        document.put("fingerprint", master.map(Peer::fingerprint).orElse(null));
        document.put("grants", granted);
        document.put("introduced", masters.introduced());
        document.put("window", masters.window().map(OriginalsCli::window).orElse(null));
        context.answer(document, out -> {
            out.println(master.map(peer -> peer.wwwroot() + " leads this site. It may: " + String.join(", ", granted))
                    .orElse("No VMoodle master leads this site."));
            masters.introduced().forEach(host -> out.println("  introduced: " + host));
        });
    }

    private static Map<String, Object> window(BootWindow window) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("opened", window.openedAt());
        document.put("closes", window.closesAt());
        document.put("used", window.usedAt().orElse(null));
        return document;
    }
}
