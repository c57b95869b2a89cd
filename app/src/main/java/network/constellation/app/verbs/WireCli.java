package network.constellation.app.verbs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.cli.CliCommand;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.CliRoom;
import network.constellation.peer.cli.OwnerFile;
import network.constellation.peer.cli.Verbs;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.wire.BadInputException;
import network.constellation.protocol.wire.WireMessage;
import network.constellation.protocol.wire.WireOpener;
import network.constellation.protocol.wire.WireSealer;
import network.constellation.protocol.xml.XmlReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wire open|seal}: envelopes by hand, without a node, a clock or any state. */
public final class WireCli implements CliRoom {
    private static final String MESSAGE = "The envelope; standard input, if not given.";

    @Override
    public void verbs(Verbs verbs) {
        verbs.group("wire", "Envelopes by hand: open and seal messages without a node.")
                .add("wire", Open.class)
                .add("wire", Seal.class)
                .badInput(BadInputException.class);
    }

    @Command(
            name = "open",
            description = {
                "Open an envelope of either suite and print exactly its payload.",
                "Checks signature, digest and names; no clock, expiry or replay."
            })
    static final class Open extends CliCommand.Local {
        @Option(names = "--key", required = true, paramLabel = "PEM", description = "Private key (PKCS#8), or bundle.")
        Path key = Path.of("");

        @Option(names = "--old-key", paramLabel = "PEM", description = "An earlier private key; may be repeated.")
        List<Path> oldKeys = new ArrayList<>();

        @Option(
                names = "--sender-certificate",
                required = true,
                paramLabel = "PEM",
                description = "The sender's certificate; for the modern suite its bundle.")
        Path senderCertificate = Path.of("");

        @Option(names = "--allow-partial", description = "Accept what is not both signed and encrypted.")
        boolean allowPartial;

        @Option(names = "--request", paramLabel = "FILE", description = "For a modern answer: the request.")
        @Nullable
        Path request;

        @Option(names = "--agreement", paramLabel = "FILE", description = "For a modern answer: what `seal` saved.")
        @Nullable
        Path agreement;

        @Parameters(arity = "0..1", paramLabel = "FILE", description = MESSAGE)
        @Nullable
        Path file;

        @Override
        public void run(CliContext context) throws IOException {
            List<WireOpener.KeyFile> keys = new ArrayList<>();
            keys.add(keyFile(context, key));
            for (Path old : oldKeys) {
                keys.add(keyFile(context, old));
            }
            WireOpener.Order order = new WireOpener.Order(
                    input(context, file),
                    keys,
                    text(context, senderCertificate),
                    allowPartial,
                    request == null ? Optional.empty() : Optional.of(Files.readAllBytes(context.resolve(request))),
                    agreement == null ? Optional.empty() : Optional.of(text(context, agreement)));
            try {
                WireMessage message = new WireOpener(CryptoEngine.detect(), xml()).open(order);
                if (context.json()) {
                    context.answer(document(message), out -> {});
                } else {
                    context.out().write(message.payload());
                }
            } catch (EnvelopeException refused) {
                context.err().println("fault " + refused.faultCode() + ": " + refused.reason());
                if (context.ansi()) {
                    context.err().println(refused.detail());
                }
                throw CliException.silently();
            }
        }

        private static WireOpener.KeyFile keyFile(CliContext context, Path path) throws IOException {
            return new WireOpener.KeyFile(path.toString(), text(context, path));
        }

        private static Map<String, Object> document(WireMessage message) {
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put("suite", message.suite().name().toLowerCase(Locale.ROOT));
            document.put("encrypted", message.encrypted());
            document.put("signed", message.signed());
            document.put("wwwroot", message.wwwroot().orElse(null));
            document.put(
                    "timestamp",
                    message.timestamp().isPresent() ? message.timestamp().getAsLong() : null);
            document.put("openedBy", message.openedBy().orElse(null));
            document.put("payloadBase64", Base64.getEncoder().encodeToString(message.payload()));
            @SuppressWarnings("unchecked")
            Map<String, Object> withNulls = (Map<String, Object>) (Map<?, ?>) document;
            return withNulls;
        }
    }

    @Command(name = "seal", description = "Sign and encrypt a document for one recipient; prints the envelope.")
    static final class Seal extends CliCommand.Local {
        @Option(names = "--key", required = true, paramLabel = "PEM", description = "Private key (PKCS#8), or bundle.")
        Path key = Path.of("");

        @Option(names = "--wwwroot", required = true, paramLabel = "URL", description = "The sender's address.")
        String wwwroot = "";

        @Option(
                names = "--recipient-certificate",
                required = true,
                paramLabel = "PEM",
                description = "The recipient's certificate; for the modern suite its bundle.")
        Path recipientCertificate = Path.of("");

        @Option(names = "--suite", defaultValue = "legacy", description = "legacy or modern (${DEFAULT-VALUE}).")
        String suite = "legacy";

        @Option(
                names = "--save-agreement",
                paramLabel = "FILE",
                description = "Modern: where to save what opens the answer; secret.")
        @Nullable
        Path saveAgreement;

        @Parameters(arity = "0..1", paramLabel = "FILE", description = "The document; standard input, if not given.")
        @Nullable
        Path file;

        @Override
        public void run(CliContext context) throws IOException {
            WireSealer.Result sealed = new WireSealer(CryptoEngine.detect(), xml())
                    .seal(new WireSealer.Order(
                            input(context, file),
                            text(context, key),
                            Wwwroot.of(wwwroot),
                            text(context, recipientCertificate),
                            suite(),
                            Instant.now()));
            if (saveAgreement != null) {
                String agreement = sealed.agreement()
                        .orElseThrow(() -> CliException.badInput(
                                "The legacy suite has no agreement to save; leave out --save-agreement."));
                OwnerFile.write(context.resolve(saveAgreement), agreement);
            }
            if (context.json()) {
                context.answer(
                        Map.of("suite", suite, "bodyBase64", Base64.getEncoder().encodeToString(sealed.body())),
                        out -> {});
            } else {
                context.out().write(sealed.body());
            }
        }

        private Suite suite() {
            return switch (suite) {
                case "legacy" -> Suite.LEGACY;
                case "modern" -> Suite.MODERN;
                default -> throw CliException.badInput("--suite is legacy or modern, not " + suite + ".");
            };
        }
    }

    private static XmlReader xml() {
        return new XmlReader(Limits.standard());
    }

    private static byte[] input(CliContext context, @Nullable Path file) throws IOException {
        return file == null ? context.in().readAllBytes() : Files.readAllBytes(context.resolve(file));
    }

    private static String text(CliContext context, Path file) throws IOException {
        return Files.readString(context.resolve(file), StandardCharsets.ISO_8859_1);
    }
}
