package network.constellation.protocol.compat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class ByteReferencesTest {
    @Test
    void turns_byte_references_into_bytes() {
        assertThat(repaired("J&#195;&#179;zef")).isEqualTo("Józef");
        assertThat(repaired("&#240;&#159;&#152;&#128;")).isEqualTo("😀");
    }

    @Test
    void restores_the_lost_digit_before_a_continuation_byte() {
        assertThat(repaired("&#26;&#149;")).isEqualTo("Ε");
        assertThat(repaired("&#28;&#184; &#29;&#143;")).isEqualTo("и я");
        assertThat(repaired("&#20;&#128;")).isEqualTo("Ȁ");
    }

    @Test
    void keeps_every_other_reference() {
        for (String text : new String[] {
            "&#60;b&#62; &#38; &#34;q&#34; &#9;&#10;&#13;",
            "&#20;",
            "&#29;&#60;",
            "&#26; &#149x;",
            "&#8211;",
            "&#128512;",
            "&#x26;&#xC3;",
            "&#;&#195",
            "&#99999999999999;",
            "&&#",
            "&#"
        }) {
            assertThat(repaired(text)).as(text).isEqualTo(text);
        }
    }

    @Test
    void keeps_the_document_when_the_outcome_is_not_utf8() {
        assertThat(repaired("caf&#233;")).isEqualTo("caf&#233;");
        assertThat(repaired("&#195;&#179; and caf&#233;")).isEqualTo("&#195;&#179; and caf&#233;");
    }

    @Test
    void gives_back_the_same_array_when_there_is_nothing_to_do() {
        byte[] document = "Zażółć <b/>".getBytes(UTF_8);
        assertThat(ByteReferences.repair(document)).isSameAs(document);
    }

    @Property
    void undoes_what_the_extension_does_to_any_text(@ForAll @CharRange(from = ' ', to = '\uD7FF') String text) {
        StringBuilder written = new StringBuilder();
        for (byte octet : text.getBytes(UTF_8)) {
            int number = octet & 0xFF;
            if (number < 128) {
                written.append((char) number);
            } else {
                boolean digitLost = number >= 200 && number <= 209;
                written.append("&#").append(digitLost ? number - 180 : number).append(';');
            }
        }
        // Text that itself looks like references cannot be told apart; markup is never raw in a document.
        if (!text.contains("&")) {
            assertThat(repaired(written.toString())).isEqualTo(text);
        }
    }

    private static String repaired(String document) {
        return new String(ByteReferences.repair(document.getBytes(UTF_8)), UTF_8);
    }
}
