package network.constellation.keys.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException.Reason;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;

/** The two places of a subject where a site's address stands (mnet-wire.md 2.1). */
record SubjectName(List<String> commonNames, List<String> alternativeNames) {
    /** Common names are cut to this length, by the originals and by us. */
    static final int COMMON_NAME_LENGTH = 64;

    /** Moodle writes the address as a part of the subject, under the number of the extension. */
    static final ASN1ObjectIdentifier ALTERNATIVE_NAME = Extension.subjectAlternativeName;

    static SubjectName of(X509Certificate certificate) throws CertificateRefusedException {
        try {
            X500Name name =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            return new SubjectName(texts(name, BCStyle.CN), texts(name, ALTERNATIVE_NAME));
        } catch (IllegalArgumentException unreadable) {
            throw new CertificateRefusedException(Reason.UNREADABLE, "The subject of the certificate cannot be read.");
        }
    }

    static String commonNameOf(Wwwroot wwwroot) {
        String whole = wwwroot.value();
        return whole.length() <= COMMON_NAME_LENGTH ? whole : whole.substring(0, COMMON_NAME_LENGTH);
    }

    void check(Wwwroot wwwroot) throws CertificateRefusedException {
        if (!alternativeNames.isEmpty() && !alternativeNames.equals(List.of(wwwroot.value()))) {
            throw new CertificateRefusedException(
                    Reason.WRONG_ADDRESS,
                    "The certificate is for " + String.join(", ", alternativeNames) + ", not for " + wwwroot + ".");
        }
        if (!commonNames.equals(List.of(commonNameOf(wwwroot)))) {
            throw new CertificateRefusedException(
                    Reason.WRONG_NAME,
                    "The certificate's common name is "
                            + (commonNames.isEmpty() ? "missing" : String.join(", ", commonNames))
                            + ", it must be " + commonNameOf(wwwroot) + ".");
        }
    }

    Optional<Wwwroot> wwwroot() {
        List<String> named = alternativeNames.isEmpty() ? commonNames : alternativeNames;
        if (named.size() != 1 || (alternativeNames.isEmpty() && named.get(0).length() >= COMMON_NAME_LENGTH)) {
            return Optional.empty();
        }
        try {
            Wwwroot candidate = Wwwroot.of(named.get(0));
            check(candidate);
            return Optional.of(candidate);
        } catch (InvalidAddressException | CertificateRefusedException notAnAddress) {
            return Optional.empty();
        }
    }

    private static List<String> texts(X500Name name, ASN1ObjectIdentifier type) {
        List<String> texts = new ArrayList<>();
        for (RDN part : name.getRDNs(type)) {
            for (AttributeTypeAndValue attribute : part.getTypesAndValues()) {
                if (attribute.getType().equals(type)) {
                    texts.add(text(attribute.getValue()));
                }
            }
        }
        return List.copyOf(texts);
    }

    private static String text(ASN1Encodable value) {
        if (value.toASN1Primitive() instanceof ASN1String text) {
            return text.getString();
        }
        throw new IllegalArgumentException("not a text");
    }

    @Override
    public String toString() {
        return String.join(", ", alternativeNames.isEmpty() ? commonNames : alternativeNames);
    }
}
