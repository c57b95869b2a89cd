package network.constellation.app.verbs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.audit.Audit;
import network.constellation.peer.audit.AuditEvent;
import network.constellation.peer.audit.AuditLine;
import network.constellation.peer.audit.AuditQuery;
import network.constellation.peer.audit.AuditVerdict;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.NodeCommand;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.node.Node;
import network.constellation.peer.tenant.TenantEntry;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code audit verify|list}: the chained record of what was done and refused. */
public final class AuditCli implements CliRoom {

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("audit", "The chained record of what was done and refused.")
                .add("audit", Verify.class)
                .add("audit", ListLines.class);
    }

    @Command(
            name = "verify",
            description = "Read the whole audit and check that no line was altered, removed or slipped in.")
    static final class Verify extends NodeCommand {
        @Option(names = "--tenant", paramLabel = "URL", description = "Only this tenant; all, if not given.")
        @Nullable
        String tenant;

        @Override
        public void run(CliContext context, Node node) {
            List<Wwwroot> wanted = tenant == null
                    ? node.tenants().list().stream().map(TenantEntry::wwwroot).toList()
                    : List.of(Wwwroot.normalized(tenant));
            List<Map<String, Object>> document = new ArrayList<>();
            Table table = new Table("STATE", "TENANT", "LINES", "FINDING");
            boolean intact = true;
            for (Wwwroot wwwroot : wanted) {
                AuditVerdict verdict = verify(node, wwwroot);
                intact &= verdict.intact();
                document.add(document(wwwroot, verdict));
                table.row(verdict.intact() ? "intact" : "BROKEN", wwwroot, verdict.lines(), verdict.sentence());
            }
            context.answer(document, out -> table.print(out, "No tenant yet, so there is nothing to verify."));
            if (!intact) {
                throw CliException.failed("The audit has been altered. Keep this data as it is and compare a backup.");
            }
        }

        private static AuditVerdict verify(Node node, Wwwroot wwwroot) {
            try (TenantLease lease = node.tenants().open(wwwroot)) {
                return lease.get(Audit.class).verify();
            }
        }

        private static Map<String, Object> document(Wwwroot wwwroot, AuditVerdict verdict) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("tenant", wwwroot);
            document.put("intact", verdict.intact());
            document.put("lines", verdict.lines());
            verdict.brokenAt().ifPresent(line -> document.put("brokenAt", line));
            document.put("finding", verdict.sentence());
            return document;
        }
    }

    @Command(name = "list", description = "Show the newest lines of a tenant's audit that fit.")
    static final class ListLines extends TenantCommand {
        @Option(names = "--limit", defaultValue = "50", paramLabel = "N", description = "How many (${DEFAULT-VALUE}).")
        int limit = 50;

        @Option(names = "--event", paramLabel = "NAME", description = "Beginning of the event's name, such as peer.")
        String event = "";

        @Option(names = "--by", paramLabel = "TEXT", description = "Part of who did it.")
        String actor = "";

        @Option(names = "--peer", paramLabel = "TEXT", description = "Part of the other site's address.")
        String peer = "";

        @Option(
                names = "--outcome",
                paramLabel = "WORD",
                description = "done, refused or failed.",
                converter = OutcomeWord.class)
        AuditEvent.@Nullable Outcome outcome;

        @Option(
                names = "--reference",
                paramLabel = "NUMBER",
                description = "The number that somebody was shown with a refusal.")
        String reference = "";

        @Option(names = "--text", paramLabel = "TEXT", description = "Part of the details or of the event's name.")
        String text = "";

        @Option(names = "--from", paramLabel = "TIME", description = "First moment, such as 2026-11-21T08:00:00Z.")
        @Nullable
        Instant from;

        @Option(names = "--until", paramLabel = "TIME", description = "The moment before which it was.")
        @Nullable
        Instant until;

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            if (limit < 1) {
                throw CliException.badInput("--limit must be at least 1.");
            }
            Audit audit = tenant.get(Audit.class);
            AuditQuery query = new AuditQuery(from, until, event, actor, peer, outcome, reference, text);
            List<AuditLine> lines = audit.search(query, 0, limit).lines();
            context.answer(lines, out -> {
                Table table = new Table("OUTCOME", "NUMBER", "TIME", "EVENT", "BY", "PEER", "DETAILS");
                lines.forEach(line -> table.row(
                        line.event().outcome().name().toLowerCase(Locale.ROOT),
                        line.sequence(),
                        line.at(),
                        line.event().name(),
                        line.event().actor(),
                        line.event().peer() == null ? "-" : line.event().peer(),
                        line.event().details().isEmpty() ? "" : line.event().details()));
                table.print(out, query.equals(AuditQuery.ALL) ? "Nothing has been recorded yet." : "No line fits.");
            });
        }
    }

    /** In small letters, as outcomes are printed. */
    static final class OutcomeWord implements ITypeConverter<AuditEvent.Outcome> {
        @Override
        public AuditEvent.Outcome convert(String word) {
            try {
                return AuditEvent.Outcome.valueOf(word.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new TypeConversionException("an outcome is done, refused or failed, not " + word);
            }
        }
    }
}
