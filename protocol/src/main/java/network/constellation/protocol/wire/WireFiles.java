package network.constellation.protocol.wire;

import java.util.List;
import java.util.Optional;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.MalformedPemException;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.MalformedFieldsException;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.RequestTicket;

/** The PEM files of the {@code wire} commands. */
final class WireFiles {
    private static final String AGREEMENT = "CONSTELLATION AGREEMENT";
    private static final String CERTIFICATE = "CERTIFICATE";

    private WireFiles() {}

    static SiteCertificate certificate(String pem) {
        try {
            return SiteCertificate.ofDer(only(pem, CERTIFICATE, "a certificate file"));
        } catch (CertificateRefusedException refused) {
            throw new BadInputException("The certificate cannot be used: " + refused.getMessage());
        }
    }

    static PublicIdentity identity(CryptoEngine engine, String bundle) {
        try {
            return PublicIdentity.parseBundle(engine, bundle);
        } catch (CertificateRefusedException | IdentityRefusedException refused) {
            throw new BadInputException("The certificate file cannot be used: " + refused.getMessage());
        }
    }

    static String agreement(RequestTicket ticket) {
        return Pem.write(AGREEMENT, ticket.encoded());
    }

    static RequestTicket agreement(ModernEnvelope modern, String pem) {
        try {
            return modern.restored(only(pem, AGREEMENT, "a saved agreement"));
        } catch (MalformedFieldsException damaged) {
            throw new BadInputException("The saved agreement cannot be used: " + damaged.getMessage());
        }
    }

    private static byte[] only(String text, String label, String what) {
        try {
            List<Pem.Block> blocks = Pem.readAll(text);
            Optional<byte[]> content = Pem.only(blocks, label);
            return content.orElseThrow(() -> new BadInputException(
                    "There is no block \"-----BEGIN " + label + "-----\" in what should be " + what + "."));
        } catch (MalformedPemException malformed) {
            throw new BadInputException("What should be " + what + " is no PEM text: " + malformed.getMessage());
        }
    }
}
