package network.constellation.peer.commands;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peer grant list|set|withdraw}. */
public final class GrantsCli implements CliRoom {
    private static final String ACTOR = "command line";

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("peer grant", "What a site lets its hub do.")
                .add("peer grant", ListAll.class)
                .add("peer grant", Give.class)
                .add("peer grant", Withdraw.class);
    }

    /** The hub may be left out: a site has one. */
    private record Asked(Wwwroot hub, List<Operation> operations) {
        static Asked of(TenantLease tenant, List<String> words) {
            List<String> names = new ArrayList<>(words);
            Wwwroot hub;
            if (!names.isEmpty() && names.get(0).contains("://")) {
                hub = Wwwroot.normalized(names.remove(0));
            } else {
                hub = tenant.get(Grants.class)
                        .hub()
                        .map(Peer::wwwroot)
                        .orElseThrow(() -> CliException.badInput(
                                "This site has no hub yet; `peer join` takes the hub's invitation."));
            }
            List<Operation> operations = names.stream()
                    .flatMap(name -> List.of(name.split(",")).stream())
                    .map(name -> Operation.of(name)
                            .orElseThrow(() -> CliException.badInput(
                                    "There is no operation \"" + name + "\". There are: " + Operation.labels() + ".")))
                    .toList();
            return new Asked(hub, operations);
        }
    }

    @Command(name = "list", description = "List what the hub may do here.")
    static final class ListAll extends TenantCommand {
        @Parameters(arity = "0..*", paramLabel = "HUB_URL", description = "The hub, if it is not the present one.")
        List<String> words = List.of();

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            show(context, tenant, Asked.of(tenant, words).hub());
        }
    }

    @Command(name = "set", description = "Let the hub do these, in place of what was granted of them before.")
    static final class Give extends TenantCommand {
        @Parameters(arity = "1..*", paramLabel = "[HUB_URL] OPERATION", description = "Such as config-set plugin-set.")
        List<String> words = List.of();

        @Option(
                names = "--only",
                paramLabel = "PATTERN",
                description = "Only these settings, plugins or roles, with commas: core/*")
        String only = "";

        @Option(names = "--until", paramLabel = "TIME", description = "When it ends by itself: 2026-12-31T00:00:00Z")
        @Nullable
        String until;

        @Option(
                names = "--max-bytes",
                paramLabel = "N",
                description = "Longest answer, and longest texts of one order, in bytes.")
        long maxBytes;

        @Option(names = "--read-only", description = "The hub may plan and compare, and change nothing.")
        boolean readOnly;

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            Asked asked = Asked.of(tenant, words);
            if (asked.operations().isEmpty()) {
                throw CliException.badInput("Name what the hub may do: " + Operation.labels() + ".");
            }
            try {
                Bounds bounds = new Bounds(only, end(), maxBytes, readOnly);
                tenant.get(Grants.class).grant(asked.hub(), asked.operations(), bounds, ACTOR);
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            }
            show(context, tenant, asked.hub());
        }

        private @Nullable Instant end() {
            try {
                return until == null ? null : Instant.parse(until);
            } catch (DateTimeParseException noTime) {
                throw CliException.badInput("\"" + until + "\" is no time; write it as 2026-12-31T00:00:00Z.");
            }
        }
    }

    @Command(name = "withdraw", description = "From the next call on the hub may not do these; without names: nothing.")
    static final class Withdraw extends TenantCommand {
        @Parameters(arity = "0..*", paramLabel = "[HUB_URL] OPERATION", description = "Such as config-set.")
        List<String> words = List.of();

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            Asked asked = Asked.of(tenant, words);
            List<Operation> operations =
                    asked.operations().isEmpty() ? List.of(Operation.values()) : asked.operations();
            tenant.get(Grants.class).withdraw(asked.hub(), operations, ACTOR);
            show(context, tenant, asked.hub());
        }
    }

    private static void show(CliContext context, TenantLease tenant, Wwwroot hub) {
        List<Grant> grants = tenant.get(Grants.class).of(hub);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("hub", hub);
        document.put("grants", grants.stream().map(GrantsCli::document).toList());
        context.answer(document, out -> {
            Table table = new Table("OPERATION", "ONLY", "MAX BYTES", "READ ONLY", "UNTIL", "SINCE", "BY");
            grants.forEach(grant -> table.row(
                    grant.operation().label(),
                    grant.bounds().only().isEmpty() ? "-" : grant.bounds().only(),
                    grant.bounds().maxBytes() == 0 ? "-" : grant.bounds().maxBytes(),
                    grant.bounds().readOnly() ? "yes" : "-",
                    grant.bounds().until() == null ? "-" : grant.bounds().until(),
                    grant.since(),
                    grant.grantedBy()));
            table.print(out, hub + " may do nothing here.");
        });
    }

    private static Map<String, Object> document(Grant grant) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("operation", grant.operation().label());
        document.put("only", grant.bounds().only());
        document.put("until", grant.bounds().until());
        document.put("maxBytes", grant.bounds().maxBytes());
        document.put("readOnly", grant.bounds().readOnly());
        document.put("since", grant.since());
        document.put("by", grant.grantedBy());
        return document;
    }
}
