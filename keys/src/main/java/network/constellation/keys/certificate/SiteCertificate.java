package network.constellation.keys.certificate;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException.Reason;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.provider.RsaPublicKey;

/**
 * A site's certificate with the exact text in which it travels (mnet-wire.md 2.1). A value of this type is a readable
 * certificate with a usable RSA key and a self-signature that verified; whose it is, {@link #checkBelongsTo} says.
 */
public final class SiteCertificate {
    static final String LABEL = "CERTIFICATE";

    private final X509Certificate certificate;
    private final byte[] encoded;
    private final RsaPublicKey publicKey;
    private final SubjectName subject;
    private final Optional<byte[]> offerHash;

    private SiteCertificate(X509Certificate certificate, byte[] encoded, RsaPublicKey publicKey)
            throws CertificateRefusedException {
        this.certificate = certificate;
        this.encoded = encoded;
        this.publicKey = publicKey;
        this.subject = SubjectName.of(certificate);
        this.offerHash = OfferExtension.read(certificate);
    }

    /** Reads a certificate that a person supplies: line ends and line lengths do not matter. */
    public static SiteCertificate parse(String pem) throws CertificateRefusedException {
        List<Pem.Block> blocks;
        try {
            blocks = Pem.readAll(pem);
        } catch (MalformedPemException malformed) {
            throw new CertificateRefusedException(Reason.UNREADABLE, malformed.sentence());
        }
        if (blocks.size() != 1 || !blocks.get(0).label().equals(LABEL)) {
            throw new CertificateRefusedException(
                    Reason.UNREADABLE, "There must be exactly one block CERTIFICATE, and nothing else.");
        }
        return ofDer(blocks.get(0).content());
    }

    /** Reads a certificate off the wire, where the text must be byte for byte the canonical one. */
    public static SiteCertificate parseCanonical(String pem) throws CertificateRefusedException {
        SiteCertificate parsed = parse(pem);
        if (!parsed.pem().equals(pem)) {
            throw new CertificateRefusedException(
                    Reason.NOT_CANONICAL,
                    "The certificate's text is not in the exchanged form: lines of 64 characters, line feeds, one at the end.");
        }
        return parsed;
    }

    /** Reads the encoding alone. */
    public static SiteCertificate ofDer(byte[] encoded) throws CertificateRefusedException {
        X509Certificate certificate;
        try {
            certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            if (!Arrays.equals(certificate.getEncoded(), encoded)) {
                throw new CertificateException("surplus bytes");
            }
        } catch (CertificateException | RuntimeException unreadable) {
            throw new CertificateRefusedException(Reason.UNREADABLE, "The text is not an X.509 certificate.");
        }
        RsaPublicKey key;
        try {
            key = RsaPublicKey.of(certificate.getPublicKey());
        } catch (MalformedKeyException weak) {
            throw new CertificateRefusedException(Reason.WEAK_KEY, weak.sentence());
        }
        try {
            certificate.verify(key.key(), "SunRsaSign");
        } catch (GeneralSecurityException | RuntimeException notSigned) {
            throw new CertificateRefusedException(
                    Reason.NOT_SELF_SIGNED, "The certificate is not signed by its own key.");
        }
        return new SiteCertificate(certificate, encoded.clone(), key);
    }

    /** The rules of mnet-wire.md 2.2, in their order: alternative name first, then common name. */
    public void checkBelongsTo(Wwwroot wwwroot) throws CertificateRefusedException {
        subject.check(wwwroot);
    }

    /** The address that the certificate names itself, unless that is cut off or no address at all. */
    public Optional<Wwwroot> wwwroot() {
        return subject.wwwroot();
    }

    /** The text that travels: peers compare it as a string. */
    public String pem() {
        return Pem.write(LABEL, encoded);
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    public RsaPublicKey publicKey() {
        return publicKey;
    }

    public Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    /** SHA-256 of the encoding, as {@code openssl x509 -fingerprint -sha256} gives it. */
    public byte[] sha256() {
        return Digests.sha256(encoded);
    }

    /** SHA-1 of the encoding: what older sites show to their administrators. */
    public byte[] sha1() {
        return Digests.sha1(encoded);
    }

    /** The hash of the modern keys that belong to this certificate, so that their offer cannot be stripped. */
    public Optional<byte[]> offerHash() {
        return offerHash.map(byte[]::clone);
    }

    X509Certificate x509() {
        return certificate;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteCertificate that && Arrays.equals(encoded, that.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "SiteCertificate[" + subject + ", until " + notAfter() + "]";
    }
}
