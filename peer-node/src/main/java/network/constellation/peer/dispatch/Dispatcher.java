package network.constellation.peer.dispatch;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.suite.Suite;
import network.constellation.peer.door.RpcAnswer;
import network.constellation.peer.door.RpcEndpoint;
import network.constellation.peer.door.RpcRequest;
import network.constellation.peer.peers.NetworkStanding;
import network.constellation.peer.peers.Peer;
import network.constellation.peer.peers.Peers;
import network.constellation.peer.tenant.Tenant;
import network.constellation.protocol.call.Fault;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.envelope.EnvelopeException;
import network.constellation.protocol.envelope.EnvelopeReader;
import network.constellation.protocol.envelope.Shape;
import network.constellation.protocol.freshness.ReplayStore.Keeping;
import network.constellation.protocol.freshness.ReplayStore.Outcome;
import network.constellation.protocol.method.ShapeException;
import network.constellation.protocol.method.rotation.RotationMethods;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xmlrpc.DecodedCall;
import network.constellation.protocol.xmlrpc.Dialect;
import network.constellation.protocol.xmlrpc.XmlRpcCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The one runner. Every message of every door goes this way, in this order: shape -> sender known -> open -> verify ->
 * destination -> freshness -> replay -> standing in the network -> permission -> the feature's service -> audit -> seal. Whatever is refused on the
 * way is answered in the layers that the message had earned by then (mnet-wire.md 5).
 */
@Singleton
public final class Dispatcher implements RpcEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    /** How long callers wait for an answer (mnet-wire.md 1.2). */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Tenant tenant;
    private final EnvelopeReader shapes;
    private final LegacyDoor legacy;
    private final ModernDoor modern;
    private final Signers signers;
    private final StrangerDoor strangers;
    private final XmlRpcCodec codec;
    private final Gate gate;
    private final TenantReplay replay;
    private final NetworkStanding standing;
    private final Peers peers;
    private final CallRecords records;
    private final Clock clock;

    @Inject
    Dispatcher(
            Tenant tenant,
            EnvelopeReader shapes,
            LegacyDoor legacy,
            ModernDoor modern,
            Signers signers,
            StrangerDoor strangers,
            XmlRpcCodec codec,
            Gate gate,
            TenantReplay replay,
            NetworkStanding standing,
            Peers peers,
            CallRecords records,
            Clock clock) {
        this.tenant = tenant;
        this.shapes = shapes;
        this.legacy = legacy;
        this.modern = modern;
        this.signers = signers;
        this.strangers = strangers;
        this.codec = codec;
        this.gate = gate;
        this.replay = replay;
        this.standing = standing;
        this.peers = peers;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public RpcAnswer answer(RpcRequest request) {
        long started = System.nanoTime();
        String given = request.traceId();
        String trace = given == null ? newTraceId() : given;
        Passage passage = new Passage(request, clock.instant(), trace);
        MDC.put("trace", trace);
        try {
            byte[] document = documentOf(passage);
            return RpcAnswer.xml(wrapped(passage, document), passage.verified());
        } finally {
            MDC.remove("trace");
            records.timed(passage, System.nanoTime() - started);
        }
    }

    @Override
    public RpcAnswer tooLarge(RpcRequest request) {
        Passage passage = new Passage(request, clock.instant(), newTraceId());
        Fault fault = Faults.forbiddenTransport("too-large");
        records.refused(passage, fault);
        return RpcAnswer.xml(write(fault), false);
    }

    private byte[] documentOf(Passage passage) {
        try {
            return codec.writeResponse(new MethodResponse.Success(run(passage)), passage.dialect());
        } catch (Fault refusal) {
            records.refused(passage, refusal);
            return write(refusal);
        } catch (EnvelopeException refused) {
            Fault fault = Faults.of(refused.faultCode(), refused.reason());
            LOG.debug("Refused: {}", refused.detail());
            records.refused(passage, fault);
            return write(fault);
        } catch (RuntimeException unexpected) {
            LOG.error("A call of {} failed.", passage.claimed(), unexpected);
            Fault fault = Faults.internal();
            records.refused(passage, fault);
            return write(fault);
        }
    }

    private Value run(Passage passage) {
        Shape shape = shapes.read(passage.request().body());
        if (shape instanceof Shape.Plain plain) {
            return strangers.answer(passage, plain.document());
        }
        Opened opened = shape instanceof Shape.Sealed sealed
                ? sealed.envelope().suite() == Suite.MODERN
                        ? modern.open(passage, sealed.envelope())
                        : legacy.open(passage, sealed.envelope())
                : legacy.signedOnly(passage, ((Shape.Signed) shape).part());
        DecodedCall call = decoded(passage, opened.payload());
        String name = call.call().method();
        passage.method(name);
        Gate.Decision decision = gate.decide(opened.sender(), name, opened.readOnly());
        requireFirstTime(opened, decision);
        requireStanding(opened, decision);
        if (opened.announced() && !name.equals(RotationMethods.PING.name())) {
            signers.inUse(opened.sender());
        }
        records.permitted(passage);
        peers.heard(opened.sender().wwwroot(), passage.at());
        peers.proved(opened.sender(), opened.suite());
        Value answer =
                execute(passage, opened, decision.permitted(), call.call().arguments());
        if (decision.changesState()) {
            records.executed(passage);
        }
        return answer;
    }

    private DecodedCall decoded(Passage passage, byte[] payload) {
        try {
            DecodedCall call = codec.readCall(payload);
            passage.dialect(call.dialect());
            return call;
        } catch (MalformedDocumentException malformed) {
            passage.dialect(Dialect.ofCall(payload));
            throw Faults.badName(malformed.word());
        }
    }

    /** Durable before it is executed, where it changes anything (protocol-security.md 2). */
    private void requireFirstTime(Opened opened, Gate.Decision decision) {
        if (opened.replayKey().isEmpty()) {
            return;
        }
        Outcome outcome = replay.ledger()
                .remember(
                        opened.replayKey().get(),
                        opened.sender().wwwroot(),
                        opened.suite(),
                        opened.time(),
                        decision.changesState() ? Keeping.DURABLE : Keeping.MEMORY);
        if (outcome == Outcome.QUOTA) {
            replay.full(opened.sender());
        }
        if (outcome != Outcome.FRESH) {
            throw Faults.cannotOpen(outcome == Outcome.REPLAY ? "replay" : "replay-quota");
        }
    }

    /** Before permission, so that a suspended peer does not even learn what it would be allowed. */
    private void requireStanding(Opened opened, Gate.Decision decision) {
        Fault refusal = standing.refusal(opened.sender(), decision.need());
        if (refusal != null) {
            throw refusal;
        }
    }

    private Value execute(Passage passage, Opened opened, MethodBinding binding, List<Value> arguments) {
        Peer caller = opened.sender();
        Instant at = passage.at();
        CallContext context = new CallContext(
                caller, tenant, opened.suite(), at, passage.traceId(), at.plus(PATIENCE), passage.from());
        try {
            return binding.invoke(context, arguments);
        } catch (ShapeException | InvalidAddressException wrong) {
            throw Faults.wrongArguments(String.valueOf(wrong.getMessage()));
        }
    }

    private byte[] wrapped(Passage passage, byte[] document) {
        try {
            return passage.wrapped(document);
        } catch (RuntimeException failed) {
            LOG.error("An answer for {} could not be sealed.", passage.claimed(), failed);
            return write(Faults.internal());
        }
    }

    private byte[] write(Fault fault) {
        return codec.writeResponse(new MethodResponse.Failure(fault.code(), fault.text()), Dialect.PLAIN);
    }

    /** An id to find the call by, no secret. */
    private static String newTraceId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] text = new char[32];
        for (int half = 0; half < 2; half++) {
            long bits = random.nextLong();
            for (int digit = 0; digit < 16; digit++) {
                text[half * 16 + digit] = Character.forDigit((int) (bits >>> (60 - 4 * digit)) & 15, 16);
            }
        }
        return new String(text);
    }
}
