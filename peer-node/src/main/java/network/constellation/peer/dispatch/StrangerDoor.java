package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.keyswap.KeySwap;
import network.constellation.protocol.keyswap.KeySwapRefusedException;
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
    private final KeySwap keySwap;
    private final SiteIdentity identity;
    private final Offers offers;
    private final CallRecords records;

    @Inject
    StrangerDoor(XmlRpcCodec codec, KeySwap keySwap, SiteIdentity identity, Offers offers, CallRecords records) {
        this.codec = codec;
        this.keySwap = keySwap;
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
        records.keyswap(passage, outcome(passage, offer));
        return Value.of(keySwap.answer(identity.published(), offer));
    }

    private Offers.Outcome outcome(Passage passage, KeyswapOffer offer) {
        try {
            return offers.offer(keySwap.read(offer), application(offer), passage.from());
        } catch (KeySwapRefusedException unfit) {
            return Offers.Outcome.UNFIT;
        }
    }

    private static Application application(KeyswapOffer offer) {
        return offer.modernOffer().isPresent()
                ? Application.CONSTELLATION
                : offer.application().flatMap(Application::ofLabel).orElse(Application.MOODLE);
    }
}
