package network.constellation.keys.certificate;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import network.constellation.keys.certificate.CertificateRefusedException.Reason;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;

/**
 * The non-critical extension that carries the hash of a site's modern keys: whoever strips the modern offer from a
 * key swap must also forge the certificate (protocol-security.md 3, first contact). Its value is an OCTET STRING of
 * 32 bytes. The number is a UUID of our own below 2.25, the arc that ITU-T X.667 leaves to everybody.
 */
final class OfferExtension {
    static final ASN1ObjectIdentifier OID = new ASN1ObjectIdentifier("2.25.132542245682107172445098207594869221261");

    private static final int LENGTH = 32;

    private OfferExtension() {}

    static Extension of(byte[] hash) throws IOException {
        if (hash.length != LENGTH) {
            throw new IllegalArgumentException("The hash of the modern offer must be 32 bytes long.");
        }
        return new Extension(OID, false, new DEROctetString(new DEROctetString(hash)));
    }

    static Optional<byte[]> read(X509Certificate certificate) throws CertificateRefusedException {
        byte[] value = certificate.getExtensionValue(OID.getId());
        if (value == null) {
            return Optional.empty();
        }
        try {
            byte[] inner = ASN1OctetString.getInstance(value).getOctets();
            byte[] hash = ASN1OctetString.getInstance(ASN1Primitive.fromByteArray(inner))
                    .getOctets();
            if (hash.length == LENGTH) {
                return Optional.of(hash);
            }
        } catch (IOException | RuntimeException unreadable) {
            // Falls to the same refusal: a present but unreadable offer must not count as no offer.
        }
        throw new CertificateRefusedException(
                Reason.UNREADABLE, "The certificate's hash of the modern keys cannot be read.");
    }
}
