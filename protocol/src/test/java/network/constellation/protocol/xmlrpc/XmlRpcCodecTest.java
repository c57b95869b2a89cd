package network.constellation.protocol.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import network.constellation.protocol.call.MethodCall;
import network.constellation.protocol.call.MethodResponse;
import network.constellation.protocol.call.Value;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.MalformedDocumentException;
import network.constellation.protocol.xml.XmlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRpcCodecTest {
    private final XmlRpcCodec codec = new XmlRpcCodec(new XmlReader(Limits.standard()));

    @Test
    void reads_a_call_without_params() {
        assertThat(call("<methodCall><methodName>system/listServices</methodName></methodCall>"))
                .isEqualTo(new MethodCall("system/listServices", List.of()));
    }

    @Test
    void reads_untyped_values_as_strings_and_keeps_their_spaces() {
        assertThat(argument("<value> a b </value>")).isEqualTo(new Value.Str(" a b "));
        assertThat(argument("<value/>")).isEqualTo(new Value.Str(""));
        assertThat(argument("<value>\n <string> x </string>\n</value>")).isEqualTo(new Value.Str(" x "));
    }

    @Test
    void reads_every_spelling_of_numbers() {
        for (String type : List.of("int", "i4", "i8")) {
            assertThat(argument("<value><" + type + "> -2147483649 </" + type + "></value>"))
                    .isEqualTo(new Value.Int(-2147483649L));
        }
        assertThat(argument(
                        "<value><ex:i8 xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>7</ex:i8></value>"))
                .isEqualTo(new Value.Int(7));
        assertThat(argument("<value><double>3</double></value>")).isEqualTo(new Value.Dbl(3));
        assertThat(argument("<value><double>-1.5E3</double></value>")).isEqualTo(new Value.Dbl(-1500));
        assertThat(argument("<value><boolean>1</boolean></value>")).isEqualTo(new Value.Bool(true));
    }

    @Test
    void reads_nil_and_writes_it_as_an_empty_string() {
        assertThat(argument("<value><nil/></value>")).isEqualTo(new Value.Nil());
        assertThat(argument("<value><ex:nil xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'/></value>"))
                .isEqualTo(new Value.Nil());
        assertThat(new String(codec.writeCall(new MethodCall("a/b", List.of(new Value.Nil()))), UTF_8))
                .contains("<value><string></string></value>");
    }

    @Test
    void keeps_the_order_of_members() {
        Value.Struct struct = (Value.Struct) argument("<value><struct>"
                + "<member><name>z</name><value>1</value></member>"
                + "<member><value>2</value><name>a</name></member>"
                + "<member><name/><value>3</value></member></struct></value>");
        assertThat(struct.members().keySet()).containsExactly("z", "a", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<value><int>1</int><int>2</int></value>",
                "<value><array><data/></array><array><data/></array></value>",
                "<value><array><data/><data/></array></value>",
                "<value><array><value/></array></value>",
                "<value><array><data>text</data></array></value>",
                "<value>text<int>1</int></value>",
                "<value><int>1</int>text</value>",
                "<value><int/></value>",
                "<value><int>1.5</int></value>",
                "<value><int>99999999999999999999</int></value>",
                "<value><int>0x10</int></value>",
                "<value><boolean>2</boolean></value>",
                "<value><double>NaN</double></value>",
                "<value><double>1e999</double></value>",
                "<value><double>0x1p3</double></value>",
                "<value><dateTime.iso8601>20241399T12:00:00</dateTime.iso8601></value>",
                "<value><base64>a</base64></value>",
                "<value><unknown/></value>",
                "<value><string><b/></string></value>",
                "<value><struct><member><name>a</name></member></struct></value>",
                "<value><struct><member><value/></member></struct></value>",
                "<value><struct><member><name>a</name><name>b</name><value/></member></struct></value>",
                "<value><struct><member><name>a</name><value/><value/></member></struct></value>",
                "<value><struct><member><name>a<b/></name><value/></member></struct></value>",
                "<value><struct><member><name>a</name><value/></member><member><name>a</name><value/></member></struct></value>",
                "<value><struct>text</struct></value>",
                "<value><ex:serializable xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>rO0</ex:serializable></value>",
                "<value><x:int xmlns:x='urn:x'>1</x:int></value>",
                "<value/><value/>",
                "",
                "text"
            })
    void refuses_what_is_no_value(String param) {
        assertThat(refused("<methodCall><methodName>a/b</methodName><params><param>" + param
                        + "</param></params></methodCall>"))
                .isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<methodCall/>",
                "<methodCall><methodName/></methodCall>",
                "<methodCall><params/></methodCall>",
                "<methodCall><methodName>a</methodName><methodName>b</methodName></methodCall>",
                "<methodResponse><params><param><value/></param></params></methodResponse>",
                "<methodCall xmlns='urn:x'><methodName>a</methodName></methodCall>"
            })
    void refuses_what_is_no_call(String document) {
        assertThat(refused(document)).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<methodResponse/>",
                "<methodResponse><params/></methodResponse>",
                "<methodResponse><params><param/></params></methodResponse>",
                "<methodResponse><params><param><value>1</value></param><param><value>2</value></param></params></methodResponse>",
                "<methodResponse><fault/></methodResponse>",
                "<methodResponse><fault><value>text</value></fault></methodResponse>",
                "<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>1</int></value></member>"
                        + "</struct></value></fault></methodResponse>",
                "<methodCall><methodName>a</methodName></methodCall>"
            })
    void refuses_what_is_no_answer(String document) {
        assertThatThrownBy(() -> codec.readResponse(document.getBytes(UTF_8)))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void reads_a_fault_code_that_comes_as_a_string() {
        String document = "<methodResponse><fault><value><struct>"
                + "<member><name>faultCode</name><value>7025</value></member>"
                + "<member><name>faultString</name><value>x</value></member></struct></value></fault></methodResponse>";
        assertThat(codec.readResponse(document.getBytes(UTF_8))).isEqualTo(new MethodResponse.Failure(7025, "x"));
    }

    @Test
    void never_looks_at_the_cause_of_a_fault() {
        String document = "<methodResponse><fault><value><struct>"
                + "<member><name>faultCode</name><value><int>1</int></value></member>"
                + "<member><name>faultString</name><value>x</value></member>"
                + "<member><name>faultCause</name><value><base64>rO0ABXNyAA==</base64></value></member>"
                + "</struct></value></fault></methodResponse>";
        assertThat(codec.readResponse(document.getBytes(UTF_8))).isEqualTo(new MethodResponse.Failure(1, "x"));
    }

    @Test
    void reads_references_in_a_fault_as_code_points() {
        String document = "<?xml version=\"1.0\" encoding=\"utf-8\"?><methodResponse><fault><value><struct>"
                + "<member><name>faultCode</name><value><int>1</int></value></member>"
                + "<member><name>faultString</name><value>&#195;&#169;</value></member>"
                + "</struct></value></fault></methodResponse>";
        assertThat(codec.readResponse(document.getBytes(UTF_8))).isEqualTo(new MethodResponse.Failure(1, "Ã©"));
    }

    @Test
    void repairs_references_only_in_the_dialect_of_the_extension() {
        String body = "<methodCall><methodName>a/b</methodName><params><param><value>&#195;&#169;</value></param>"
                + "</params></methodCall>";
        assertThat(call("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + body).arguments())
                .containsExactly(new Value.Str("é"));
        for (String declaration : List.of(
                "",
                "<?xml version=\"1.0\"?>",
                "<?xml version=\"1.0\" encoding=\"utf-8\" ?>",
                "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>")) {
            assertThat(call(declaration + body).arguments()).as(declaration).containsExactly(new Value.Str("Ã©"));
        }
    }

    @Test
    void writes_what_xml_cannot_carry_as_a_replacement_character() {
        MethodCall call = new MethodCall("a/b", List.of(new Value.Str("a\u0000b\uD800c\uFFFE")));
        assertThat(codec.readCall(codec.writeCall(call)).call().arguments())
                .containsExactly(new Value.Str("a\uFFFDb\uFFFDc\uFFFD"));
    }

    @Test
    void refuses_to_write_numbers_and_dates_without_a_form() {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            MethodResponse response = new MethodResponse.Success(new Value.Dbl(number));
            for (Dialect dialect : Dialect.values()) {
                assertThatThrownBy(() -> codec.writeResponse(response, dialect))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void refuses_a_method_name_of_megabytes_quickly() {
        String document = "<methodCall><methodName>" + "a".repeat(20_000_000) + "</methodName></methodCall>";
        assertThat(refused(document)).isEqualTo("too-large");
    }

    @Test
    void accepts_sixty_levels_and_refuses_a_thousand() {
        Value deep = new Value.Str("x");
        for (int i = 0; i < 60; i++) {
            deep = i % 2 == 0 ? new Value.Arr(List.of(deep)) : new Value.Struct(Map.of("m", deep));
        }
        MethodCall call = new MethodCall("a/b", List.of(deep));
        assertThat(codec.readCall(codec.writeCall(call)).call()).isEqualTo(call);
        String nested = "<value><array><data>".repeat(1000);
        assertThat(refused("<methodCall><methodName>a</methodName><params><param>" + nested))
                .isEqualTo("too-deep");
    }

    @Test
    void refuses_document_types_and_entities() {
        assertThat(refused(
                        "<!DOCTYPE methodCall [<!ENTITY e 'x'>]><methodCall><methodName>&e;</methodName></methodCall>"))
                .isEqualTo("doctype");
        assertThat(refused("<methodCall><methodName>&e;</methodName></methodCall>"))
                .isEqualTo("malformed");
    }

    private MethodCall call(String document) {
        return codec.readCall(document.getBytes(UTF_8)).call();
    }

    private Value argument(String value) {
        return call("<methodCall><methodName>a/b</methodName><params><param>" + value
                        + "</param></params></methodCall>")
                .arguments()
                .get(0);
    }

    private String refused(String document) {
        return catchThrowableOfType(MalformedDocumentException.class, () -> codec.readCall(document.getBytes(UTF_8)))
                .word();
    }
}
