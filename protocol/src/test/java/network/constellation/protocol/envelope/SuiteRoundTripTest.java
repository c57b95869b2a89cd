package network.constellation.protocol.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.xmlrpc.Dialect;
import network.constellation.protocol.xmlrpc.ValueTrees;

/** Any value goes through codec and envelope of both suites and comes out the same, there and back. */
class SuiteRoundTripTest {
    private final ModernSites sites = new ModernSites();
    private final Wire wire = sites.wire;

    @Provide
    Arbitrary<Value> values() {
        return ValueTrees.values();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void modern(@ForAll("values") Value question, @ForAll("values") Value reply) {
        MethodCall call = new MethodCall("local/x/lib.php/echo", List.of(question));
        ModernEnvelope.SealedRequest request = sites.a.asks(sites.b, wire.codec.writeCall(call));
        OpenedRequest opened = sites.b.opens(request.body(), sites.a);
        assertThat(wire.codec.readCall(opened.payload()).call()).isEqualTo(call);
        MethodResponse response = new MethodResponse.Success(reply);
        byte[] answer = sites.b.answers(opened, wire.codec.writeResponse(response, Dialect.PLAIN));
        byte[] payload = sites.a.envelope.openAnswer(answer, request.ticket()).payload();
        assertThat(wire.codec.readResponse(payload)).isEqualTo(response);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void legacy(@ForAll("values") Value question) {
        MethodCall call = new MethodCall("local/x/lib.php/echo", List.of(question));
        byte[] body = wire.legacy.wrap(
                wire.codec.writeCall(call),
                Layers.BOTH,
                sites.a.keys.wwwroot(),
                ModernSites.NOW,
                sites.a.keys.rsa(),
                LegacyEnvelope.MAHARA_KEY_PAGE,
                sites.b.keys.certificate().publicKey());
        SealedEnvelope envelope = ((Shape.Sealed) wire.reader.read(body)).envelope();
        LegacyEnvelope.Opened opened = wire.legacy.open(envelope, List.of(sites.b.keys.rsa()), () -> {});
        SignedPart part = ((Shape.Signed) opened.inside()).part();
        wire.legacy.verify(part, sites.a.keys.certificate().publicKey(), envelope.wwwroot());
        assertThat(wire.codec.readCall(part.payload()).call()).isEqualTo(call);
    }
}
