package network.constellation.testnetwork.vectors;

import java.security.interfaces.RSAPrivateCrtKey;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** The rooms of the product under test, put together once. */
final class Wire {
    final CryptoEngine engine = CryptoEngine.detect();
    final XmlReader xml = new XmlReader(Limits.standard());
    final EnvelopeReader reader = new EnvelopeReader(xml);
    final LegacyEnvelope legacy = new LegacyEnvelope(engine, reader);
    final XmlRpcCodec codec = new XmlRpcCodec(xml);

    static RsaPrivateKey product(RSAPrivateCrtKey key) {
        return RsaPrivateKey.ofPkcs8(key.getEncoded());
    }
}
