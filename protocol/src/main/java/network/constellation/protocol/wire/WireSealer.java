package network.constellation.protocol.wire;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.Layers;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.xml.XmlReader;

/** Signs and seals a document as a request to one recipient: {@code constellation wire seal}. */
public final class WireSealer {
    private static final String NO_NETWORK = "";

    private final CryptoEngine engine;
    private final LegacyEnvelope legacy;
    private final ModernEnvelope modern;

    public WireSealer(CryptoEngine engine, XmlReader xml) {
        EnvelopeReader reader = new EnvelopeReader(xml);
        this.engine = engine;
        this.legacy = new LegacyEnvelope(engine, reader);
        this.modern = new ModernEnvelope(engine, reader);
    }

    /**
     * What to seal and with what.
     *
     * @param keyPem private key file, see {@link PrivateBundle}
     * @param recipientPem certificate, for the modern suite the recipient's bundle
     */
    public record Order(byte[] payload, String keyPem, Wwwroot sender, String recipientPem, Suite suite, Instant now) {}

    /**
     * @param body what to send
     * @param agreement modern: the text of a file with which the answer can be opened; secret
     */
    public record Result(byte[] body, Optional<String> agreement) {}

    /** @throws BadInputException when a file cannot be used as given */
    public Result seal(Order order) {
        PrivateBundle key = PrivateBundle.parse(engine, order.keyPem());
        return order.suite() == Suite.LEGACY
                ? new Result(sealLegacy(order, key), Optional.empty())
                : sealModern(order, key);
    }

    private byte[] sealLegacy(Order order, PrivateBundle key) {
        return legacy.wrap(
                order.payload(),
                Layers.BOTH,
                order.sender(),
                order.now(),
                key.rsa(),
                LegacyEnvelope.MOODLE_KEY_PAGE,
                WireFiles.certificate(order.recipientPem()).publicKey());
    }

    private Result sealModern(Order order, PrivateBundle key) {
        PublicIdentity recipient = WireFiles.identity(engine, order.recipientPem());
        ModernIdentity own = key.modern();
        if (!own.wwwroot().equals(order.sender())) {
            throw new BadInputException(
                    "The key file belongs to " + own.wwwroot() + ", not to " + order.sender() + ".");
        }
        ModernKeys theirs = recipient
                .modern()
                .orElseThrow(
                        () -> new BadInputException("The recipient's file holds a certificate only; the modern suite"
                                + " needs its bundle (constellation key show --bundle)."));
        ModernEnvelope.SealedRequest sealed = modern.sealRequest(
                order.payload(),
                own,
                ModernPeer.of(recipient, Set.of(NO_NETWORK)),
                theirs.recipientKey(),
                NO_NETWORK,
                order.now(),
                0);
        return new Result(sealed.body(), Optional.of(WireFiles.agreement(sealed.ticket())));
    }
}
