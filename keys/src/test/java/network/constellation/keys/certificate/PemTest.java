package network.constellation.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PemTest {
    @Property(tries = 200)
    void whatIsWrittenIsReadInTheFormThatPeersAccept(@ForAll byte[] content) {
        String text = Pem.write("CERTIFICATE", content);
        assertThat(Pem.readAll(text)).singleElement().satisfies(block -> {
            assertThat(block.label()).isEqualTo("CERTIFICATE");
            assertThat(block.content()).isEqualTo(content);
            assertThat(block.text()).isEqualTo(text);
        });
        List<String> lines = text.lines().toList();
        assertThat(text).endsWith("-----END CERTIFICATE-----\n").doesNotContain("\r");
        assertThat(lines.subList(1, Math.max(1, lines.size() - 2))).allMatch(line -> line.length() == 64);
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefused(@ForAll String noise) {
        String text = "-----BEGIN X-----\n" + noise + "\n-----END X-----\n";
        try {
            Pem.readAll(text);
        } catch (MalformedPemException refused) {
            assertThat(refused.sentence()).startsWith("The PEM text ").endsWith(".");
        }
    }

    @Test
    void whatEditorsAndMailDoIsTolerated() {
        String text = "Subject: hello\r\n\r\n  -----BEGIN A-----\r\n  AQ\r\n ID\r\n  -----END A-----\r\nbye";
        assertThat(Pem.readAll(text))
                .singleElement()
                .satisfies(block -> assertThat(block.content()).containsExactly(1, 2, 3));
    }

    @Test
    void severalBlocksKeepTheirOrder() {
        String text = Pem.write("B", new byte[] {1}) + Pem.write("A", new byte[] {2}) + Pem.write("B", new byte[0]);
        List<Pem.Block> blocks = Pem.readAll(text);
        assertThat(blocks).extracting(Pem.Block::label).containsExactly("B", "A", "B");
        assertThat(Pem.only(blocks, "A")).hasValue(new byte[] {2});
        assertThat(Pem.only(blocks, "C")).isEmpty();
        assertThatThrownBy(() -> Pem.only(blocks, "B")).hasMessage("The PEM text has 2 blocks B where one may be.");
    }

    @Test
    void whatIsNoPemIsRefused() {
        assertThat(Pem.readAll("")).isEmpty();
        assertThat(Pem.readAll("no block at all")).isEmpty();
        assertThatThrownBy(() -> Pem.readAll("-----BEGIN A-----\nAQID")).hasMessageContaining("without an end");
        assertThatThrownBy(() -> Pem.readAll("-----BEGIN A-----\nAQID\n-----END B-----\n"))
                .hasMessageContaining("not ended");
        assertThatThrownBy(() -> Pem.readAll("-----BEGIN A-----\n-----BEGIN A-----\n-----END A-----\n"))
                .hasMessageContaining("not ended");
        assertThatThrownBy(() -> Pem.readAll("-----BEGIN A-----\n!!!!\n-----END A-----\n"))
                .hasMessageContaining("not base64");
        assertThatThrownBy(() -> Pem.readAll("a".repeat(Pem.MAX_LENGTH + 1))).hasMessageContaining("longer");
    }
}
