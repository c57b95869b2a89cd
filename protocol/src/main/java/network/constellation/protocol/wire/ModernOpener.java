package network.constellation.protocol.wire;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import network.constellation.keys.identity.PublicIdentity;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.suite.Suite;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.ModernEnvelope;
import network.constellation.protocol.envelope.ModernIdentity;
import network.constellation.protocol.envelope.ModernPeer;
import network.constellation.protocol.envelope.OpenedRequest;
import network.constellation.protocol.envelope.Refusal;
import network.constellation.protocol.envelope.RequestTicket;
import network.constellation.protocol.envelope.SealedEnvelope;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.envelope.WindowFacts;
import network.constellation.protocol.wire.WireOpener.KeyFile;
import network.constellation.protocol.wire.WireOpener.Order;

/** The modern half of {@link WireOpener}. An envelope without facts of a window is an answer. */
final class ModernOpener {
    private final CryptoEngine engine;
    private final EnvelopeReader reader;
    private final ModernEnvelope modern;

    ModernOpener(CryptoEngine engine, EnvelopeReader reader) {
        this.engine = engine;
        this.reader = reader;
        this.modern = new ModernEnvelope(engine, reader);
    }

    WireMessage open(SealedEnvelope envelope, Order order) {
        return envelope.window().length > 0 ? openRequest(envelope, order) : openAnswer(order);
    }

    private WireMessage openRequest(SealedEnvelope envelope, Order order) {
        PublicIdentity sender = WireFiles.identity(engine, order.senderPem());
        WindowFacts facts = modern.facts(envelope);
        Owner owner = owner(facts, order);
        OpenedRequest opened = modern.openRequest(
                envelope,
                owner.identity,
                ModernPeer.of(sender, Set.of(facts.network())),
                owner.recipientKey,
                Instant.EPOCH);
        return message(sender, opened.header().time(), Optional.of(owner.file.name()), opened.payload());
    }

    private WireMessage openAnswer(Order order) {
        PublicIdentity sender = WireFiles.identity(engine, order.senderPem());
        RequestTicket ticket;
        Optional<String> openedBy;
        if (order.agreement().isPresent()) {
            ticket = WireFiles.agreement(modern, order.agreement().get());
            if (!ticket.isTo(ModernPeer.of(sender, Set.of()))) {
                throw new BadInputException(
                        "The saved agreement is with another site or another generation of its keys than"
                                + " the sender's bundle.");
            }
            openedBy = Optional.of("agreement");
        } else if (order.request().isPresent()) {
            if (!(reader.read(order.request().get()) instanceof Shape.Sealed request)
                    || request.envelope().suite() != Suite.MODERN) {
                throw new BadInputException("The file given as --request is no encrypted request of the modern suite.");
            }
            Owner owner = owner(modern.facts(request.envelope()), order);
            ticket = modern.ticketOf(
                    request.envelope(), owner.identity, ModernPeer.of(sender, Set.of()), owner.recipientKey);
            openedBy = Optional.of(owner.file.name());
        } else {
            throw new BadInputException("An answer of the modern suite is opened with the request it belongs to"
                    + " (--request FILE) or with the saved agreement (--agreement FILE).");
        }
        ModernEnvelope.OpenedAnswer opened = modern.openAnswer(order.body(), ticket);
        return message(sender, opened.header().time(), openedBy, opened.payload());
    }

    private static WireMessage message(PublicIdentity sender, Instant time, Optional<String> openedBy, byte[] payload) {
        return new WireMessage(
                Suite.MODERN,
                true,
                true,
                Optional.of(sender.wwwroot().value()),
                OptionalLong.of(time.getEpochSecond()),
                openedBy,
                payload);
    }

    /** Whose keys the window was made for, among the given files. */
    private Owner owner(WindowFacts facts, Order order) {
        boolean generationFound = false;
        for (KeyFile file : order.keys()) {
            PrivateBundle bundle = PrivateBundle.parse(engine, file.pem());
            ModernIdentity identity = bundle.modern();
            if (Arrays.equals(identity.fingerprint(), facts.recipientFingerprint())) {
                generationFound = true;
                Optional<X25519PrivateKey> key = bundle.recipientKey(facts.recipientKey());
                if (key.isPresent()) {
                    return new Owner(file, identity, key.get());
                }
            }
        }
        throw generationFound
                ? new EnvelopeException(
                        Refusal.STALE_RECIPIENT_KEY, "The message is sealed to an X25519 key that is not in the files.")
                : new EnvelopeException(
                        Refusal.UNKNOWN_GENERATION, "The message is sealed to other keys than those in the files.");
    }

    private record Owner(KeyFile file, ModernIdentity identity, X25519PrivateKey recipientKey) {}
}
