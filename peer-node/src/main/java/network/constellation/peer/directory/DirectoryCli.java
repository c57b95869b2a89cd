package network.constellation.peer.directory;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code peer directory}. */
public final class DirectoryCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("peer", Show.class);
    }

    @Command(
            name = "directory",
            description = {
                "Show how old the network's signed directory is here: version, age, expiry, and how asking the hub goes.",
                "Exit status 1 when it has expired."
            })
    static final class Show extends TenantCommand {
        @Option(names = "--refresh", description = "Ask the hub first.")
        boolean refresh;

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            NetworkDirectory directory = tenant.get(NetworkDirectory.class);
            boolean answered = !refresh || directory.refresh();
            DirectoryAge age = directory
                    .age()
                    .orElseThrow(() -> CliException.failed(
                            "This site belongs to no network yet; `peer join` with an invitation makes it a member."));
            context.answer(document(age), out -> print(out, age));
            if (!answered) {
                throw CliException.failed(
                        "The hub did not answer as it must: " + age.lastError().orElse("nobody here may ask it"));
            }
            if (age.state() == DirectoryAge.State.EXPIRED) {
                throw CliException.failed("The directory has expired: this site has no dealings with the network until"
                        + " the hub answers. Its own users are not concerned.");
            }
        }

        @Override
        protected boolean works() {
            return refresh;
        }
    }

    static Map<String, Object> document(DirectoryAge age) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("network", age.network());
        document.put("state", label(age.state()));
        document.put("version", age.version().toString());
        document.put("term", age.version().term());
        document.put("sequence", age.version().sequence());
        document.put("issued", age.issued());
        document.put("expires", age.expires());
        document.put("ageSeconds", age.age().toSeconds());
        document.put("leftSeconds", age.left().toSeconds());
        document.put("usedPercent", age.used());
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("sequence", age.listSequence());
        list.put("issued", age.listIssued().map(Object::toString).orElse(""));
        list.put("suspended", age.suspended());
        document.put("suspensions", list);
        document.put("lastAttempt", age.lastAttempt().map(Object::toString).orElse(""));
        document.put("lastSuccess", age.lastSuccess().map(Object::toString).orElse(""));
        document.put("failures", age.failures());
        document.put("lastError", age.lastError().orElse(""));
        return document;
    }

    private static void print(PrintStream out, DirectoryAge age) {
        out.println("State:       " + label(age.state()));
        out.println("Version:     " + age.version());
        out.println("Age:         " + words(age.age()) + " (" + age.used() + " % of its life)");
        out.println("Expires:     " + age.expires() + " (in " + words(age.left()) + ")");
        out.println("Suspensions: list " + age.listSequence() + ", issued "
                + age.listIssued().map(Object::toString).orElse("never") + ", " + age.suspended() + " suspended");
        out.println("Asked:       " + age.lastAttempt().map(Object::toString).orElse("not yet"));
        age.lastError().ifPresent(error -> out.println("Failed:      " + age.failures() + " times: " + error));
    }

    static String label(DirectoryAge.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words(Duration time) {
        long minutes = Math.max(0, time.toMinutes());
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
