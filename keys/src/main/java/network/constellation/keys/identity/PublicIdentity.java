package network.constellation.keys.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.MalformedPemException;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.IdentityRefusedException.Reason;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.suite.Suite;

/**
 * What one site knows of another's keys. A value of this type has been verified: the certificate belongs to the
 * wwwroot (mnet-wire.md 2.2), and modern keys, where there are any, are bound to it in both directions
 * (protocol-security.md 1, rule 8, and 3). Whether the site is trusted is another question.
 */
public final class PublicIdentity {
    private static final String CERTIFICATE = "CERTIFICATE";

    private final Wwwroot wwwroot;
    private final SiteCertificate certificate;
    private final Optional<ModernKeys> modern;

    private PublicIdentity(Wwwroot wwwroot, SiteCertificate certificate, Optional<ModernKeys> modern) {
        this.wwwroot = wwwroot;
        this.certificate = certificate;
        this.modern = modern;
    }

    /** Verifies everything; a certificate that announces modern keys must come with exactly these. */
    public static PublicIdentity of(
            CryptoEngine engine, Wwwroot wwwroot, SiteCertificate certificate, Optional<ModernKeys> modern)
            throws CertificateRefusedException, IdentityRefusedException {
        certificate.checkBelongsTo(wwwroot);
        if (modern.isEmpty()) {
            if (certificate.offerHash().isPresent()) {
                throw new IdentityRefusedException(
                        Reason.OFFER_MISSING,
                        "The certificate of " + wwwroot + " announces modern keys that did not come with it.");
            }
            return new PublicIdentity(wwwroot, certificate, modern);
        }
        ModernKeys keys = modern.get();
        byte[] announced = certificate.offerHash().orElse(new byte[0]);
        if (!Digests.equal(announced, keys.statement().offerHash())) {
            throw new IdentityRefusedException(
                    Reason.OFFER_MISMATCH,
                    "The modern keys of " + wwwroot + " are not those that its certificate announces.");
        }
        keys.statement().verify(engine, wwwroot, certificate.publicKey());
        keys.recipientKey().verify(engine, keys.statement());
        return new PublicIdentity(wwwroot, certificate, modern);
    }

    /** A site known by its certificate alone; for use where {@link #offerIsMissing} has been looked at. */
    public static PublicIdentity ofCertificate(Wwwroot wwwroot, SiteCertificate certificate)
            throws CertificateRefusedException {
        certificate.checkBelongsTo(wwwroot);
        return new PublicIdentity(wwwroot, certificate, Optional.empty());
    }

    /**
     * Reads a bundle as {@link #bundle} writes it, or a certificate alone; the site is the one that the certificate
     * names.
     */
    public static PublicIdentity parseBundle(CryptoEngine engine, String bundle)
            throws CertificateRefusedException, IdentityRefusedException {
        SiteCertificate certificate = certificateOf(bundle);
        Wwwroot named = certificate
                .wwwroot()
                .orElseThrow(() -> new IdentityRefusedException(
                        Reason.MALFORMED, "The certificate does not name the whole address of its site."));
        return parseBundle(engine, named, bundle);
    }

    /** Reads a bundle of the given site. */
    public static PublicIdentity parseBundle(CryptoEngine engine, Wwwroot wwwroot, String bundle)
            throws CertificateRefusedException, IdentityRefusedException {
        SiteCertificate certificate = certificateOf(bundle);
        Optional<byte[]> modern = block(bundle, ModernKeys.LABEL);
        return of(
                engine,
                wwwroot,
                certificate,
                modern.isPresent() ? Optional.of(ModernKeys.decode(modern.get())) : Optional.empty());
    }

    public Wwwroot wwwroot() {
        return wwwroot;
    }

    public SiteCertificate certificate() {
        return certificate;
    }

    public Optional<ModernKeys> modern() {
        return modern;
    }

    /** The suites in which the site can be called. */
    public Set<Suite> suites() {
        return modern.map(keys -> keys.statement().suites()).orElse(Set.of(Suite.LEGACY));
    }

    /** Whether the certificate announces modern keys that this identity lacks. */
    public boolean offerIsMissing() {
        return modern.isEmpty() && certificate.offerHash().isPresent();
    }

    /** The same site with its recipient key of a later day, verified. */
    public PublicIdentity withRecipientKey(CryptoEngine engine, RecipientKey newer) throws IdentityRefusedException {
        ModernKeys keys = modern.orElseThrow(() -> new IdentityRefusedException(
                Reason.WRONG_KEY,
                "The site " + wwwroot + " has no modern keys to which a recipient key could belong."));
        newer.verify(engine, keys.statement());
        if (newer.created().isBefore(keys.recipientKey().created())) {
            return this;
        }
        return new PublicIdentity(
                wwwroot, certificate, Optional.of(new ModernKeys(keys.statement(), newer, keys.successions())));
    }

    /** The text of {@code key show --bundle}: the certificate, then the block of modern keys. */
    public String bundle() {
        return certificate.pem() + modern.map(ModernKeys::pem).orElse("");
    }

    static SiteCertificate certificateOf(String bundle) throws CertificateRefusedException, IdentityRefusedException {
        return SiteCertificate.ofDer(block(bundle, CERTIFICATE)
                .orElseThrow(
                        () -> new IdentityRefusedException(Reason.MALFORMED, "The bundle has no block CERTIFICATE.")));
    }

    private static Optional<byte[]> block(String bundle, String label) throws IdentityRefusedException {
        try {
            List<Pem.Block> blocks = Pem.readAll(bundle);
            return Pem.only(blocks, label);
        } catch (MalformedPemException malformed) {
            throw new IdentityRefusedException(Reason.MALFORMED, malformed.sentence());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicIdentity that
                && wwwroot.equals(that.wwwroot)
                && certificate.equals(that.certificate)
                && modern.equals(that.modern);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    @Override
    public String toString() {
        return "PublicIdentity[" + wwwroot + ", " + suites() + "]";
    }
}
