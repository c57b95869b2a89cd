package network.constellation.hub.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import network.constellation.hub.founding.HubCommand;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.Verbs;
import network.constellation.peer.tenant.TenantLease;
import network.constellation.protocol.directory.Delegation;
import network.constellation.protocol.directory.Directory;
import network.constellation.protocol.directory.DirectoryAnchor;
import network.constellation.protocol.directory.DirectoryReader;
import network.constellation.protocol.directory.DirectoryRefusedException;
import network.constellation.protocol.limits.DirectoryLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub directory show|verify|delegate} and {@code hub suspend|resume}. */
public final class HubDirectoryCli implements CliRoom {
    @Override
    public void verbs(Verbs verbs) {
        verbs.group("hub directory", "The signed directory of the network.")
                .add("hub directory", Show.class)
                .add("hub directory", Verify.class)
                .add("hub directory", Delegate.class)
                .add("hub", Suspend.class)
                .add("hub", Resume.class);
    }

    @Command(name = "show", description = "Print the version that is out; --save writes the whole document to a file.")
    static final class Show extends HubCommand {
        @Option(names = "--save", paramLabel = "FILE", description = "Write the signed document to a new file.")
        @Nullable
        Path save;

        @Override
        protected void run(CliContext context, TenantLease hub) throws IOException {
            Publisher publisher = hub.get(Publisher.class);
            Directory directory = publisher
                    .publish()
                    .orElseThrow(() -> CliException.failed("No directory was published yet; is this hub a standby?"));
            if (save != null) {
                save(context.resolve(save), directory.document());
            }
            Map<String, Object> document = document(directory, hub.get(Mandate.class));
            document.put(
                    "suspended",
                    hub.get(Suspensions.class)
                            .list()
                            .map(list -> list.suspended().size())
                            .orElse(0));
            context.answer(document, out -> document.forEach((name, value) -> out.println(name + ": " + value)));
        }

        private static void save(Path file, byte[] content) throws IOException {
            if (Files.exists(file)) {
                throw CliException.badInput("There is already a file " + file + "; name another one.");
            }
            Files.write(file, content, StandardOpenOption.CREATE_NEW);
        }
    }

    @Command(name = "verify", description = "Check a saved directory, or the one that is out, against the root key.")
    static final class Verify extends HubCommand {
        @Parameters(arity = "0..1", paramLabel = "FILE", description = "A directory as `show --save` writes it.")
        @Nullable
        Path file;

        @Override
        protected void run(CliContext context, TenantLease hub) throws IOException {
            DirectoryAnchor anchor = hub.get(Mandate.class)
                    .anchor()
                    .orElseThrow(() -> CliException.failed("This site leads no network."));
            DirectoryReader reader = new DirectoryReader(hub.get(CryptoEngine.class), anchor);
            try {
                byte[] bytes = file == null ? published(hub) : read(context.resolve(file));
                Directory directory = reader.received(
                        bytes, Optional.empty(), hub.get(Clock.class).instant());
                Map<String, Object> document = document(directory, hub.get(Mandate.class));
                context.answer(document, out -> {
                    out.println("Good: every signature and hash is right.");
                    document.forEach((name, value) -> out.println(name + ": " + value));
                });
            } catch (DirectoryRefusedException refused) {
                throw CliException.failed(refused.refusal().label() + ": " + refused.sentence());
            }
        }

        private static byte[] published(TenantLease hub) {
            return hub.get(Publisher.class)
                    .current()
                    .map(Directory::document)
                    .orElseThrow(() -> CliException.failed("No directory was published yet."));
        }

        private static byte[] read(Path file) throws IOException {
            if (!Files.isRegularFile(file)) {
                throw CliException.badInput("There is no file " + file + ".");
            }
            if (Files.size(file) > DirectoryLimits.DOCUMENT_BYTES) {
                throw CliException.failed("oversize: " + file + " is larger than any directory may be.");
            }
            return Files.readAllBytes(file);
        }
    }

    @Command(name = "delegate", description = "Renew with the root key for how long this hub may sign.")
    static final class Delegate extends HubCommand {
        @Option(
                names = "--root-key",
                required = true,
                paramLabel = "FILE",
                description = "The network's root key, fetched from its safe place for this moment.")
        Path rootKey = Path.of("");

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Delegation renewed = said(() -> hub.get(Mandate.class).renew(context.resolve(rootKey), "command line"));
            context.answer(
                    Map.of("term", renewed.term(), "until", renewed.notAfter()),
                    out -> out.println("This hub may sign in term " + renewed.term() + " until " + renewed.notAfter()
                            + ". Take the root key away again."));
        }
    }

    @Command(name = "suspend", description = "Cut a site off from the whole network, within minutes.")
    static final class Suspend extends HubCommand {
        @Parameters(paramLabel = "PEER_URL", description = "The site.")
        String peer = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why; every site of the network can read it.")
        String reason = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Wwwroot site = said(() -> Wwwroot.normalized(peer));
            boolean changed = said(() -> hub.get(Suspensions.class).suspend(site, reason, "command line"));
            context.answer(
                    Map.of("wwwroot", site, "state", "suspended", "changed", changed),
                    out -> out.println(site + (changed ? " is suspended." : " was suspended already.")));
        }
    }

    @Command(name = "resume", description = "Let a suspended site take part again.")
    static final class Resume extends HubCommand {
        @Parameters(paramLabel = "PEER_URL", description = "The site.")
        String peer = "";

        @Override
        protected void run(CliContext context, TenantLease hub) {
            Wwwroot site = said(() -> Wwwroot.normalized(peer));
            boolean changed = said(() -> hub.get(Suspensions.class).resume(site, "command line"));
            context.answer(
                    Map.of("wwwroot", site, "state", "admitted", "changed", changed),
                    out -> out.println(site + (changed ? " takes part again." : " was not suspended.")));
        }
    }

    private static Map<String, Object> document(Directory directory, Mandate mandate) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("network", directory.header().network());
        document.put("version", directory.version().toString());
        document.put("hub", directory.hub());
        document.put("issued", directory.header().issued());
        document.put("expires", directory.header().expires());
        document.put("members", directory.members().size());
        document.put("subnetworks", directory.subnetworks().size());
        document.put("bytes", directory.document().length);
        document.put("delegatedUntil", directory.signedHeader().delegation().notAfter());
        mandate.anchor()
                .ifPresent(anchor -> document.put(
                        "rootKey", HexFormat.of().formatHex(anchor.root().raw())));
        return document;
    }
}
