package network.constellation.hub.subnets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.founding.HubCommand;
import network.constellation.hub.subnets.WhoCallsWhom.Right;
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

/** {@code hub subnet links|check|repair|simulate}. */
public final class LinksCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("hub subnet", Links.class)
                .add("hub subnet", Check.class)
                .add("hub subnet", Repair.class)
                .add("hub subnet", Simulate.class);
    }

    @Command(name = "links", description = "Show each end of each link as the hub knows it, asking nobody.")
    static final class Links extends HubCommand {
        @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "Only this sub-network.")
        @Nullable
        Integer number;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            print(context, ends(hub, number));
        }
    }

    private static List<LinkEnd> ends(TenantLease hub, @Nullable Integer number) {
        SubNetworks subNetworks = hub.get(SubNetworks.class);
        return number == null ? subNetworks.links() : subNetworks.linksIn(number);
    }

    private static void print(CliContext context, List<LinkEnd> ends) {
        context.answer(ends.stream().map(LinksCli::document).toList(), out -> {
            Table table = new Table("STATE", "SUB-NETWORK", "AT", "ABOUT", "ATTEMPTS", "WHAT IS WRONG");
            ends.forEach(end -> table.row(
                    label(end),
                    end.subnetwork(),
                    end.at(),
                    end.about(),
                    end.attempts(),
                    Optional.ofNullable(end.lastError())
                            .or(() -> Optional.ofNullable(end.difference()))
                            .orElse("")));
            table.print(out, "No links: a sub-network needs two members for its first.");
        });
    }

    private static String label(LinkEnd end) {
        return end.state().name().toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "check",
            description = "Ask every site what it holds and compare both ends of every link; exit status 1 while one"
                    + " differs or is missing.")
    static final class Check extends HubCommand {
        @Parameters(arity = "0..1", paramLabel = "NUMBER", description = "Only show this sub-network's ends.")
        @Nullable
        Integer number;

        @Option(names = "--stored", description = "Ask nobody: only what the hub has noted.")
        boolean stored;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Optional<CheckReport> report = stored
                    ? Optional.empty()
                    : Optional.of(hub.get(LinkCheck.class).check(Optional.empty()));
            List<LinkEnd> ends = ends(hub, number);
            if (stored) {
                print(context, ends);
            } else {
                show(context, report.orElseThrow(), ends);
            }
            boolean open = ends.stream().anyMatch(LinkEnd::isOpen);
            if (open || report.filter(one -> !one.isWhole()).isPresent()) {
                throw CliException.silently();
            }
        }
    }

    private static void show(CliContext context, CheckReport report, List<LinkEnd> ends) {
        context.answer(document(report, ends), out -> {
            Table table = new Table("WRONG", "AT", "ABOUT", "WHAT");
            report.differences().forEach(one -> table.row(one.kind().label(), one.at(), one.about(), one.detail()));
            report.silent().forEach((site, why) -> table.row("silent", site, "", why));
            ends.stream()
                    .filter(end -> end.isOpen() && end.difference() == null)
                    .forEach(end -> table.row(
                            label(end), end.at(), end.about(), end.lastError() == null ? "" : end.lastError()));
            table.print(out, "All " + report.compared() + " ends are as they are wanted.");
        });
    }

    @Command(name = "repair", description = "Compare both ends of every link and put right only what differs.")
    static final class Repair extends HubCommand {
        @Parameters(arity = "0..1", paramLabel = "PEER_URL", description = "Only the links at this site.")
        @Nullable
        String site;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            LinkCheck.Repair repair =
                    hub.get(LinkCheck.class).repair(Optional.ofNullable(site).map(Wwwroot::normalized), "command line");
            Map<String, Object> document =
                    document(repair.report(), hub.get(SubNetworks.class).links());
            repair.job().ifPresent(job -> document.put("job", job.toString()));
            context.done(
                    repair.job().isPresent()
                            ? repair.report().differences().size() + " differences; what can be mended is being mended."
                            : "Nothing to repair: " + repair.report().compared() + " ends compared.",
                    document);
        }
    }

    @Command(
            name = "simulate",
            description = "Show who could call whom at whom after changes, and change nothing.",
            footer = "A change is one of: " + PlanChange.FORMS)
    static final class Simulate extends HubCommand {
        @Parameters(arity = "0..*", paramLabel = "CHANGE", description = "One quoted text each; none: as it is now.")
        List<String> changes = List.of();

        @Override
        protected void run(CliContext context, TenantLease hub) {
            NetworkPlan now = hub.get(SubNetworks.class).plan();
            NetworkPlan then = now;
            try {
                then = PlanChange.applyAll(now, changes);
            } catch (IllegalArgumentException wrong) {
                throw CliException.badInput(String.valueOf(wrong.getMessage()));
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            if (changes.isEmpty()) {
                WhoCallsWhom.under(now).forEach(right -> rows.add(document("has", right)));
            } else {
                WhoCallsWhom.Change change = WhoCallsWhom.between(now, then);
                change.gained().forEach(right -> rows.add(document("gains", right)));
                change.lost().forEach(right -> rows.add(document("loses", right)));
            }
            context.answer(rows, out -> {
                Table table = new Table("RIGHT", "CALLER", "AT", "SERVICE");
                rows.forEach(row -> table.row(row.get("right"), row.get("caller"), row.get("at"), row.get("service")));
                table.print(out, changes.isEmpty() ? "Nobody may call anybody." : "Nothing would be other.");
            });
        }
    }

    private static Map<String, Object> document(String right, Right one) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("right", right);
        document.put("caller", one.caller());
        document.put("at", one.callee());
        document.put("service", one.service());
        return document;
    }

    private static Map<String, Object> document(CheckReport report, List<LinkEnd> ends) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("compared", report.compared());
        document.put("whole", report.isWhole());
        document.put("silent", report.silent());
        document.put(
                "differences",
                report.differences().stream()
                        .map(one -> Map.of(
                                "at",
                                one.at(),
                                "about",
                                one.about(),
                                "kind",
                                one.kind().label(),
                                "detail",
                                one.detail()))
                        .toList());
        document.put("links", ends.stream().map(LinksCli::document).toList());
        return document;
    }

    /** One end in one line. */
    static String line(LinkEnd end) {
        String wrong = end.lastError() != null ? end.lastError() : end.difference();
        return label(end) + "  " + (end.isOfHub() ? "hub" : String.valueOf(end.subnetwork())) + "  at " + end.at()
                + " about " + end.about()
                + (end.state() == LinkEnd.State.ENDED
                        ? "  sessions ended: " + end.ended().landed() + " here, "
                                + end.ended().away() + " away"
                        : "")
                + (wrong == null ? "" : "  " + wrong);
    }

    static Map<String, Object> document(LinkEnd end) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("subnetwork", end.subnetwork());
        document.put("at", end.at());
        document.put("about", end.about());
        document.put("state", label(end));
        document.put("publish", end.services().publish());
        document.put("subscribe", end.services().subscribe());
        document.put("attempts", end.attempts());
        document.put("lastError", end.lastError());
        document.put("difference", end.difference());
        document.put("landed", end.ended().landed());
        document.put("away", end.ended().away());
        document.put("changed", end.changedAt());
        return document;
    }
}
