package network.constellation.app.verbs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.jobs.JobView;
import network.constellation.peer.jobs.Jobs;
import network.constellation.peer.peers.KeyRotation;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.peer.tenant.TenantLease;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code key show|rotate}: the keys of a tenant. */
public final class KeyCli implements CliRoom {

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("key", "The keys of a site.").add("key", Show.class).add("key", Rotate.class);
    }

    @Command(
            name = "show",
            description = {
                "Print the site's certificate (PEM), as other sites need it.",
                "Its fingerprint, to compare by telephone, goes to standard error."
            })
    static final class Show extends TenantCommand {
        @Option(names = "--bundle", description = "Also the modern keys and the statement that binds them.")
        boolean bundle;

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            PublicIdentity identity = tenant.get(SiteIdentity.class).published();
            Fingerprint fingerprint = Fingerprint.of(identity);
            Fingerprint ofCertificate = Fingerprint.of(identity.certificate());
            String pem = bundle ? identity.bundle() : identity.certificate().pem();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("wwwroot", identity.wwwroot());
            document.put("generation", tenant.get(SiteIdentity.class).current().generation());
            document.put("notAfter", identity.certificate().notAfter());
            document.put("certificateSha256", ofCertificate.hex());
            document.put("fingerprint", fingerprint.hex());
            document.put("spoken", fingerprint.spoken());
            document.put("pem", pem);
            context.answer(document, out -> out.print(pem));
            if (!context.json()) {
                context.err().println("Certificate, SHA-256: " + ofCertificate.hex());
                context.err().println("All keys:             " + fingerprint.grouped());
                context.err().println("By telephone:         " + fingerprint.spoken());
            }
        }
    }

    @Command(
            name = "rotate",
            description = {
                "Replace the site's keys: make new ones, use them, keep the old ones for the overlap.",
                "Peers learn of it at their next call."
            })
    static final class Rotate extends TenantCommand {
        private static final Duration PATIENCE = Duration.ofMinutes(2);

        @Override
        protected void run(CliContext context, TenantLease tenant) {
            Jobs jobs = tenant.get(Jobs.class);
            UUID id = jobs.start(
                    tenant.get(KeyRotation.class),
                    KeyRotation.ordered("command line", "asked for on the command line"));
            JobView job = jobs.await(id, PATIENCE);
            if (job.state() != JobView.State.DONE) {
                throw CliException.failed("The rotation is not done yet (" + job.step() + ", "
                        + job.lastError().orElse("no error so far") + "); the running node goes on with it.");
            }
            SiteIdentity identity = tenant.get(SiteIdentity.class);
            String fingerprint = Fingerprint.of(identity.published()).grouped();
            int generation = identity.current().generation();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("wwwroot", identity.wwwroot());
            document.put("generation", generation);
            document.put("fingerprint", Fingerprint.of(identity.published()).hex());
            document.put("notAfter", identity.current().notAfter());
            context.answer(document, out -> {
                out.println("Generation " + generation + " is in use until "
                        + identity.current().notAfter() + ".");
                out.println("Fingerprint: " + fingerprint);
            });
        }

        @Override
        protected boolean works() {
            return true;
        }
    }
}
