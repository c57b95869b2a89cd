package network.constellation.protocol.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;

/** Whatever is written is read back the same, in each dialect. */
class RoundTripTest {
    private final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));

    @Provide
    Arbitrary<Value> values() {
        return ValueTrees.values();
    }

    @Provide
    Arbitrary<String> texts() {
        return ValueTrees.texts();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void calls(@ForAll("values") Value first, @ForAll("values") Value second) {
        MethodCall call = new MethodCall("local/x/lib.php/echo", List.of(first, second));
        DecodedCall decoded = codec.readCall(codec.writeCall(call));
        assertThat(decoded.call()).isEqualTo(call);
        assertThat(decoded.dialect()).isEqualTo(Dialect.PHPXMLRPC);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void answers_of_the_library(@ForAll("values") Value value) {
        assertAnswer(value, value, Dialect.PHPXMLRPC);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void answers_in_plain_form(@ForAll("values") Value value) {
        assertAnswer(value, value, Dialect.PLAIN);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void answers_of_the_extension(@ForAll("values") Value value) {
        assertAnswer(value, withoutLongs(value), Dialect.PHP_EXTENSION);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void answers_of_both_genuine_dialects_are_ascii(@ForAll("values") Value value) {
        for (Dialect dialect : List.of(Dialect.PHP_EXTENSION, Dialect.PHPXMLRPC)) {
            for (byte octet : codec.writeResponse(new MethodResponse.Success(value), dialect)) {
                assertThat(octet).isGreaterThan((byte) 0);
            }
        }
    }

    @Property(tries = 300)
    void faults(@ForAll int code, @ForAll("texts") String text) {
        MethodResponse fault = new MethodResponse.Failure(code, text);
        for (Dialect dialect : Dialect.values()) {
            assertThat(codec.readResponse(codec.writeResponse(fault, dialect))).isEqualTo(fault);
        }
    }

    private void assertAnswer(Value given, Value expected, Dialect dialect) {
        byte[] document = codec.writeResponse(new MethodResponse.Success(given), dialect);
        assertThat(codec.readResponse(document))
                .as(() -> new String(document, UTF_8))
                .isEqualTo(new MethodResponse.Success(expected));
    }

    /** The extension has whole numbers of 32 bits only: larger ones are written as strings. */
    private static Value withoutLongs(Value value) {
        if (value instanceof Value.Int number && number.value() != (int) number.value()) {
            return new Value.Str(Long.toString(number.value()));
        }
        if (value instanceof Value.Arr array) {
            return new Value.Arr(
                    array.items().stream().map(RoundTripTest::withoutLongs).toList());
        }
        if (value instanceof Value.Struct struct) {
            Map<String, Value> members = new LinkedHashMap<>();
            struct.members().forEach((name, member) -> members.put(name, withoutLongs(member)));
            return new Value.Struct(members);
        }
        return value;
    }
}
