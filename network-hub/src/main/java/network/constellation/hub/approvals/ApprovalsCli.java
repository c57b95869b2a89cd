package network.constellation.hub.approvals;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.constellation.hub.founding.HubCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Table;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub approval list|show|approve|refuse}. */
public final class ApprovalsCli implements CliRoom {
    private static final int LISTED = 200;

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub approval", "Dangerous acts that wait for a second person.")
                .failure(ApprovalRefused.class)
                .failure(ApprovalNeeded.class)
                .add("hub approval", ListAll.class)
                .add("hub approval", Show.class)
                .add("hub approval", Approve.class)
                .add("hub approval", Refuse.class);
    }

    @Command(name = "list", description = "List the requests, newest first.")
    static final class ListAll extends HubCommand {
        @Override
        protected void run(CliContext context, TenantLease hub) {
            List<Approval> all = hub.get(Approvals.class).list(0, LISTED);
            context.answer(all.stream().map(ApprovalsCli::document).toList(), out -> {
                Table table = new Table("NUMBER", "STATE", "KIND", "ASKED BY", "ASKED", "UNTIL", "REASON");
                all.forEach(one -> table.row(
                        one.number(),
                        one.state().label(),
                        one.kind(),
                        one.askedBy().name(),
                        one.askedAt(),
                        one.expiresAt(),
                        one.reason()));
                table.print(out, "Nobody has asked for a dangerous act.");
            });
        }
    }

    /** What the verbs on one request share. */
    @Command
    abstract static class OnOne extends HubCommand {
        @Parameters(paramLabel = "NUMBER", description = "The request.")
        int number;

        @Override
        protected final void run(CliContext context, TenantLease hub) throws IOException {
            Approval approval = act(context, hub);
            context.answer(document(approval), out -> text(out, approval));
            if (approval.state() == Approval.State.FAILED || approval.state() == Approval.State.CHANGED) {
                throw CliException.failed(approval.outcome().orElse("It could not be done."));
            }
        }

        abstract Approval act(CliContext context, TenantLease hub) throws IOException;
    }

    @Command(name = "show", description = "Show exactly what would run, and who asked.")
    static final class Show extends OnOne {
        @Override
        Approval act(CliContext context, TenantLease hub) {
            return hub.get(Approvals.class).required(number);
        }
    }

    /** An administrator by name: two commands of one shell are one person. */
    @Command
    abstract static class ByName extends OnOne {
        @Option(names = "--as", required = true, paramLabel = "USER", description = "Administrator of the hub.")
        String username = "";

        @Option(
                names = "--password-file",
                required = true,
                paramLabel = "FILE",
                description = "First line: that administrator's password.")
        Path file = Path.of("");

        @Override
        protected boolean works() {
            return true;
        }

        final Person person(CliContext context, TenantLease hub) throws IOException {
            String password = Files.readString(context.resolve(file))
                    .lines()
                    .findFirst()
                    .filter(line -> !line.isEmpty())
                    .orElseThrow(() ->
                            CliException.badInput("The first line of " + file + " must be the password; it is empty."));
            return hub.get(Administrators.class).prove(username, password);
        }
    }

    @Command(name = "approve", description = "Be the second person: it runs at once, exactly as shown.")
    static final class Approve extends ByName {
        @Option(
                names = "--sha256",
                paramLabel = "HEX",
                description = "Of the preview that was shown; another one is refused.")
        String sha256 = "";

        @Override
        Approval act(CliContext context, TenantLease hub) throws IOException {
            return hub.get(Approvals.class).approve(number, sha256, person(context, hub));
        }
    }

    @Command(name = "refuse", description = "Say no; also whoever asked takes it back so.")
    static final class Refuse extends ByName {
        @Option(names = "--reason", paramLabel = "TEXT", description = "Why not.")
        String reason = "";

        @Override
        Approval act(CliContext context, TenantLease hub) throws IOException {
            return hub.get(Approvals.class).refuse(number, reason, person(context, hub));
        }
    }

    private static Map<String, Object> document(Approval approval) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("number", approval.number());
        document.put("kind", approval.kind());
        document.put("state", approval.state().label());
        document.put("parameters", approval.parameters());
        document.put("preview", approval.preview());
        document.put("sha256", approval.sha256());
        document.put("reason", approval.reason());
        document.put("by", approval.askedBy().name());
        document.put("asked", approval.askedAt());
        document.put("expires", approval.expiresAt());
        document.put("outcome", approval.outcome().orElse(null));
        document.put(
                "approvedBy",
                approval.voices().stream().map(Approval.Voice::username).toList());
        return document;
    }

    private static void text(PrintStream out, Approval approval) {
        out.println("Request " + approval.number() + ": " + approval.kind() + " ("
                + approval.state().label() + "), asked by " + approval.askedBy().name() + " at " + approval.askedAt());
        if (!approval.reason().isEmpty()) {
            out.println("  " + approval.reason());
        }
        approval.preview().lines().forEach(line -> out.println("  | " + line));
        out.println("  SHA-256 " + approval.sha256());
        approval.voices().forEach(voice -> out.println("  approved by " + voice.username() + " at " + voice.at()));
        approval.outcome().ifPresent(outcome -> out.println("  " + outcome));
    }
}
