package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.constellation.peer.peers.Application;
import network.constellation.peer.peers.Offers;
import network.constellation.peer.peers.SiteIdentity;
import network.constellation.protocol.call.Fault;
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
 * What a message without any envelope may do: swap keys (mnet-wire.md 2.7), and call the few methods that are declared
 * for strangers. The answer to a key swap is always our certificate; what becomes of the offer is never told, and costs
 * no connection to anywhere.
 */
@Singleton
final class StrangerDoor {
    private final XmlRpcCodec codec;
    private final KeySwap keySwap;
    private final SiteIdentity identity;
    private final Offers offers;
    private final CallRecords records;
    private final StrangerBudget budget;
    private final Map<String, StrangerBinding> bindings;

    @Inject
    StrangerDoor(
            XmlRpcCodec codec,
            KeySwap keySwap,
            SiteIdentity identity,
            Offers offers,
            CallRecords records,
            StrangerBudget budget,
            Set<StrangerBinding> bindings) {
        this.bindings = bindings.stream()
                .collect(
                        Collectors.toUnmodifiableMap(binding -> binding.method().name(), Function.identity()));
        this.codec = codec;
        this.keySwap = keySwap;
        this.identity = identity;
        this.offers = offers;
        this.records = records;
        this.budget = budget;
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
        String name = call.call().method();
        passage.method(name);
        if (name.equals(SystemMethods.KEYSWAP.name())) {
            return certificate(passage, call.call().arguments());
        }
        StrangerBinding binding = bindings.get(name);
        if (binding == null) {
            throw Faults.forbiddenTransport("forbidden-transport");
        }
        if (!budget.allows(passage.from())) {
            throw Faults.overBudget("stranger-budget");
        }
        try {
            return binding.invoke(passage.from(), call.call().arguments());
        } catch (ShapeException wrong) {
            budget.refused(passage.from());
            throw Faults.wrongArguments(String.valueOf(wrong.getMessage()));
        } catch (Fault refused) {
            budget.refused(passage.from());
            throw refused;
        }
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
