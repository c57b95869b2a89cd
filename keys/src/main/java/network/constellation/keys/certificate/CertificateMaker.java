package network.constellation.keys.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.CryptoFailureException;
import network.constellation.keys.provider.Rsa;
import network.constellation.keys.provider.RsaPrivateKey;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** Makes self-signed certificates byte for byte of the kind that a Moodle makes (mnet-wire.md 2.1). */
public final class CertificateMaker {
    /** Moodle's default lifetime. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofDays(28);

    private final CryptoEngine engine;

    public CertificateMaker(CryptoEngine engine) {
        this.engine = engine;
    }

    /**
     * Makes the certificate of a key. Peers accept any digest; ours is SHA-256.
     *
     * @param offerHash hash of the modern keys that belong to this one, absent for a site that speaks legacy only
     */
    public SiteCertificate selfSigned(
            Wwwroot wwwroot,
            CertificateSubject subject,
            RsaPrivateKey key,
            Instant notBefore,
            Duration lifetime,
            Optional<byte[]> offerHash) {
        if (lifetime.isNegative() || lifetime.toSeconds() == 0) {
            throw new IllegalArgumentException("The lifetime of a certificate must be at least a second.");
        }
        X500Name name = name(wwwroot, subject);
        SubjectPublicKeyInfo publicKey =
                SubjectPublicKeyInfo.getInstance(key.publicKey().encoded());
        // Serial number zero is what PHP writes; some peers have only ever seen that.
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name, BigInteger.ZERO, Date.from(notBefore), Date.from(notBefore.plus(lifetime)), name, publicKey);
        try {
            JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, utils.createSubjectKeyIdentifier(publicKey));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(publicKey));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            if (offerHash.isPresent()) {
                builder.addExtension(OfferExtension.of(offerHash.get()));
            }
            return SiteCertificate.ofDer(builder.build(new Signer(key)).getEncoded());
        } catch (IOException | GeneralSecurityException | CertificateRefusedException broken) {
            throw new CryptoFailureException("making a certificate", broken);
        }
    }

    private static X500Name name(Wwwroot wwwroot, CertificateSubject subject) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, new DERPrintableString(subject.country()))
                .addRDN(BCStyle.ST, new DERUTF8String(subject.state()))
                .addRDN(BCStyle.L, new DERUTF8String(subject.locality()))
                .addRDN(BCStyle.O, new DERUTF8String(subject.organization()))
                .addRDN(BCStyle.OU, new DERUTF8String(subject.unit()))
                .addRDN(BCStyle.CN, new DERUTF8String(SubjectName.commonNameOf(wwwroot)))
                .addRDN(SubjectName.ALTERNATIVE_NAME, new DERUTF8String(wwwroot.value()))
                .addRDN(BCStyle.EmailAddress, new DERIA5String(subject.email()))
                .build();
    }

    /** Lets the engine sign, instead of whichever provider the library would choose. */
    private final class Signer implements ContentSigner {
        private final RsaPrivateKey key;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        Signer(RsaPrivateKey key) {
            this.key = key;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder().find("SHA256withRSA");
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return engine.rsa().sign(Rsa.Scheme.SHA256, key, content.toByteArray());
        }
    }
}
