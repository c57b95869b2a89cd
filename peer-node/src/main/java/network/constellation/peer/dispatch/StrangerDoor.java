package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.certificate.CertificateRefusedException;
import network.constellation.keys.certificate.SiteCertificate;
import network.constellation.keys.identity.IdentityRefusedException;
import network.constellation.keys.identity.ModernKeys;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.system.KeyswapOffer;
import network.constellation.protocol.method.system.SystemMethods;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xmlrpc.DecodedCall;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;

/**
 * What a message without any envelope may do: swap keys, nothing else (mnet-wire.md 2.7). The answer is always our
 * certificate; what becomes of the offer is never told, and costs no connection to anywhere.
 */
@Singleton
final class StrangerDoor {
    private final XmlRpcCodec codec;
    private final CryptoEngine engine;
    private final SiteIdentity identity;
    private final Offers offers;
    private final CallRecords records;

    @Inject
    StrangerDoor(XmlRpcCodec codec, CryptoEngine engine, SiteIdentity identity, Offers offers, CallRecords records) {
        this.codec = codec;
        this.engine = engine;
        this.identity = identity;
        this.offers = offers;
        this.records = records;
    }

    /** The answer to a bare document; anything that is no key swap is fault 7021. */
    Value answer(Passage passage, byte[] document) {
        DecodedCall call;
        try {
            call = codec.readCall(document);
        } catch (MalformedDocumentException malformed) {
            throw Faults.forbiddenTransport(malformed.word());
        }
        passage.dialect(call.dialect());
        passage.method(call.call().method());
        if (!call.call().method().equals(SystemMethods.KEYSWAP.name())) {
            throw Faults.forbiddenTransport("forbidden-transport");
        }
        return certificate(passage, call.call().arguments());
    }

    /** Notes the offer, if it is one, and answers with our keys: all of them to who offered such, else the certificate. */
    private Value certificate(Passage passage, List<Value> arguments) {
        KeyswapOffer offer;
        try {
            offer = SystemMethods.KEYSWAP.arguments().decode(arguments);
        } catch (ShapeException wrong) {
            throw Faults.wrongArguments(String.valueOf(wrong.getMessage()));
        }
        Offers.Outcome outcome = offered(offer)
                .map(keys -> offers.offer(keys, application(offer), passage.from()))
                .orElse(Offers.Outcome.UNFIT);
        records.keyswap(passage, outcome);
        PublicIdentity ours = identity.published();
        return Value.of(
                offer.modernOffer().isPresent()
                        ? ours.bundle()
                        : ours.certificate().pem());
    }

    private Optional<PublicIdentity> offered(KeyswapOffer offer) {
        try {
            Optional<ModernKeys> modern = offer.modernOffer().isPresent()
                    ? Optional.of(ModernKeys.parse(offer.modernOffer().get()))
                    : Optional.empty();
            return Optional.of(PublicIdentity.of(
                    engine, Wwwroot.of(offer.wwwroot()), SiteCertificate.parse(offer.certificatePem()), modern));
        } catch (CertificateRefusedException | IdentityRefusedException | InvalidAddressException unfit) {
            return Optional.empty();
        }
    }

    private static Application application(KeyswapOffer offer) {
        return offer.modernOffer().isPresent()
                ? Application.CONSTELLATION
                : offer.application().flatMap(Application::ofLabel).orElse(Application.MOODLE);
    }
}
