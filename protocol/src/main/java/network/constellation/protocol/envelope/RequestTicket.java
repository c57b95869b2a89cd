package network.constellation.protocol.envelope;

import java.util.Set;
import network.constellation.keys.address.InvalidAddressException;
import network.constellation.keys.address.Wwwroot;
import network.constellation.keys.provider.Ed25519PublicKey;
import network.constellation.keys.provider.FieldReader;
import network.constellation.keys.provider.FieldWriter;
import network.constellation.keys.provider.MalformedFieldsException;
import network.constellation.keys.provider.MalformedKeyException;
import network.constellation.keys.suite.Hpke;
import network.constellation.keys.suite.HpkeContext;

/** What the caller keeps of one request to open its answer. Lives in memory, for one exchange. */
public final class RequestTicket {
    private static final String PREFIX = "constellation:agreement:1";

    private final ModernWindow window;
    private final ModernPeer peer;
    private final byte[] messageId;

    RequestTicket(ModernWindow window, ModernPeer peer, byte[] messageId) {
        this.window = window;
        this.peer = peer;
        this.messageId = messageId;
    }

    /** The id of the request: 16 bytes. */
    public byte[] messageId() {
        return messageId.clone();
    }

    /** Whether the request went to this site and this generation of its keys. */
    public boolean isTo(ModernPeer callee) {
        return peer.wwwroot().equals(callee.wwwroot())
                && java.util.Arrays.equals(peer.fingerprint(), callee.fingerprint())
                && peer.signingKey().equals(callee.signingKey());
    }

    /** All of it, secret of the window included: for envelopes opened by hand, in a file of its owner only. */
    public byte[] encoded() {
        ModernContext context = window.context();
        return new FieldWriter(PREFIX)
                .add(context.caller().value())
                .add(context.callee().value())
                .add(context.facts().encoded())
                .add(context.encapsulated())
                .add(window.secret().exporterSecret())
                .add(peer.fingerprint())
                .add(peer.signingKey().raw())
                .add(messageId)
                .bytes();
    }

    /** @throws MalformedFieldsException when these are no such bytes */
    static RequestTicket decode(Hpke hpke, byte[] encoded) {
        try {
            FieldReader in = new FieldReader(encoded, PREFIX);
            Wwwroot caller = Wwwroot.of(in.text());
            Wwwroot callee = Wwwroot.of(in.text());
            ModernContext context = new ModernContext(caller, callee, WindowFacts.parse(in.bytes()), in.bytes());
            ModernWindow window = new ModernWindow(context, HpkeContext.restored(hpke, in.bytes()));
            ModernPeer peer = new ModernPeer(callee, in.bytes(), Ed25519PublicKey.of(in.bytes()), Set.of());
            byte[] messageId = in.bytes();
            in.end();
            return new RequestTicket(window, peer, messageId);
        } catch (InvalidAddressException | MalformedKeyException | EnvelopeException malformed) {
            throw new MalformedFieldsException("is damaged");
        }
    }

    ModernContext context() {
        return window.context();
    }

    ModernWindow window() {
        return window;
    }

    ModernPeer peer() {
        return peer;
    }
}
