package network.constellation.keys.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll byte[] bytes, @ForAll long number, @ForAll List<byte[]> items) {
        byte[] document = new FieldWriter("test")
                .add(bytes)
                .add(number)
                .add("täxt")
                .addAll(items)
                .bytes();
        FieldReader in = new FieldReader(document, "test");
        assertThat(in.bytes()).isEqualTo(bytes);
        assertThat(in.number()).isEqualTo(number);
        assertThat(in.text()).isEqualTo("täxt");
        assertThat(in.all(1000)).usingRecursiveComparison().isEqualTo(items);
        in.end();
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] document) {
        try {
            FieldReader in = new FieldReader(document, "");
            in.text();
            in.all(10);
            in.end();
        } catch (MalformedFieldsException refused) {
            assertThat(refused.sentence()).startsWith("The document ").endsWith(".");
        }
    }

    @Test
    void movingABorderBetweenFieldsChangesTheBytes() {
        Set<String> seen = new HashSet<>();
        String text = "abcdef";
        for (int border = 0; border <= text.length(); border++) {
            seen.add(Arrays.toString(new FieldWriter("test")
                    .add(text.substring(0, border))
                    .add(text.substring(border))
                    .bytes()));
        }
        assertThat(seen).hasSize(text.length() + 1);
    }

    @Test
    void aDocumentGoesOnAfterItsBeginning() {
        byte[] head = new FieldWriter("kind:1").add("first").bytes();
        byte[] whole = FieldWriter.after(head).add("second").add(7).bytes();
        assertThat(whole)
                .isEqualTo(new FieldWriter("kind:1")
                        .add("first")
                        .add("second")
                        .add(7)
                        .bytes());
        FieldReader rest = FieldReader.after(whole, head.length);
        assertThat(rest.text()).isEqualTo("second");
        assertThat(rest.number()).isEqualTo(7);
        rest.end();
    }

    @Test
    void timesHaveThePrecisionOfASecond() {
        byte[] document = new FieldWriter("test")
                .add(Instant.parse("2026-11-21T08:00:00.999Z"))
                .bytes();
        assertThat(new FieldReader(document, "test").instant()).isEqualTo("2026-11-21T08:00:00Z");
    }

    @Test
    void whatIsNotAsWrittenIsRefused() {
        byte[] good = new FieldWriter("test").add(5).bytes();
        assertThatThrownBy(() -> new FieldReader(good, "other")).hasMessageContaining("begin with \"other\"");
        assertThatThrownBy(() -> new FieldReader(new byte[3], "test")).hasMessageContaining("ends before its time");
        assertThatThrownBy(() -> new FieldReader(new byte[] {127, 0, 0, 0, 1}, "test"))
                .hasMessageContaining("longer than itself");
        assertThatThrownBy(() -> new FieldReader(new byte[] {-1, 0, 0, 0, 1}, "test"))
                .hasMessageContaining("longer than itself");
        assertThatThrownBy(() -> new FieldReader(good, "test").end()).hasMessageContaining("bytes too many");
        assertThatThrownBy(() -> new FieldReader(good, "test").number(4)).hasMessageContaining("at most 4");
        assertThatThrownBy(
                        () -> new FieldReader(new FieldWriter("test").add("abc").bytes(), "test").number())
                .hasMessageContaining("8 bytes");
        byte[] notText = new FieldWriter("test").add(new byte[] {(byte) 0xff}).bytes();
        assertThatThrownBy(() -> new FieldReader(notText, "test").text()).hasMessageContaining("UTF-8");
        byte[] never = new FieldWriter("test").add(Long.MAX_VALUE).bytes();
        assertThatThrownBy(() -> new FieldReader(never, "test").instant()).hasMessageContaining("beyond all reason");
    }

    @Test
    void everyKindOfSignedDocumentHasAPrefixOfItsOwn() {
        assertThat(Arrays.stream(SignaturePrefix.values()).map(SignaturePrefix::text))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.startsWith("constellation:") && text.endsWith(":1"));
    }
}
