package network.constellation.hub.rotation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import network.constellation.hub.approvals.ApprovalNeeded;
import network.constellation.hub.approvals.Person;
import network.constellation.hub.founding.HubCommand;
import network.constellation.keys.address.Wwwroot;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub revoke}. */
public final class RevocationsCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.add("hub", Revoke.class);
    }

    @Command(
            name = "revoke",
            description = {
                "A member's keys were stolen: refuse them everywhere from now on, and have it make new ones.",
                "Where a thief may have been first, readmit it by a new invitation or with --accept."
            })
    static final class Revoke extends HubCommand {
        private static final String ACTOR = "command line";
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        @Parameters(paramLabel = "PEER_URL", description = "The member.")
        String peer = "";

        @Option(names = "--generation", paramLabel = "N", description = "Which of its keys; those in use if not given.")
        @Nullable
        Integer generation;

        @Option(names = "--reason", paramLabel = "TEXT", description = "For the audit, here and at all members.")
        String reason = "stolen";

        @Option(
                names = "--accept",
                paramLabel = "SHA256",
                description = "Readmit the site with the keys that it shows now, which have this fingerprint.")
        @Nullable
        String accept;

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Wwwroot site = Wwwroot.normalized(peer);
            Revocations revocations = hub.get(Revocations.class);
            try {
                if (accept == null) {
                    UUID job = revocations.revoke(site, Optional.ofNullable(generation), reason, Person.unnamed(ACTOR));
                    hub.get(Jobs.class).await(job, PATIENCE);
                } else {
                    revocations.readmit(site, accept, Person.unnamed(ACTOR));
                }
            } catch (ApprovalNeeded waits) {
                throw CliException.failed(waits.getMessage() + " Until then `hub suspend " + site + "` cuts it off.");
            } catch (RotationRefused refused) {
                throw CliException.failed(refused.sentence());
            }
            Revocation newest = revocations.list().stream()
                    .filter(one -> one.wwwroot().equals(site))
                    .findFirst()
                    .orElseThrow();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("peer", site);
            document.put("generation", newest.generation());
            document.put("fingerprint", newest.fingerprint());
            document.put("state", newest.state().label());
            document.put("error", newest.lastError());
            String error = newest.lastError();
            context.done(
                    "Generation " + newest.generation() + " of " + site + " is revoked; state: "
                            + newest.state().label() + (error == null ? "." : ": " + error + "."),
                    document);
        }

        @Override
        protected boolean works() {
            return true;
        }
    }
}
