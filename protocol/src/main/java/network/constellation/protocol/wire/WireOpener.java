package network.constellation.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.RsaPrivateKey;
import network.constellation.keys.suite.Suite;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.Refusal;
import network.constellation.protocol.envelope.SealedEnvelope;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.envelope.SignedPart;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/**
 * Opens and verifies an envelope of either suite without any state: {@code constellation wire open}. Checks no clock,
 * no expiry, no replay.
 */
public final class WireOpener {
    private final CryptoEngine engine;
    private final EnvelopeReader reader;
    private final LegacyEnvelope legacy;
    private final XmlRpcCodec codec;
    private final ModernOpener modern;

    public WireOpener(CryptoEngine engine, XmlReader xml) {
        this.engine = engine;
        this.reader = new EnvelopeReader(xml);
        this.legacy = new LegacyEnvelope(engine, reader);
        this.codec = new XmlRpcCodec(xml);
        this.modern = new ModernOpener(engine, reader);
    }

    /** A private key file and what to call it. */
    public record KeyFile(String name, String pem) {}

    /**
     * What to open and with what.
     *
     * @param keys the key, then old ones, in the order in which they are tried
     * @param senderPem the sender's certificate, for the modern suite its bundle
     * @param allowPartial accept what is not both signed and encrypted
     * @param request modern answers, at the end that answered: the request
     * @param agreement modern answers, at the caller's end: what {@code wire seal} saved
     */
    public record Order(
            byte[] body,
            List<KeyFile> keys,
            String senderPem,
            boolean allowPartial,
            Optional<byte[]> request,
            Optional<String> agreement) {
        public Order {
            keys = List.copyOf(keys);
        }
    }

    /**
     * @throws EnvelopeException when the envelope is refused: its code and reason are what to print
     * @throws BadInputException when a file or option cannot be used as given
     */
    public WireMessage open(Order order) {
        Shape shape = reader.read(order.body());
        WireMessage message;
        if (shape instanceof Shape.Sealed sealed) {
            message = sealed.envelope().suite() == Suite.MODERN
                    ? modern.open(sealed.envelope(), order)
                    : openLegacy(sealed.envelope(), order);
        } else if (!order.allowPartial()) {
            throw new EnvelopeException(
                    Refusal.FORBIDDEN_TRANSPORT, "The document is not encrypted (--allow-partial takes it so).");
        } else if (shape instanceof Shape.Signed signed) {
            message = signedOnly(signed.part(), order);
        } else {
            message = new WireMessage(
                    Suite.LEGACY,
                    false,
                    false,
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.empty(),
                    ((Shape.Plain) shape).document());
        }
        requireDocument(message.payload());
        return message;
    }

    private WireMessage openLegacy(SealedEnvelope envelope, Order order) {
        SiteCertificate certificate = WireFiles.certificate(order.senderPem());
        if (!isAddress(envelope.wwwroot())) {
            throw new EnvelopeException(
                    Refusal.UNKNOWN_PEER, "The outer wwwroot \"" + envelope.wwwroot() + "\" is of no site.");
        }
        List<RsaPrivateKey> keys = new ArrayList<>();
        for (KeyFile file : order.keys()) {
            keys.add(PrivateBundle.parse(engine, file.pem()).rsa());
        }
        LegacyEnvelope.Opened opened = legacy.open(envelope, keys, () -> {});
        Optional<String> openedBy =
                Optional.of(order.keys().get(opened.keyIndex()).name());
        if (opened.inside() instanceof Shape.Signed signed && signed.part().signaturePresent()) {
            SignedPart part = signed.part();
            verify(part, certificate, envelope.wwwroot());
            return new WireMessage(
                    Suite.LEGACY, true, true, Optional.of(part.wwwroot()), part.seconds(), openedBy, part.payload());
        }
        if (!order.allowPartial() || !(opened.inside() instanceof Shape.Plain plain)) {
            throw new EnvelopeException(Refusal.UNSIGNED, "The message inside is not signed.");
        }
        requireOwner(certificate, envelope.wwwroot());
        return new WireMessage(
                Suite.LEGACY,
                true,
                false,
                Optional.of(envelope.wwwroot()),
                OptionalLong.empty(),
                openedBy,
                plain.document());
    }

    private WireMessage signedOnly(SignedPart part, Order order) {
        if (part.suite() == Suite.MODERN) {
            throw new EnvelopeException(Refusal.NOT_ENCRYPTED, "The modern suite knows no unencrypted messages.");
        }
        if (!part.signaturePresent()) {
            throw new EnvelopeException(Refusal.UNSIGNED, "The signature is empty.");
        }
        verify(part, WireFiles.certificate(order.senderPem()), part.wwwroot());
        return new WireMessage(
                Suite.LEGACY,
                false,
                true,
                Optional.of(part.wwwroot()),
                part.seconds(),
                Optional.empty(),
                part.payload());
    }

    /** As a server would that knows one peer: the owner of the certificate. */
    private void verify(SignedPart part, SiteCertificate certificate, String outer) {
        if (!owns(certificate, part.wwwroot())) {
            if (!owns(certificate, outer)) {
                throw unknown(part.wwwroot());
            }
            throw new EnvelopeException(
                    Refusal.BAD_SIGNATURE,
                    "Inside the sender is \"" + part.wwwroot() + "\", whose certificate this is not.");
        }
        legacy.verify(part, certificate.publicKey(), outer);
    }

    private static void requireOwner(SiteCertificate certificate, String wwwroot) {
        if (!owns(certificate, wwwroot)) {
            throw unknown(wwwroot);
        }
    }

    private static EnvelopeException unknown(String wwwroot) {
        return new EnvelopeException(
                Refusal.UNKNOWN_PEER, "The sender is \"" + wwwroot + "\", whose certificate this is not.");
    }

    private static boolean owns(SiteCertificate certificate, String wwwroot) {
        try {
            certificate.checkBelongsTo(Wwwroot.of(wwwroot));
            return true;
        } catch (CertificateRefusedException | InvalidAddressException another) {
            return false;
        }
    }

    private static boolean isAddress(String wwwroot) {
        try {
            Wwwroot.of(wwwroot);
            return true;
        } catch (InvalidAddressException none) {
            return false;
        }
    }

    /** The payload must be a call or an answer; which of the two, its root tells. */
    private void requireDocument(byte[] payload) {
        try {
            if (new String(payload, 0, Math.min(payload.length, 512), UTF_8).contains("<methodResponse")) {
                codec.readResponse(payload);
            } else {
                codec.readCall(payload);
            }
        } catch (MalformedDocumentException malformed) {
            Refusal refusal = malformed.reason() == MalformedDocumentException.Reason.DOCTYPE
                    ? Refusal.DOCTYPE_INSIDE
                    : Refusal.MALFORMED_INSIDE;
            throw new EnvelopeException(refusal, "The payload is refused: " + malformed.getMessage());
        }
    }
}
