package network.constellation.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateMaker;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.CertificateSubject;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.identity.SiteKeys;
import network.constellation.keys.identity.SiteKeysMaker;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.suite.Suite;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.Layers;
import network.constellation.protocol.envelope.LegacyEnvelope;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.envelope.RequestTicket;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/** A peer of the node under test: seals calls beforehand with the product's own sealer, and checks answers. */
final class Caller {
    private static final String METHOD = "system/listServices";

    private final CryptoEngine engine;
    private final Suite suite;
    private final SiteKeys keys;
    private final Clock clock = Clock.systemUTC();
    private final EnvelopeReader reader;
    private final LegacyEnvelope legacy;
    private final ModernEnvelope modern;
    private final XmlRpcCodec codec;

    Caller(CryptoEngine engine, Suite suite, Wwwroot wwwroot) {
        this.engine = engine;
        this.suite = suite;
        XmlReader xml = new XmlReader(Limits.standard());
        this.reader = new EnvelopeReader(xml);
        this.legacy = new LegacyEnvelope(engine, reader);
        this.modern = new ModernEnvelope(engine, reader);
        this.codec = new XmlRpcCodec(xml);
        this.keys = new SiteKeysMaker(engine)
                .make(wwwroot, CertificateSubject.named("Bench", wwwroot), 1, clock.instant(), Duration.ofDays(28));
    }

    Suite suite() {
        return suite;
    }

    Wwwroot wwwroot() {
        return keys.wwwroot();
    }

    /** What the node is told of this peer; a legacy site has a certificate that announces nothing. */
    PublicIdentity identity() {
        if (suite == Suite.MODERN) {
            return keys.publicIdentity(engine);
        }
        SiteCertificate certificate = new CertificateMaker(engine)
                .selfSigned(
                        wwwroot(),
                        CertificateSubject.named("Bench", wwwroot()),
                        keys.rsa(),
                        clock.instant(),
                        Duration.ofDays(28),
                        Optional.empty());
        try {
            return PublicIdentity.ofCertificate(wwwroot(), certificate);
        } catch (CertificateRefusedException impossible) {
            throw new BenchException("The caller's own certificate is refused: " + impossible.getMessage());
        }
    }

    /** Sealed calls, each different. @param tickets of modern calls, to open their answers with */
    record Sealed(List<byte[]> bodies, AtomicReferenceArray<RequestTicket> tickets) {}

    /** Uses all processors. */
    Sealed seal(PublicIdentity node, int count) {
        byte[] call = codec.writeCall(new MethodCall(METHOD, List.of()));
        AtomicReferenceArray<RequestTicket> tickets = new AtomicReferenceArray<>(count);
        ModernIdentity own = ModernIdentity.of(engine, keys);
        ModernPeer peer = ModernPeer.of(node, Set.of(""));
        List<byte[]> bodies = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> {
                    if (suite == Suite.LEGACY) {
                        return legacy.wrap(
                                call,
                                Layers.BOTH,
                                wwwroot(),
                                clock.instant(),
                                keys.rsa(),
                                LegacyEnvelope.MOODLE_KEY_PAGE,
                                node.certificate().publicKey());
                    }
                    ModernEnvelope.SealedRequest sealed = modern.sealRequest(
                            call,
                            own,
                            peer,
                            node.modern().orElseThrow().recipientKey(),
                            "",
                            clock.instant(),
                            0);
                    tickets.set(i, sealed.ticket());
                    return sealed.body();
                })
                .toList();
        return new Sealed(bodies, tickets);
    }

    /** @throws BenchException when the answer is anything but a sealed and signed result for this call */
    void check(PublicIdentity node, Sealed sealed, Load.Sample sample) {
        byte[] payload;
        if (suite == Suite.MODERN) {
            RequestTicket ticket = sealed.tickets().get(sample.index());
            payload = modern.openAnswer(sample.body(), ticket).payload();
        } else {
            if (!(reader.read(sample.body()) instanceof Shape.Sealed shape)) {
                throw new BenchException("The node answered unsealed: " + new String(sample.body()));
            }
            LegacyEnvelope.Opened opened = legacy.open(shape.envelope(), List.of(keys.rsa()), () -> {});
            if (!(opened.inside() instanceof Shape.Signed signed)) {
                throw new BenchException("The node answered unsigned: " + new String(opened.content()));
            }
            legacy.verify(signed.part(), node.certificate().publicKey(), shape.envelope().wwwroot());
            payload = signed.part().payload();
        }
        if (!(codec.readResponse(payload) instanceof MethodResponse.Success)) {
            throw new BenchException("The node answered with a fault: " + new String(payload));
        }
    }
}
