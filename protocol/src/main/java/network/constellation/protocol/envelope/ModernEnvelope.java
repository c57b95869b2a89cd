package network.constellation.protocol.envelope;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.identity.RecipientKey;
import network.constellation.keys.provider.CryptoEngine;
import network.constellation.keys.provider.Digests;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.provider.X25519PrivateKey;
import network.constellation.keys.suite.Hpke;
import network.constellation.keys.suite.Suite;

/**
 * The envelopes of the modern suite (docs/protocol/modern-suite.md, protocol-security.md 1): an HPKE context per
 * window, AES-256-GCM per message, Ed25519 inside. Thread-safe; one per node, shared by its tenants.
 */
public final class ModernEnvelope {
    private static final byte[] NOTHING = new byte[0];
    private static final int CAPACITY = 4_096;
    private static final Duration SENDING_LIFE = Duration.ofMinutes(10);
    private static final Duration RECEIVING_LIFE = Duration.ofMinutes(15);
    private static final int MESSAGES_PER_WINDOW = 10_000;

    private final CryptoEngine engine;
    private final EnvelopeReader reader;
    private final Hpke hpke;
    private final ModernMessages messages;
    private final Windows receiving = new Windows(CAPACITY, RECEIVING_LIFE);
    private final SendingWindows sending = new SendingWindows(CAPACITY, SENDING_LIFE, MESSAGES_PER_WINDOW);

    public ModernEnvelope(CryptoEngine engine, EnvelopeReader reader) {
        this.engine = engine;
        this.reader = reader;
        this.hpke = new Hpke(engine);
        this.messages = new ModernMessages(engine, reader);
    }

    /** A sealed request, and what is needed to open its answer. */
    public record SealedRequest(byte[] body, RequestTicket ticket) {}

    /** A verified answer. */
    public record OpenedAnswer(byte[] payload, ModernHeader header) {}

    /**
     * The public facts that tell which keys {@link #openRequest} needs.
     *
     * @throws EnvelopeException {@code malformed}
     */
    public WindowFacts facts(SealedEnvelope envelope) {
        requireModern(envelope);
        return WindowFacts.parse(envelope.window());
    }

    /**
     * Opens and verifies a request; its window is remembered only when the signature holds. Freshness and replay are
     * not looked at: {@code protocol.freshness} does, with {@link ModernHeader}.
     *
     * @param own our generation whose fingerprint is the facts' recipient
     * @param sender the peer's generation whose fingerprint is the facts' sender
     * @param recipientKey the private half of our living recipient key that the facts name; where there is none, answer
     *     fault 7030 with our bundle
     * @throws EnvelopeException {@code cannot-decrypt}, {@code weak-key}, {@code unsigned}, {@code bad-signature},
     *     {@code digest-mismatch}, {@code wrong-context}, {@code wwwroot-mismatch}, {@code malformed}
     */
    public OpenedRequest openRequest(
            SealedEnvelope envelope,
            ModernIdentity own,
            ModernPeer sender,
            X25519PrivateKey recipientKey,
            Instant now) {
        requireModern(envelope);
        Windows.Name name =
                new Windows.Name(sender.wwwroot().value(), own.wwwroot().value(), envelope.window(), envelope.key());
        Optional<ModernWindow> known = receiving.find(name, now);
        WindowFacts facts = known.isPresent() ? known.get().context().facts() : facts(envelope);
        requireContext(envelope, facts, own, sender);
        ModernWindow window = known.isPresent()
                ? known.get()
                : decapsulate(new ModernContext(sender.wwwroot(), own.wwwroot(), facts, envelope.key()), recipientKey);
        byte[] inside = messages.open(window, Direction.REQUEST, NOTHING, envelope.ciphertext());
        SignedPart part = messages.signedInside(inside);
        ModernHeader header = messages.verify(part, sender, window, Direction.REQUEST);
        if (known.isEmpty()) {
            receiving.remember(windowOwner(own, sender), name, window, now);
        }
        return new OpenedRequest(part.payload(), header, window, own);
    }

    /** Seals the answer to a request from the context of that request, signed by the generation it addressed. */
    public byte[] sealAnswer(OpenedRequest request, byte[] payload, Instant now, long suspensionSequence, News news) {
        ModernHeader header = new ModernHeader(
                engine.randomBytes(ModernHeader.ID_LENGTH),
                now,
                suspensionSequence,
                request.header().messageId(),
                news);
        byte[] signed = messages.sign(payload, request.own(), request.window(), Direction.ANSWER, header);
        byte[] data = messages.seal(
                request.window(), Direction.ANSWER, request.header().messageId(), signed);
        return ModernText.sealed(
                data,
                request.context().encapsulated(),
                NOTHING,
                request.own().wwwroot().value());
    }

    /**
     * Seals a request in the current window to this peer, opening a new one when that is used up.
     *
     * @param recipientKey the peer's verified daily key
     * @param network one that both share, the empty string between peers added by hand
     */
    public SealedRequest sealRequest(
            byte[] payload,
            ModernIdentity own,
            ModernPeer peer,
            RecipientKey recipientKey,
            String network,
            Instant now,
            long suspensionSequence) {
        WindowFacts facts = new WindowFacts(network, own.fingerprint(), peer.fingerprint(), recipientKey.sha256());
        String name = HexFormat.of().formatHex(ModernContext.info(own.wwwroot(), peer.wwwroot(), facts));
        SendingWindows.Open open = sending.take(name, now, () -> {
            Hpke.Sender made =
                    hpke.sender(recipientKey.key(), ModernContext.info(own.wwwroot(), peer.wwwroot(), facts));
            ModernContext context = new ModernContext(own.wwwroot(), peer.wwwroot(), facts, made.encapsulated());
            return new SendingWindows.Open(new ModernWindow(context, made.context()), now);
        });
        byte[] messageId = engine.randomBytes(ModernHeader.ID_LENGTH);
        ModernHeader header = new ModernHeader(messageId, now, suspensionSequence, NOTHING, News.NONE);
        byte[] signed = messages.sign(payload, own, open.window, Direction.REQUEST, header);
        byte[] data = messages.seal(open.window, Direction.REQUEST, NOTHING, signed);
        byte[] body = ModernText.sealed(
                data,
                open.window.context().encapsulated(),
                open.facts,
                own.wwwroot().value());
        return new SealedRequest(body, new RequestTicket(open.window, peer, messageId));
    }

    /**
     * Opens and verifies the answer to one request.
     *
     * @throws EnvelopeException {@code not-encrypted}, {@code plaintext-fault-untrusted}, {@code cannot-decrypt} (the
     *     answer to another request among others), {@code bad-signature}, {@code wrong-request}, ...
     */
    public OpenedAnswer openAnswer(byte[] body, RequestTicket ticket) {
        Shape shape = reader.read(body);
        if (shape instanceof Shape.Plain) {
            throw new EnvelopeException(Refusal.PLAIN_FAULT, "The answer is in clear text: nobody vouches for it.");
        }
        if (!(shape instanceof Shape.Sealed sealed)) {
            throw new EnvelopeException(Refusal.NOT_ENCRYPTED, "The answer is not encrypted.");
        }
        SealedEnvelope envelope = sealed.envelope();
        if (envelope.suite() != Suite.MODERN) {
            throw new EnvelopeException(
                    Refusal.WRONG_CONTEXT, "The answer to a request of the modern suite is of another suite.");
        }
        if (!envelope.wwwroot().equals(ticket.peer().wwwroot().value())) {
            throw new EnvelopeException(Refusal.WWWROOT_MISMATCH, "The answer names another site than the one called.");
        }
        if (!Arrays.equals(envelope.key(), ticket.context().encapsulated())) {
            throw new EnvelopeException(Refusal.WRONG_CONTEXT, "The answer belongs to another window.");
        }
        byte[] inside = messages.open(ticket.window(), Direction.ANSWER, ticket.messageId(), envelope.ciphertext());
        SignedPart part = messages.signedInside(inside);
        ModernHeader header = messages.verify(part, ticket.peer(), ticket.window(), Direction.ANSWER);
        if (!Digests.equal(header.requestId(), ticket.messageId())) {
            throw new EnvelopeException(Refusal.WRONG_REQUEST, "The answer belongs to another request.");
        }
        return new OpenedAnswer(part.payload(), header);
    }

    /**
     * A ticket from its saved form: for envelopes opened by hand.
     *
     * @throws network.constellation.keys.provider.MalformedFieldsException when these are no such bytes
     */
    public RequestTicket restored(byte[] ticket) {
        return RequestTicket.decode(hpke, ticket);
    }

    /**
     * The ticket of a request, made at the end that answers it: for answers opened by hand. The request's signature is
     * not verified, as only its window and its id are wanted.
     *
     * @param own the generation that was asked
     * @param recipientKey the private half of the recipient key that the request names
     */
    public RequestTicket ticketOf(
            SealedEnvelope request, ModernIdentity own, ModernPeer ownAsPeer, X25519PrivateKey recipientKey) {
        WindowFacts facts = facts(request);
        ModernContext context = new ModernContext(addressOf(request), own.wwwroot(), facts, request.key());
        ModernWindow window = decapsulate(context, recipientKey);
        SignedPart part =
                messages.signedInside(messages.open(window, Direction.REQUEST, NOTHING, request.ciphertext()));
        ModernHeader header = HeaderCodec.decode(part.header(), window.head(Direction.REQUEST), Direction.REQUEST);
        return new RequestTicket(window, ownAsPeer, header.messageId());
    }

    private static Wwwroot addressOf(SealedEnvelope request) {
        try {
            return Wwwroot.of(request.wwwroot());
        } catch (InvalidAddressException noAddress) {
            throw new EnvelopeException(Refusal.UNKNOWN_PEER, "The outer wwwroot is no address.");
        }
    }

    /** Forgets the windows of a peer, as when its keys change or it is suspended. */
    public void forget(ModernIdentity own, ModernPeer sender) {
        receiving.forget(windowOwner(own, sender));
    }

    private static void requireContext(
            SealedEnvelope envelope, WindowFacts facts, ModernIdentity own, ModernPeer sender) {
        if (!envelope.wwwroot().equals(sender.wwwroot().value())) {
            throw new EnvelopeException(Refusal.WWWROOT_MISMATCH, "The envelope names another sender.");
        }
        if (!Arrays.equals(facts.senderFingerprint(), sender.fingerprint())) {
            throw new EnvelopeException(Refusal.WRONG_CONTEXT, "The window uses other keys of the sender.");
        }
        if (!Arrays.equals(facts.recipientFingerprint(), own.fingerprint())) {
            throw new EnvelopeException(Refusal.WRONG_CONTEXT, "The window is made for other keys than ours.");
        }
        if (!sender.networks().contains(facts.network())) {
            throw new EnvelopeException(
                    Refusal.WRONG_CONTEXT, "The window belongs to a network that we do not share with the sender.");
        }
    }

    private static void requireModern(SealedEnvelope envelope) {
        if (envelope.suite() != Suite.MODERN) {
            throw new EnvelopeException(Refusal.MALFORMED, "The envelope is not of the modern suite.");
        }
    }

    private ModernWindow decapsulate(ModernContext context, X25519PrivateKey recipientKey) {
        try {
            return new ModernWindow(
                    context,
                    hpke.recipient(
                            recipientKey,
                            context.encapsulated(),
                            ModernContext.info(context.caller(), context.callee(), context.facts())));
        } catch (MalformedKeyException weak) {
            throw new EnvelopeException(Refusal.WEAK_KEY, "The encapsulated key is refused: " + weak.getMessage());
        }
    }

    private static String windowOwner(ModernIdentity own, ModernPeer sender) {
        return own.wwwroot() + " " + sender.wwwroot();
    }
}
