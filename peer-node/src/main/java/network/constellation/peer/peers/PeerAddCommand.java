package network.constellation.peer.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.fingerprint.Fingerprint;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.addresses.AddressRange;
import network.constellation.peer.cli.CliContext;
import network.constellation.peer.cli.CliException;
import network.constellation.peer.cli.TenantCommand;
import network.constellation.peer.outbound.AddressRules;
import network.constellation.peer.outbound.ModernKeysFetch;
import network.constellation.peer.outbound.UnreachableException;
import network.constellation.peer.tenant.TenantLease;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code net add}: with a certificate or a fingerprint to match a peer at once, otherwise pending until compared. */
@Command(
        name = "add",
        description = {
            "Add another site. With its certificate or fingerprint it is a peer at once.",
            "Otherwise its key is fetched and shown, and the site waits for `net approve`."
        })
final class PeerAddCommand extends TenantCommand {
    @Parameters(paramLabel = "PEER_URL", description = "The other site's address.")
    String peer = "";

    @Option(
            names = "--application",
            paramLabel = "constellation|moodle|mahara",
            description = "What it runs; by default constellation if it shows modern keys, else moodle.")
    @Nullable
    String application;

    @Option(names = "--suite", paramLabel = "auto|legacy|modern", description = "How to speak with it.")
    String suite = "auto";

    @Option(names = "--name", paramLabel = "TEXT", description = "Its name; the host name if not given.")
    @Nullable
    String name;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Its certificate or bundle (PEM).")
    @Nullable
    Path certificate;

    @Option(
            names = "--fingerprint",
            paramLabel = "SHA256",
            description = "Its fingerprint, as its administrator read it.")
    @Nullable
    String fingerprint;

    @Option(
            names = "--allow-address",
            paramLabel = "CIDR",
            description = "A range of private addresses that may be connected to for this site.")
    List<String> allowAddress = List.of();

    @Option(names = "--allow-http", description = "Call it without TLS although it speaks the legacy suite.")
    boolean allowHttp;

    @Override
    protected void run(CliContext context, TenantLease tenant) throws IOException {
        Wwwroot address = Wwwroot.normalized(peer);
        Optional<PublicIdentity> given = given(context, tenant, address);
        PeerTerms asked = terms(address, given);
        PublicIdentity identity = given.isPresent() ? given.get() : fetched(context, tenant, address, asked);
        PeerTerms terms = application == null ? withApplication(asked, identity) : asked;
        tenant.get(AddressRules.class).requireCallable(identity, terms);

        boolean matches = certificate != null;
        if (fingerprint != null) {
            if (!Fingerprint.of(identity).matches(fingerprint)
                    && !Fingerprint.of(identity.certificate()).matches(fingerprint)) {
                throw CliException.failed("The key of " + address + " has another fingerprint: "
                        + Fingerprint.of(identity).grouped() + ". Nothing was changed.");
            }
            matches = true;
        }
        if (matches) {
            tenant.get(Peers.class).admit(identity, terms, "administrator", PeersCli.ACTOR);
            tenant.get(Offers.class).forget(address, PeersCli.ACTOR);
            answer(context, identity, PeerState.APPROVED, terms);
        } else {
            PeerOffer offer = tenant.get(Offers.class).propose(identity, terms, PeersCli.ACTOR);
            answer(context, identity, offer.state(), terms);
            context.hint("constellation net approve --data DIR --tenant "
                    + tenant.tenant().wwwroot() + " " + address);
        }
    }

    /** The keys in the file, where they are complete; a certificate that announces more needs the rest from the site. */
    private Optional<PublicIdentity> given(CliContext context, TenantLease tenant, Wwwroot address) throws IOException {
        if (certificate == null) {
            return Optional.empty();
        }
        String text = read(context, certificate);
        try {
            return Optional.of(PublicIdentity.parseBundle(tenant.get(CryptoEngine.class), address, text));
        } catch (IdentityRefusedException incomplete) {
            if (incomplete.reason() == IdentityRefusedException.Reason.OFFER_MISSING) {
                return Optional.empty();
            }
            throw CliException.badInput("The file " + certificate + ": " + incomplete.getMessage());
        } catch (CertificateRefusedException unfit) {
            throw CliException.badInput("The file " + certificate + ": " + unfit.getMessage());
        }
    }

    private PublicIdentity fetched(CliContext context, TenantLease tenant, Wwwroot address, PeerTerms terms)
            throws IOException {
        PublicIdentity shown;
        try {
            shown = tenant.get(ModernKeysFetch.class).keysOf(address, terms);
        } catch (UnreachableException unreachable) {
            throw CliException.failed("unreachable: " + unreachable.why());
        }
        if (certificate != null) {
            try {
                if (!SiteCertificate.parse(read(context, certificate)).equals(shown.certificate())) {
                    throw CliException.failed("The site " + address
                            + " shows another certificate than the one in the file. Nothing was changed.");
                }
            } catch (CertificateRefusedException unfit) {
                throw CliException.badInput("The file " + certificate + ": " + unfit.getMessage());
            }
        }
        return shown;
    }

    private static String read(CliContext context, Path file) throws IOException {
        return Files.readString(context.resolve(file), StandardCharsets.ISO_8859_1);
    }

    private PeerTerms terms(Wwwroot address, Optional<PublicIdentity> given) {
        SuiteChoice choice = SuiteChoice.ofLabel(suite)
                .orElseThrow(() -> CliException.badInput("--suite is auto, legacy or modern, not \"" + suite + "\"."));
        List<AddressRange> allowed;
        try {
            allowed = AddressRange.parseAll(allowAddress);
        } catch (IllegalArgumentException noBlock) {
            throw CliException.badInput("--allow-address: " + noBlock.getMessage());
        }
        String label = application;
        Application runs = label == null
                ? Application.MOODLE
                : Application.ofLabel(label)
                        .orElseThrow(() -> CliException.badInput(
                                "--application is constellation, moodle or mahara, not \"" + label + "\"."));
        PeerTerms terms = new PeerTerms(name == null ? address.host() : name, runs, choice, allowed, allowHttp);
        return label == null && given.isPresent() ? withApplication(terms, given.get()) : terms;
    }

    private static PeerTerms withApplication(PeerTerms terms, PublicIdentity identity) {
        return identity.modern().isPresent()
                ? new PeerTerms(
                        terms.name(), Application.CONSTELLATION, terms.choice(), terms.allowed(), terms.allowHttp())
                : terms;
    }

    private static void answer(CliContext context, PublicIdentity identity, PeerState state, PeerTerms terms) {
        Map<String, Object> document = PeersCli.document(identity, state, terms);
        Fingerprint fingerprint = Fingerprint.of(identity);
        document.put("spoken", fingerprint.spoken());
        context.answer(document, out -> {
            if (state == PeerState.APPROVED) {
                out.println("Added " + identity.wwwroot() + " as a peer.");
            } else {
                out.println("The key of " + identity.wwwroot() + " was fetched; the site is " + state.label() + ".");
                out.println("Compare with its administrator, then approve it:");
            }
            out.println("  Fingerprint:          " + fingerprint.grouped());
            out.println("  By telephone:         " + fingerprint.spoken());
            out.println("  Certificate, SHA-256: "
                    + Fingerprint.of(identity.certificate()).hex());
        });
    }
}
