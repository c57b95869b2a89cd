package network.constellation.protocol.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import network.constellation.protocol.limits.Limits;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

class XmlReaderTest {
    private final XmlReader reader = new XmlReader(Limits.standard());

    @Test
    void hands_over_names_and_text_whatever_the_white_space() {
        assertThat(read(
                        "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>\n\t<a xmlns=\"urn:x\">\r\n <ds:b xmlns:ds='u'>é</ds:b></a>"
                                .getBytes(ISO_8859_1)))
                .containsExactly("<a", "<ds:b", "é");
    }

    @Test
    void reads_a_document_after_a_refused_one() {
        refused("<a><b></a>");
        refused("<!DOCTYPE a><a/>");
        assertThat(read(bytes("<a>text</a>"))).containsExactly("<a", "text");
    }

    @Test
    void refuses_a_document_type_in_every_form() {
        assertThat(refused("<!DOCTYPE a><a/>")).isEqualTo("doctype");
        assertThat(refused("<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>")).isEqualTo("doctype");
        assertThat(refused("<!DOCTYPE a SYSTEM \"http://localhost:1/x.dtd\"><a/>"))
                .isEqualTo("doctype");
        assertThat(refused("<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/hostname\"> %p;]><a/>"))
                .isEqualTo("doctype");
        assertThat(refused("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><a>&b;</a>"))
                .isEqualTo("doctype");
    }

    @Test
    void refuses_a_document_type_after_comments_and_instructions() {
        assertThat(refused("<?xml version='1.0'?> <!-- > --><?p ??>\n<!DOCTYPE a><a/>"))
                .isEqualTo("doctype");
        assertThat(read(bytes("<!-- <!DOCTYPE a> --><?p <!DOCTYPE a>?><a><!-- <!DOCTYPE a> --></a>")))
                .containsExactly("<a");
        assertThat(refused("<a><!DOCTYPE a></a>")).isEqualTo("malformed");
        assertThat(refused("<!-- <!DOCTYPE a>")).isEqualTo("malformed");
    }

    @Test
    void does_not_know_entities_of_its_own() {
        assertThat(refused("<a>&nbsp;</a>")).isEqualTo("malformed");
        assertThat(refused("<a b='&nbsp;'/>")).isEqualTo("malformed");
        assertThat(refused("<a xmlns:b='&nbsp;'/>")).isEqualTo("malformed");
    }

    @Test
    void refuses_more_different_names_than_any_document_has() {
        StringBuilder elements = new StringBuilder("<a>");
        StringBuilder attributes = new StringBuilder("<a>");
        StringBuilder instructions = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            elements.append("<n").append(i).append("/>");
            attributes.append("<b n").append(i).append("=''/>");
            instructions.append("<?n").append(i).append("?>");
        }
        assertThat(refused(elements + "</a>")).isEqualTo("too-large");
        assertThat(refused(attributes + "</a>")).isEqualTo("too-large");
        assertThat(refused(instructions + "<a/>")).isEqualTo("too-large");
        assertThat(read(bytes("<a><b/></a>"))).containsExactly("<a", "<b");
    }

    @Test
    void refuses_ten_thousand_levels() {
        assertThat(refused("<a>".repeat(10_000) + "</a>".repeat(10_000))).isEqualTo("too-deep");
    }

    @Test
    void accepts_the_deepest_allowed_and_refuses_one_more() {
        int depth = Limits.standard().elementDepth();
        assertThat(read(bytes("<a>".repeat(depth) + "</a>".repeat(depth)))).hasSize(depth);
        assertThat(refused("<a>".repeat(depth + 1) + "</a>".repeat(depth + 1))).isEqualTo("too-deep");
    }

    @Test
    void refuses_a_million_attributes() {
        StringBuilder text = new StringBuilder("<a");
        for (int i = 0; i < 1_000_000; i++) {
            text.append(" a").append(i).append("=''");
        }
        assertThat(refused(text.append("/>").toString())).isEqualTo("too-large");
        StringBuilder namespaces = new StringBuilder("<a");
        for (int i = 0; i < 100_000; i++) {
            namespaces.append(" xmlns:a").append(i).append("='u'");
        }
        assertThat(refused(namespaces.append("/>").toString())).isEqualTo("too-large");
    }

    @Test
    void refuses_more_attributes_than_allowed() {
        StringBuilder text = new StringBuilder("<a");
        for (int i = 0; i < 65; i++) {
            text.append(" a").append(i).append("=''");
        }
        assertThat(refused(text.append("/>").toString())).isEqualTo("too-large");
    }

    @Test
    void refuses_huge_names() {
        assertThat(refused("<" + "n".repeat(2_000_000) + "/>")).isEqualTo("too-large");
        assertThat(refused("<" + "n".repeat(600) + "/>")).isEqualTo("too-large");
    }

    @Test
    void refuses_too_many_elements_and_too_many_bytes() {
        XmlReader small = new XmlReader(Limits.standard().withElements(10).withDocumentBytes(100));
        assertThat(refused(small, bytes("<a>" + "<b/>".repeat(10) + "</a>"))).isEqualTo("too-large");
        assertThat(refused(small, bytes("<a>" + "b".repeat(100) + "</a>"))).isEqualTo("too-large");
        assertThat(refused("<a>" + "<b/>".repeat(1_000_000) + "</a>")).isEqualTo("too-large");
    }

    @Test
    void refuses_bad_utf8() {
        byte[] bad = bytes("<a>xx</a>");
        bad[3] = (byte) 0xC3;
        assertThat(refused(reader, bad)).isEqualTo("malformed");
        bad[3] = (byte) 0xC0;
        bad[4] = (byte) 0x80;
        assertThat(refused(reader, bad)).isEqualTo("malformed");
        bad[4] = (byte) 0xBF;
        assertThat(refused(reader, bad)).as("an overlong form").isEqualTo("malformed");
    }

    @Test
    void refuses_in_a_stream_what_it_refuses_in_bytes() throws IOException {
        String far = "<!-- " + "x".repeat(10_000) + " -->";
        List<String> seen = new ArrayList<>();
        reader.parse(new ByteArrayInputStream(bytes("\uFEFF" + far + "<a>\u00e9</a>")), new Recorder(seen));
        assertThat(seen).containsExactly("<a", "\u00e9");
        byte[] overlong = bytes(far + "<a>xx</a>");
        overlong[overlong.length - 6] = (byte) 0xC0;
        overlong[overlong.length - 5] = (byte) 0xBF;
        byte[] ascii = "<?xml version='1.0' encoding='us-ascii'?><a>\u00e9</a>".getBytes(ISO_8859_1);
        assertThat(refusedInStream(bytes(far + "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")))
                .isEqualTo("doctype");
        assertThat(refusedInStream(overlong)).isEqualTo("malformed");
        assertThat(refusedInStream(ascii)).isEqualTo("malformed");
        assertThat(refused(reader, ascii)).isEqualTo("malformed");
        assertThat(refusedInStream(bytes(far + "<a>&e;</a>"))).isEqualTo("malformed");
    }

    @Test
    void passes_on_what_the_stream_itself_throws() {
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(bytes("<a>" + "x".repeat(10_000))), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the disk is gone");
                    }
                });
        assertThatThrownBy(() -> reader.parse(broken, new Recorder(new ArrayList<>())))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void refuses_control_characters_in_the_declaration() {
        assertThat(refused("<?xml\u000bversion='1.0'?><a/>")).isEqualTo("malformed");
        assertThat(refused("<?xml\u0001version='1.0'?><a/>")).isEqualTo("malformed");
    }

    @Test
    void refuses_encodings_in_which_markup_is_not_ascii() {
        assertThat(refused(reader, "<a/>".getBytes(UTF_16))).isEqualTo("malformed");
        assertThat(refused("<?xml version=\"1.0\" encoding=\"utf-7\"?><a/>")).isEqualTo("malformed");
        assertThat(refused("<?xml version=\"1.0\" encoding='cp037'?><a/>")).isEqualTo("malformed");
    }

    @Test
    void refuses_xml_1_1_and_control_characters() {
        assertThat(refused("<?xml version=\"1.1\"?><a>&#1;</a>")).isEqualTo("malformed");
        assertThat(refused("<a>&#1;</a>")).isEqualTo("malformed");
        assertThat(refused("<a>\u0001</a>")).isEqualTo("malformed");
    }

    @Test
    void takes_xinclude_for_an_ordinary_element() {
        assertThat(read(bytes("<a xmlns:xi=\"http://www.w3.org/2001/XInclude\">"
                        + "<xi:include href=\"file:///etc/hostname\" parse=\"text\"/></a>")))
                .containsExactly("<a", "<xi:include");
    }

    @Test
    void refuses_what_is_no_document() {
        for (String text : List.of("", " ", "hello", "<a>", "<a/><b/>", "<a/>tail", "\u0000")) {
            assertThat(refused(text)).as(text).isEqualTo("malformed");
        }
    }

    private List<String> read(byte[] document) {
        List<String> seen = new ArrayList<>();
        reader.parse(document, new Recorder(seen));
        return seen;
    }

    private String refused(String document) {
        return refused(reader, bytes(document));
    }

    private static String refused(XmlReader reader, byte[] document) {
        return catchThrowableOfType(
                        MalformedDocumentException.class, () -> reader.parse(document, new Recorder(new ArrayList<>())))
                .word();
    }

    private String refusedInStream(byte[] document) {
        return catchThrowableOfType(
                        MalformedDocumentException.class,
                        () -> reader.parse(new ByteArrayInputStream(document), new Recorder(new ArrayList<>())))
                .word();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static final class Recorder extends DefaultHandler {
        private final List<String> seen;

        Recorder(List<String> seen) {
            this.seen = seen;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            seen.add("<" + qName);
        }

        @Override
        public void characters(char[] ch, int start, int length) {
            String text = new String(ch, start, length).strip();
            if (!text.isEmpty()) {
                seen.add(text);
            }
        }
    }
}
