package network.constellation.protocol.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.Pem;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.vectors.SharedVectors;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** The rooms under test, put together once. */
final class Wire {
    final CryptoEngine engine = CryptoEngine.detect();
    final XmlReader xml = new XmlReader(Limits.standard());
    final EnvelopeReader reader = new EnvelopeReader(xml);
    final LegacyEnvelope legacy = new LegacyEnvelope(engine, reader);
    final ModernEnvelope modern = new ModernEnvelope(engine, reader);
    final XmlRpcCodec codec = new XmlRpcCodec(xml);
    final AnswerOpener answers = new AnswerOpener(reader, legacy, codec);

    static RsaPrivateKey privateKey(Path pem) {
        return RsaPrivateKey.ofPkcs8(
                Pem.readAll(new String(SharedVectors.read(pem), UTF_8)).get(0).content());
    }

    static SiteCertificate certificate(Path pem) {
        try {
            return SiteCertificate.parseCanonical(new String(SharedVectors.read(pem), UTF_8));
        } catch (CertificateRefusedException refused) {
            throw new AssertionError(pem.toString(), refused);
        }
    }
}
