package network.constellation.protocol.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import network.constellation.protocol.limits.Limits;
import network.constellation.protocol.xml.XmlReader;

/** What is recognised without the XML reader means there exactly the same; our own envelopes are recognised. */
class CanonicalFormTest {
    private final CanonicalForm canonical = new CanonicalForm();
    private final EnvelopeReader reader = new EnvelopeReader(new XmlReader(Limits.standard()));

    @Property(tries = 300)
    void ourSealedEnvelopesAreRecognised(
            @ForAll byte[] data, @ForAll byte[] key, @ForAll byte[] window, @ForAll("plain") String wwwroot) {
        byte[] document = ModernText.sealed(data, key, window, wwwroot);

        assertThat(canonical.sealed(document)).isPresent();
        assertSameSealed(document);
    }

    @Property(tries = 300)
    void ourSignedEnvelopesAreRecognised(
            @ForAll byte[] payload,
            @ForAll @Size(32) byte[] digest,
            @ForAll @Size(64) byte[] signature,
            @ForAll byte[] header,
            @ForAll("plain") String wwwroot,
            @ForAll long seconds) {
        byte[] document = ModernText.signed(payload, digest, signature, header, wwwroot, seconds);

        assertThat(canonical.signed(document)).isPresent();
        assertSameSigned(document);
    }

    @Property(tries = 3_000)
    void alteredSealedEnvelopesMeanTheSameOrAreNotRecognised(
            @ForAll @Size(max = 40) byte[] data,
            @ForAll("anyText") String wwwroot,
            @ForAll @IntRange(max = 2_000) int at,
            @ForAll("telling") byte replacement,
            @ForAll boolean inserted) {
        assertSameSealed(
                altered(ModernText.sealed(data, new byte[32], new byte[10], wwwroot), at, replacement, inserted));
    }

    @Property(tries = 3_000)
    void alteredSignedEnvelopesMeanTheSameOrAreNotRecognised(
            @ForAll @Size(max = 40) byte[] payload,
            @ForAll("anyText") String wwwroot,
            @ForAll @IntRange(max = 2_000) int at,
            @ForAll("telling") byte replacement,
            @ForAll boolean inserted) {
        byte[] document = ModernText.signed(payload, new byte[32], new byte[64], new byte[10], wwwroot, 1_790_000_000L);
        assertSameSigned(altered(document, at, replacement, inserted));
    }

    private static byte[] altered(byte[] document, int at, byte replacement, boolean inserted) {
        int place = at % document.length;
        StringBuilder text = new StringBuilder(new String(document, ISO_8859_1));
        text.replace(place, inserted ? place : place + 1, String.valueOf((char) (replacement & 0xFF)));
        return text.toString().getBytes(ISO_8859_1);
    }

    private void assertSameSealed(byte[] document) {
        Optional<SealedEnvelope> recognised = canonical.sealed(document);
        if (recognised.isPresent()) {
            assertThat(reader.readXml(document))
                    .usingRecursiveComparison()
                    .isEqualTo(new Shape.Sealed(recognised.get()));
        }
    }

    private void assertSameSigned(byte[] document) {
        Optional<SignedPart> recognised = canonical.signed(document);
        if (recognised.isPresent()) {
            assertThat(reader.readXmlInside(document))
                    .usingRecursiveComparison()
                    .isEqualTo(new Shape.Signed(recognised.get()));
        }
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('a', 'z')
                .withChars(':', '/', '.', '-')
                .ofMaxLength(60);
    }

    @Provide
    Arbitrary<String> anyText() {
        return Arbitraries.strings()
                .withCharRange(' ', '\u00FF')
                .withChars('&', '<', '>', ';')
                .ofMaxLength(30);
    }

    @Provide
    Arbitrary<Byte> telling() {
        return Arbitraries.of(
                (byte) ' ',
                (byte) '\n',
                (byte) '<',
                (byte) '>',
                (byte) '&',
                (byte) '=',
                (byte) '"',
                (byte) 'A',
                (byte) '/',
                (byte) 0,
                (byte) 0xE9,
                (byte) ']');
    }
}
